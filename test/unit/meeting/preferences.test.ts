import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Preferences, preferredSize, type PreferredSize } from '../../../client/media/preferences.ts';
import { sendPolicies } from '../../../client/media/sendPolicy.ts';

const sizes: readonly PreferredSize[] = ['hidden', 'small', 'medium', 'large'];
let told: string[];
let preferences: Preferences;

beforeEach(() => {
  vi.useFakeTimers();
  told = [];
  preferences = new Preferences({ tell: (consumerId, size) => told.push(`${consumerId} ${size}`) });
});

afterEach(() => {
  preferences.close();
  vi.useRealTimers();
});

test('a picture that nobody sees is not asked for', () => {
  expect(preferredSize({ width: 640, height: 360, visible: false })).toBe('hidden');
  expect(preferredSize({ width: 0, height: 360, visible: true })).toBe('hidden');
  expect(preferredSize({ width: 640, height: 0, visible: true })).toBe('hidden');
});

test('no layer is enlarged by more than about a third, and none is larger than it needs to be', () => {
  const layers = (sendPolicies.camera.encodings ?? []).map(
    ({ scaleResolutionDownBy = 1 }) => 540 / scaleResolutionDownBy,
  );
  expect(layers).toEqual([135, 270, 540]);
  for (const [index, lines] of layers.slice(0, 2).entries()) {
    const at = (height: number) => preferredSize({ width: 1, height, visible: true });
    expect(at(lines * 1.33)).toBe(sizes[index + 1]);
    expect(at(lines * 1.35)).toBe(sizes[index + 2]);
  }
});

test('a low and wide tile is cut from a picture as wide as the tile', () => {
  expect(preferredSize({ width: 960, height: 100, visible: true })).toBe('large');
});

test('a larger tile never gets a smaller picture', () => {
  const length = fc.integer({ min: 1, max: 3000 });
  fc.assert(
    fc.property(length, length, length, (width, height, more) => {
      const order = (shown: { width: number; height: number }) =>
        sizes.indexOf(preferredSize({ ...shown, visible: true }));
      expect(order({ width: width + more, height })).toBeGreaterThanOrEqual(order({ width, height }));
      expect(order({ width, height: height + more })).toBeGreaterThanOrEqual(order({ width, height }));
    }),
  );
});

test('a window that is being dragged tells only the size at which it comes to rest', () => {
  preferences.bind('kari', 'camera', 'c1');
  for (const size of ['small', 'medium', 'large', 'medium'] as const) {
    preferences.wish('kari', 'camera', size);
    vi.advanceTimersByTime(150);
  }
  expect(told).toEqual([]);
  vi.advanceTimersByTime(50);
  expect(told).toEqual(['c1 medium']);
});

test('a size that comes back before it was told is not told again', () => {
  preferences.bind('kari', 'camera', 'c1');
  preferences.wish('kari', 'camera', 'small');
  vi.advanceTimersByTime(200);
  preferences.wish('kari', 'camera', 'large');
  preferences.wish('kari', 'camera', 'small');
  vi.advanceTimersByTime(1_000);
  expect(told).toEqual(['c1 small']);
});

test('M3: after a fault each new consumer begins at once with what its tile needs', () => {
  preferences.bind('kari', 'camera', 'c1');
  preferences.wish('kari', 'camera', 'small');
  preferences.wish('kari', 'screen', 'large');
  vi.advanceTimersByTime(200);
  preferences.unbind();
  preferences.bind('kari', 'screen', 'c2');
  preferences.bind('kari', 'camera', 'c1');
  expect(told).toEqual(['c1 small', 'c2 large', 'c1 small']);
});

test('nothing is told after the end', () => {
  preferences.bind('kari', 'camera', 'c1');
  preferences.wish('kari', 'camera', 'small');
  preferences.close();
  vi.advanceTimersByTime(1_000);
  expect(told).toEqual([]);
});
