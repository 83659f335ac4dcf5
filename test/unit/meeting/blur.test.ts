/** Background blur: whether a machine keeps up, what is left of a background, and the machine's own blur. */
import { describe, expect, test } from 'vitest';
import { backgroundWidth, blurBackground, shown } from '../../../client/media/blur/background.ts';
import type { Pace } from '../../../client/media/blur/messages.ts';
import { layOver, shrink, type Planes } from '../../../client/media/blur/planes.ts';
import { platformBlur, setPlatformBlur } from '../../../client/media/blur/platform.ts';
import type { Seen } from '../../../client/media/blur/segmenter.ts';
import { isTooSlow, judge, keptUp, noVerdict } from '../../../client/media/blur/verdict.ts';

const good: Pace = { pictures: 24, elapsedMs: 1_000, busyMs: 480 };
const slow: Pace = { pictures: 12, elapsedMs: 1_000, busyMs: 960 };

function verdictOn(paces: readonly Pace[]): boolean {
  return isTooSlow(paces.reduce(judge, noVerdict));
}
const times = (count: number, pace: Pace): Pace[] => Array.from({ length: count }, () => pace);

describe('the pace', () => {
  test('L4: twenty pictures a second are enough, nineteen are not', () => {
    expect(keptUp({ pictures: 20, elapsedMs: 1_000, busyMs: 1_000 })).toBe(true);
    expect(keptUp({ pictures: 19, elapsedMs: 1_000, busyMs: 990 })).toBe(false);
    expect(keptUp({ pictures: 39, elapsedMs: 2_000, busyMs: 1_990 })).toBe(false);
  });

  test('L4: a camera that gives fewer, as in a dim room, is not the machine’s fault; nor is one that gives nothing', () => {
    expect(keptUp({ pictures: 10, elapsedMs: 1_000, busyMs: 300 })).toBe(true);
    expect(keptUp({ pictures: 10, elapsedMs: 1_000, busyMs: 410 })).toBe(false);
    expect(keptUp({ pictures: 0, elapsedMs: 1_000, busyMs: 0 })).toBe(true);
    expect(keptUp({ pictures: 0, elapsedMs: 1_000, busyMs: 1_000 })).toBe(false);
  });

  test('L4: some slow seconds in a row are too slow; the first ones do not count, and a hiccup is forgiven', () => {
    expect(verdictOn(times(6, slow))).toBe(false);
    expect(verdictOn(times(7, slow))).toBe(true);
    expect(verdictOn([...times(2, good), ...times(4, slow), ...times(4, good), ...times(4, slow)])).toBe(false);
    expect(verdictOn([...times(100, good), ...times(5, slow)])).toBe(true);
  });

  test('L4: more slow seconds than good ones are too slow in the end', () => {
    const mostlySlow = Array.from({ length: 15 }, () => [slow, slow, good]).flat();
    expect(verdictOn(mostlySlow)).toBe(true);
    expect(verdictOn(Array.from({ length: 30 }, () => [slow, good]).flat())).toBe(false);
  });
});

describe('the background', () => {
  test('L4: what the model is not sure of is background', () => {
    expect([0, 0.4, 0.75, 1].map(shown)).toEqual([0, 0, 1, 1]);
  });

  test('L4: of a page of small print no letter is left', () => {
    const { width, height, data } = blurBackground(room({ person: () => false, light: (x) => (x % 8 < 4 ? 255 : 0) }));
    expect([width, height]).toEqual([backgroundWidth, 36]);
    const reds = data.slice(0, width * 4).filter((_, at) => at % 4 === 0);
    const steps = Array.from(reds.slice(1), (red, at) => Math.abs(red - (reds[at] ?? 0)));
    // Where there were 255 steps from each point to the next.
    expect(Math.max(...steps)).toBeLessThan(12);
  });

  test('L4: the person leaves no shadow in what is behind them', () => {
    const { width, data } = blurBackground(room({ person: (x) => x >= 128, light: (x) => (x >= 128 ? 255 : 40) }));
    // Right beside them, where a plain blur would be half as light as they are.
    expect(Math.abs((data[(18 * width + 31) * 4] ?? 0) - 40)).toBeLessThan(6);
  });
});

describe('the planes of a picture', () => {
  test('L4: what is hidden is written over in brightness and colour, what is shown is not touched', () => {
    const planes = emptyPlanes(8, 4, 200);
    const grey = { width: 2, height: 1, data: new Uint8ClampedArray([0, 0, 0, 255, 0, 0, 0, 255]) };
    layOver(
      planes,
      { width: 8, height: 4, values: Uint8Array.from({ length: 32 }, (_, at) => (at % 8 < 4 ? 255 : 0)) },
      grey,
    );
    expect([...planes.y.data.subarray(0, 8)]).toEqual([200, 200, 200, 200, 16, 16, 16, 16]);
    expect([...planes.u.data.subarray(32, 36)]).toEqual([200, 200, 128, 128]);
    expect([...planes.v.data.subarray(40, 44)]).toEqual([200, 200, 128, 128]);
  });

  test('L4: the model is shown what the camera saw', () => {
    const { data } = shrink(emptyPlanes(8, 4, 128), { width: 4, height: 2 });
    expect(data.length).toBe(32);
    // Grey between black (16) and white (235).
    expect([...data.subarray(0, 4)]).toEqual([130, 130, 130, 255]);
  });
});

describe('the machine’s own blur', () => {
  test('L4: it is asked for where the page may choose, with the size that was asked for before', async () => {
    const { camera, asked } = cameraThat({ possible: [true, false], on: false });
    expect(platformBlur(camera)).toEqual({ power: 'choice', on: false });
    expect(await setPlatformBlur(camera, true)).toBe(true);
    expect(asked).toEqual([{ width: { ideal: 960 }, backgroundBlur: true }]);
    expect(platformBlur(camera)).toEqual({ power: 'choice', on: true });
  });

  test('L4: where the system has switched it on it counts as on, and is not the page’s to choose', async () => {
    const { camera, asked } = cameraThat({ possible: [true], on: true });
    expect(platformBlur(camera)).toEqual({ power: 'fixed', on: true });
    expect(await setPlatformBlur(camera, true)).toBe(true);
    expect(await setPlatformBlur(camera, false)).toBe(false);
    expect(asked).toEqual([]);
  });

  test('L4: a camera without it says no', async () => {
    const { camera } = cameraThat({ possible: [], on: false });
    expect(platformBlur(camera)).toEqual({ power: 'none', on: false });
    expect(await setPlatformBlur(camera, true)).toBe(false);
  });
});

/** What the model saw of a room that is the same from top to bottom. */
function room({ person, light }: { person: (x: number) => boolean; light: (x: number) => number }): Seen {
  const [width, height] = [256, 144];
  const points = Array.from({ length: width * height }, (_, at) => at % width);
  return {
    width,
    height,
    pixels: Uint8ClampedArray.from(points.flatMap((x) => [light(x), light(x), light(x), 255])),
    person: Float32Array.from(points, (x) => (person(x) ? 1 : 0)),
  };
}

/** I420 in one piece, each value the same. */
function emptyPlanes(width: number, height: number, value: number): Planes {
  const data = new Uint8Array(width * height * 1.5).fill(value);
  const [brightness, colour] = [width * height, (width * height) / 4];
  const half = { data, step: 1, stride: width / 2, width: width / 2, height: height / 2 };
  return {
    y: { data, offset: 0, step: 1, stride: width, width, height },
    u: { ...half, offset: brightness },
    v: { ...half, offset: brightness + colour },
  };
}

/** A browser's track of a camera, as far as blur goes. */
function cameraThat({ possible, on }: { possible: boolean[]; on: boolean }) {
  const asked: object[] = [];
  let backgroundBlur = on;
  const camera = {
    getCapabilities: () => ({ backgroundBlur: possible }),
    getSettings: () => ({ backgroundBlur }),
    getConstraints: () => ({ width: { ideal: 960 } }),
    applyConstraints: async (constraints: { backgroundBlur: boolean }) => {
      asked.push(constraints);
      backgroundBlur = constraints.backgroundBlur;
    },
  } as unknown as MediaStreamTrack;
  return { camera, asked };
}
