/** Puts a picture together again: the person as they are, on a background that nobody can read. Runs in the blur worker. */
import { blurBackground, shown } from './background.ts';
import type { Seen } from './segmenter.ts';

export class Composer {
  readonly #picture = contextOf(new OffscreenCanvas(1, 1));
  readonly #mask = contextOf(new OffscreenCanvas(1, 1));
  readonly #background = contextOf(new OffscreenCanvas(1, 1));

  /** The canvas holds the finished picture until the next one is composed. */
  compose(
    picture: CanvasImageSource,
    { width, height }: { width: number; height: number },
    seen: Seen,
  ): OffscreenCanvas {
    const { canvas } = this.#picture;
    resize(canvas, width, height);
    this.#drawMask(seen);
    this.#drawBackground(seen);
    const context = this.#picture;
    // The mask first and the person only where it is: at no moment does the canvas hold the room as it is.
    context.globalCompositeOperation = 'copy';
    context.drawImage(this.#mask.canvas, 0, 0, width, height);
    context.globalCompositeOperation = 'source-in';
    context.drawImage(picture, 0, 0, width, height);
    context.globalCompositeOperation = 'destination-over';
    context.drawImage(this.#background.canvas, 0, 0, width, height);
    return canvas;
  }

  #drawMask({ width, height, person }: Seen): void {
    resize(this.#mask.canvas, width, height);
    const image = new ImageData(width, height);
    for (let point = 0; point < person.length; point++) image.data[point * 4 + 3] = shown(person[point] ?? 0) * 255;
    this.#mask.putImageData(image, 0, 0);
  }

  #drawBackground(seen: Seen): void {
    const { width, height, data } = blurBackground(seen);
    resize(this.#background.canvas, width, height);
    this.#background.putImageData(new ImageData(data, width, height), 0, 0);
  }
}

/** Giving a canvas its size empties it, so that is done only when it is another. */
function resize(canvas: OffscreenCanvas, width: number, height: number): void {
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
}

function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas to draw pictures on');
  return context;
}
