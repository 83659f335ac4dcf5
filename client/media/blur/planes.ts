/**
 * Pictures as cameras give them: brightness of each point in one plane, colour of each four points in others (I420, NV12).
 * What is to be hidden is written over in place, by arithmetic alone: on a machine without a graphics card that takes a
 * third of the time that a canvas takes, which turns all into red, green and blue and back.
 */
import type { Points } from './background.ts';

/** Where one kind of value lies: from `offset` on, each `step` bytes, lines `stride` apart. */
export interface Plane {
  readonly data: Uint8Array;
  readonly offset: number;
  readonly step: number;
  readonly stride: number;
  readonly width: number;
  readonly height: number;
}

/** Brightness, and the two colours. */
export interface Planes {
  readonly y: Plane;
  readonly u: Plane;
  readonly v: Plane;
}

/** One value for each point of something smaller than the picture. */
export interface Layer {
  readonly width: number;
  readonly height: number;
  readonly values: Uint8Array;
}

/** The picture as small as this, as RGBA: the nearest points, which is enough for a model that looks for people. */
export function shrink({ y, u, v }: Planes, { width, height }: { width: number; height: number }): Points {
  const data = new Uint8ClampedArray(width * height * 4);
  const columns = Int32Array.from({ length: width }, (_, at) => Math.floor(((at + 0.5) * y.width) / width));
  for (let row = 0; row < height; row++) {
    const line = Math.floor(((row + 0.5) * y.height) / height);
    const brightness = y.offset + line * y.stride;
    const blue = u.offset + (line >> 1) * u.stride;
    const red = v.offset + (line >> 1) * v.stride;
    for (let column = 0; column < width; column++) {
      const x = columns[column] ?? 0;
      const light = 1.164 * ((y.data[brightness + x * y.step] ?? 0) - 16);
      const cb = (u.data[blue + (x >> 1) * u.step] ?? 0) - 128;
      const cr = (v.data[red + (x >> 1) * v.step] ?? 0) - 128;
      const at = (row * width + column) * 4;
      // ITU-R BT.601, narrow range.
      data[at] = light + 1.596 * cr;
      data[at + 1] = light - 0.392 * cb - 0.813 * cr;
      data[at + 2] = light + 2.017 * cb;
      data[at + 3] = 255;
    }
  }
  return { width, height, data };
}

/** Lays a background over the planes wherever the mask does not show the picture: 255 shows it, 0 hides it. */
export function layOver({ y, u, v }: Planes, mask: Layer, background: Points): void {
  const { width, height, data } = background;
  const layerOf = (value: (red: number, green: number, blue: number) => number): Layer => {
    const values = new Uint8Array(width * height);
    for (let at = 0; at < values.length; at++)
      values[at] = value(data[at * 4] ?? 0, data[at * 4 + 1] ?? 0, data[at * 4 + 2] ?? 0);
    return { width, height, values };
  };
  lay(
    y,
    mask,
    layerOf((red, green, blue) => 16.5 + 0.257 * red + 0.504 * green + 0.098 * blue),
  );
  lay(
    u,
    mask,
    layerOf((red, green, blue) => 128.5 - 0.148 * red - 0.291 * green + 0.439 * blue),
  );
  lay(
    v,
    mask,
    layerOf((red, green, blue) => 128.5 + 0.439 * red - 0.368 * green - 0.071 * blue),
  );
}

/** Lines that share what is laid over them: it changes too little from one to the next to be seen. */
const linesAlike = 4;
/** A value of a line of a mask, mixed, where all shows. */
const wholly = 255 * 256;

/**
 * Runs over half a million points twenty times a second: nothing in the inner loops is a call or an object, and only at
 * the edges of a person is there more to do than to leave a point or to write it over.
 */
function lay({ data, offset, step, stride, width, height }: Plane, mask: Layer, background: Layer): void {
  const maskLine = new Int32Array(mask.width + 1);
  const hides = new Uint8Array(width);
  const across = between(mask.width, width);
  const down = between(mask.height, height);
  const backAcross = between(background.width, width);
  const backDown = between(background.height, height);
  const ends = new Int32Array(mask.width);
  for (let column = 0; column < width; column++) ends[across.index[column] ?? 0] = column + 1;
  const { index, share } = across;
  for (let row = 0; row < height; row++) {
    mixRows(mask, down, row, maskLine);
    if (row % linesAlike === 0) mixLine(background, backAcross, backDown, row, hides);
    const start = offset + row * stride;
    for (let column = 0; column < width;) {
      const from = index[column] ?? 0;
      const left = maskLine[from] ?? 0;
      const right = maskLine[from + 1] ?? 0;
      const end = ends[from] ?? width;
      if (left === wholly && right === wholly) column = end;
      else if (left === 0 && right === 0)
        for (; column < end; column++) data[start + column * step] = hides[column] ?? 0;
      else
        for (; column < end; column++) {
          const part = share[column] ?? 0;
          const shows = (left * (256 - part) + right * part) >> 16;
          const at = start + column * step;
          data[at] = ((data[at] ?? 0) * shows + (hides[column] ?? 0) * (255 - shows)) / 255;
        }
    }
  }
}

/** One line of the picture's width from a layer. */
function mixLine(layer: Layer, across: Between, down: Between, row: number, into: Uint8Array): void {
  const line = new Int32Array(layer.width + 1);
  mixRows(layer, down, row, line);
  const { index, share } = across;
  for (let column = 0; column < into.length; column++) {
    const from = index[column] ?? 0;
    const part = share[column] ?? 0;
    into[column] = ((line[from] ?? 0) * (256 - part) + (line[from + 1] ?? 0) * part) >> 16;
  }
}

/** For each of many places, which of few values are on both sides, and how near the second is, of 256. */
interface Between {
  readonly index: Int32Array;
  readonly share: Int32Array;
}

function between(few: number, many: number): Between {
  const [index, share] = [new Int32Array(many), new Int32Array(many)];
  for (let at = 0; at < many; at++) {
    const place = Math.max(0, ((at + 0.5) * few) / many - 0.5);
    index[at] = Math.floor(place);
    share[at] = (place % 1) * 256;
  }
  return { index, share };
}

/** The two lines of a layer beside this row of the picture, mixed: values times 256, the last one twice. */
function mixRows({ width, height, values }: Layer, { index, share }: Between, row: number, into: Int32Array): void {
  const above = Math.min(height - 1, index[row] ?? 0);
  const below = Math.min(height - 1, above + 1);
  const part = share[row] ?? 0;
  for (let at = 0; at < width; at++)
    into[at] = (values[above * width + at] ?? 0) * (256 - part) + (values[below * width + at] ?? 0) * part;
  into[width] = into[width - 1] ?? 0;
}
