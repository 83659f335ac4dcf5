/**
 * Says for each point of a picture how surely it is a person. The model comes with @mediapipe/selfie_segmentation, what runs
 * it with @litertjs/core; both are served from our own host, and nothing leaves the machine. Runs in the blur worker.
 */
import { loadAndCompile, loadLiteRt, Tensor, type CompiledModel } from '@litertjs/core';
import runtimeScript from '@litertjs/core/wasm/litert_wasm_compat_internal.js?url';
import runtimeBinary from '@litertjs/core/wasm/litert_wasm_compat_internal.wasm?url';
import wideModel from '@mediapipe/selfie_segmentation/selfie_segmentation_landscape.tflite?url';
import squareModel from '@mediapipe/selfie_segmentation/selfie_segmentation.tflite?url';

/** What the models look at, from the shapes of their inputs. */
interface Sight {
  readonly width: number;
  readonly height: number;
  readonly model: string;
}
const wide: Sight = { width: 256, height: 144, model: wideModel };
/** For phones that are held upright: in the wide one a person would be squeezed out of shape. */
const square: Sight = { width: 256, height: 256, model: squareModel };

/** A picture as small as the model sees it, and how surely each point is a person, from 0 to 1. */
export interface Seen {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8ClampedArray;
  readonly person: Float32Array;
}

export class Segmenter {
  readonly #sight: Sight;
  readonly #model: CompiledModel;
  readonly #context: OffscreenCanvasRenderingContext2D;
  readonly #input: Float32Array;

  private constructor(sight: Sight, model: CompiledModel, context: OffscreenCanvasRenderingContext2D) {
    this.#sight = sight;
    this.#model = model;
    this.#context = context;
    this.#input = new Float32Array(sight.width * sight.height * 3);
  }

  /** For pictures of this shape. */
  static async create(shape: { width: number; height: number }): Promise<Segmenter> {
    await runtime();
    const sight = sightFor(shape);
    const context = new OffscreenCanvas(sight.width, sight.height).getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('no canvas to look at pictures with');
    return new Segmenter(sight, await loadAndCompile(sight.model, { accelerator: 'wasm' }), context);
  }

  /** Whether pictures of this shape are seen as they should. */
  fits(shape: { width: number; height: number }): boolean {
    return sightFor(shape) === this.#sight;
  }

  async look(picture: CanvasImageSource): Promise<Seen> {
    const { width, height } = this.#sight;
    this.#context.drawImage(picture, 0, 0, width, height);
    const pixels = this.#context.getImageData(0, 0, width, height).data;
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

function sightFor({ width, height }: { width: number; height: number }): Sight {
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
