/** What stands behind a person, made unreadable: arithmetic on few points, without a canvas. */
import type { Seen } from './segmenter.ts';

/** As wide as what is left of a background; a line of print or a face in it is less than a point. */
export const backgroundWidth = 64;
/** Points to each side that are mixed, and how often. */
const reach = 4;
const rounds = 2;
/** How sure the model must be before a point shows at all, and from where on it shows wholly. */
const shownFrom = 0.4;
const whollyFrom = 0.75;

/** How much of a point shows as it is, from 0 to 1: what the model is not sure of counts as background. */
export function shown(person: number): number {
  return Math.min(1, Math.max(0, (person - shownFrom) / (whollyFrom - shownFrom)));
}

/** Points as RGBA, line by line. */
export interface Points {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

/**
 * The background alone, a few points wide. The person is left out of the mixture, so that no shadow of them
 * stands around them.
 */
export function blurBackground({ width, height, pixels, person }: Seen): Points {
  const step = width / backgroundWidth;
  const rows = Math.round(height / step);
  // Red, green, blue and how much background there is, of each point.
  let points = new Float32Array(backgroundWidth * rows * 4);
  for (let y = 0; y < rows * step; y++) {
    for (let x = 0; x < width; x++) {
      const from = y * width + x;
      const to = (Math.floor(y / step) * backgroundWidth + Math.floor(x / step)) * 4;
      // A little of everything, so that where there is nothing but person there is still a colour.
      const weight = 1.001 - shown(person[from] ?? 0);
      for (let colour = 0; colour < 3; colour++)
        points[to + colour] = (points[to + colour] ?? 0) + (pixels[from * 4 + colour] ?? 0) * weight;
      points[to + 3] = (points[to + 3] ?? 0) + weight;
    }
  }
  for (let round = 0; round < rounds; round++) {
    points = mix(points, { length: backgroundWidth, lines: rows, along: 4, across: backgroundWidth * 4 });
    points = mix(points, { length: rows, lines: backgroundWidth, along: backgroundWidth * 4, across: 4 });
  }
  const data = new Uint8ClampedArray(points.length);
  for (let at = 0; at < points.length; at += 4) {
    const weight = points[at + 3] ?? 1;
    for (let colour = 0; colour < 3; colour++) data[at + colour] = (points[at + colour] ?? 0) / weight;
    data[at + 3] = 255;
  }
  return { width: backgroundWidth, height: rows, data };
}

interface Lines {
  readonly length: number;
  readonly lines: number;
  /** From one point of a line to the next, and from one line to the next. */
  readonly along: number;
  readonly across: number;
}

/** Mixes each point with its neighbours on the line; beyond the ends stands what is before them, as in a mirror. */
function mix(points: Float32Array<ArrayBuffer>, { length, lines, along, across }: Lines): Float32Array<ArrayBuffer> {
  const mixed = new Float32Array(points.length);
  for (let line = 0; line < lines; line++) {
    for (let part = 0; part < 4; part++) {
      const base = line * across + part;
      const at = (place: number): number => {
        const inside = place < 0 ? -place - 1 : place < length ? place : 2 * length - 1 - place;
        return points[base + inside * along] ?? 0;
      };
      let sum = 0;
      for (let place = -reach; place <= reach; place++) sum += at(place);
      for (let place = 0; place < length; place++) {
        mixed[base + place * along] = sum;
        sum += at(place + reach + 1) - at(place - reach);
      }
    }
  }
  return mixed;
}
