/**
 * Says for each point of a picture how surely it is a person. The model comes with @mediapipe/selfie_segmentation, what runs
 * it with @litertjs/core; both are served from our own host, and nothing leaves the machine. Runs in the blur worker.
 */
import { loadAndCompile, loadLiteRt, Tensor, type CompiledModel } from '@litertjs/core';
import runtimeScript from '@litertjs/core/wasm/litert_wasm_compat_internal.js?url';
import runtimeBinary from '@litertjs/core/wasm/litert_wasm_compat_internal.wasm?url';
import wideModel from '@mediapipe/selfie_segmentation/selfie_segmentation_landscape.tflite?url';
import squareModel from '@mediapipe/selfie_segmentation/selfie_segmentation.tflite?url';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What the models look at, from the shapes of their inputs. */
interface Sight extends Size {
  readonly model: string;
}
const wide: Sight = { width: 256, height: 144, model: wideModel };
/** For phones that are held upright: in the wide one a person would be squeezed out of shape. */
const square: Sight = { width: 256, height: 256, model: squareModel };

/** A picture as small as the model sees it, as RGBA, and how surely each point is a person, from 0 to 1. */
export interface Seen extends Size {
  readonly pixels: Uint8ClampedArray;
  readonly person: Float32Array;
}

export class Segmenter {
  /** How large the pictures are that it looks at. */
  readonly sight: Size;
  readonly #model: CompiledModel;
  readonly #input: Float32Array;

  private constructor(sight: Size, model: CompiledModel) {
    this.sight = sight;
    this.#model = model;
    this.#input = new Float32Array(sight.width * sight.height * 3);
  }

  /** For pictures of this shape. */
  static async create(shape: Size): Promise<Segmenter> {
    await runtime();
    const { model, ...sight } = sightFor(shape);
    return new Segmenter(sight, await loadAndCompile(model, { accelerator: 'wasm' }));
  }

  /** Whether pictures of this shape are seen as they should. */
  fits(shape: Size): boolean {
    return sightFor(shape).height === this.sight.height;
  }

  /** Looks at a picture of the size of its sight, as RGBA. */
  async look({ data: pixels }: { readonly data: Uint8ClampedArray }): Promise<Seen> {
    const { width, height } = this.sight;
    for (let from = 0, to = 0; from < pixels.length; from += 4) {
      this.#input[to++] = (pixels[from] ?? 0) / 255;
      this.#input[to++] = (pixels[from + 1] ?? 0) / 255;
      this.#input[to++] = (pixels[from + 2] ?? 0) / 255;
    }
    const input = new Tensor(this.#input, [1, height, width, 3]);
    const [output] = await this.#model.run([input]);
    input.delete();
    if (!output) throw new Error('the model gave nothing');
    const person = await output.data();
    output.delete();
    if (!(person instanceof Float32Array)) throw new Error('the model gave no floats');
    return { width, height, pixels, person };
  }

  close(): void {
    this.#model.delete();
  }
}

function sightFor({ width, height }: Size): Sight {
  return width > height ? wide : square;
}

let loading: Promise<unknown> | null = null;

/** Once for the worker. */
function runtime(): Promise<unknown> {
  return (loading ??= loadRuntime());
}

/**
 * The build gives the files names of their own, so the runtime is told where its binary is. It would also wake the
 * graphics card, which is not needed, and tell the console of its inner life.
 */
function loadRuntime(): Promise<unknown> {
  const silent = (): void => {};
  Object.defineProperty(navigator, 'gpu', { value: undefined });
  Object.assign(globalThis, { Module: { locateFile: () => runtimeBinary, print: silent, printErr: silent } });
  return loadLiteRt(runtimeScript);
}
