/**
 * Makes a picture whose background nobody can read: the person as they are, on what is left of the room. Camera frames are
 * written over in place; other pictures go through a canvas. Runs in the blur worker.
 */
import { blurBackground, shown } from './background.ts';
import { layOver, shrink, type Planes } from './planes.ts';
import { Segmenter, type Seen, type Size } from './segmenter.ts';

export class Composer {
  readonly #small = contextOf({ willReadFrequently: true });
  readonly #picture = contextOf();
  readonly #mask = contextOf();
  readonly #background = contextOf();
  #segmenter: Segmenter | null = null;
  #bytes = new Uint8Array(0);

  /** A new frame; the one that was given is as it was. */
  async blurFrame(frame: VideoFrame): Promise<VideoFrame> {
    const { timestamp, colorSpace, displayWidth, displayHeight } = frame;
    const planes = await this.#planesOf(frame);
    if (!planes) {
      const canvas = await this.blurOnCanvas(frame, { width: displayWidth, height: displayHeight });
      return new VideoFrame(canvas, { timestamp, alpha: 'discard' });
    }
    const { width, height } = planes.y;
    const segmenter = await this.#segmenterFor({ width, height });
    const seen = await segmenter.look(shrink(planes, segmenter.sight));
    layOver(planes, { ...segmenter.sight, values: maskOf(seen) }, blurBackground(seen));
    const { format, layout } = planes;
    return new VideoFrame(this.#bytes, {
      format,
      layout,
      codedWidth: width,
      codedHeight: height,
      timestamp,
      colorSpace,
    });
  }

  /** The canvas holds the finished picture until the next one is made. */
  async blurOnCanvas(picture: CanvasImageSource, { width, height }: Size): Promise<OffscreenCanvas> {
    const segmenter = await this.#segmenterFor({ width, height });
    const { sight } = segmenter;
    resize(this.#small.canvas, sight);
    this.#small.drawImage(picture, 0, 0, sight.width, sight.height);
    const seen = await segmenter.look(this.#small.getImageData(0, 0, sight.width, sight.height));
    const mask = new ImageData(sight.width, sight.height);
    for (const [point, value] of maskOf(seen).entries()) mask.data[point * 4 + 3] = value;
    put(this.#mask, mask);
    const background = blurBackground(seen);
    put(this.#background, new ImageData(background.data, background.width, background.height));
    const context = this.#picture;
    resize(context.canvas, { width, height });
    // The mask first and the person only where it is: at no moment does the canvas hold the room as it is.
    context.globalCompositeOperation = 'copy';
    context.drawImage(this.#mask.canvas, 0, 0, width, height);
    context.globalCompositeOperation = 'source-in';
    context.drawImage(picture, 0, 0, width, height);
    context.globalCompositeOperation = 'destination-over';
    context.drawImage(this.#background.canvas, 0, 0, width, height);
    return context.canvas;
  }

  async #segmenterFor(size: Size): Promise<Segmenter> {
    if (!this.#segmenter?.fits(size)) {
      this.#segmenter?.close();
      this.#segmenter = null;
      this.#segmenter = await Segmenter.create(size);
    }
    return this.#segmenter;
  }

  /** A copy of the frame's planes; null for a frame that has others. */
  async #planesOf(frame: VideoFrame): Promise<(Planes & { format: 'I420' | 'NV12'; layout: PlaneLayout[] }) | null> {
    const { format, visibleRect } = frame;
    // One that is to be turned before it is shown is left to the canvas, which turns it.
    const turned = 'rotation' in frame && frame.rotation !== 0;
    if ((format !== 'I420' && format !== 'NV12') || !visibleRect || turned) return null;
    const { width, height } = visibleRect;
    const size = frame.allocationSize();
    if (this.#bytes.length !== size) this.#bytes = new Uint8Array(size);
    const data = this.#bytes;
    const layout = await frame.copyTo(data);
    const [first, second, third] = layout;
    if (!first || !second) return null;
    const colour = { data, width: (width + 1) >> 1, height: (height + 1) >> 1 };
    const y = { data, ...first, step: 1, width, height };
    if (format === 'I420' && third)
      return { format, layout, y, u: { ...colour, ...second, step: 1 }, v: { ...colour, ...third, step: 1 } };
    if (format === 'NV12') {
      const v = { ...colour, offset: second.offset + 1, stride: second.stride, step: 2 };
      return { format, layout, y, u: { ...colour, ...second, step: 2 }, v };
    }
    return null;
  }
}

/** How much of each point shows, of 255. */
function maskOf({ person }: Seen): Uint8Array {
  const mask = new Uint8Array(person.length);
  for (let point = 0; point < mask.length; point++) mask[point] = shown(person[point] ?? 0) * 255;
  return mask;
}

function put(context: OffscreenCanvasRenderingContext2D, image: ImageData): void {
  resize(context.canvas, image);
  context.putImageData(image, 0, 0);
}

/** Giving a canvas its size empties it, so that is done only when it is another. */
function resize(canvas: OffscreenCanvas, { width, height }: Size): void {
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
}

function contextOf(settings?: CanvasRenderingContext2DSettings): OffscreenCanvasRenderingContext2D {
  const context = new OffscreenCanvas(1, 1).getContext('2d', settings);
  if (!context) throw new Error('no canvas to draw pictures on');
  return context;
}
