import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gridLayout, heightOf } from '../../../client/meeting/gridLayout.ts';
import { preferredSize } from '../../../client/media/preferences.ts';

const least = { gap: 8, leastWidth: 160, leastHeight: 120 };
const wide = { width: 1280, height: 720, ...least };
const phone = { width: 375, height: 600, ...least };

const spaces = fc.record({
  count: fc.integer({ min: 1, max: 24 }),
  width: fc.integer({ min: 160, max: 2560 }),
  height: fc.integer({ min: 120, max: 1600 }),
});

test('one person fills a wide room without being stretched', () => {
  expect(gridLayout({ count: 1, ...wide })).toEqual({ columns: 1, tileWidth: 1280, tileHeight: 720 });
});

test('people stand beside each other in a wide room and above each other on a phone', () => {
  expect(gridLayout({ count: 2, ...wide }).columns).toBe(2);
  expect(gridLayout({ count: 4, ...wide }).columns).toBe(2);
  expect(gridLayout({ count: 9, ...wide }).columns).toBe(3);
  expect(gridLayout({ count: 2, ...phone }).columns).toBe(1);
});

test('where all do not fit, the grid grows downwards and no name becomes unreadable', () => {
  const space = { count: 20, width: 320, height: 300, ...least, leastWidth: 150 };
  const layout = gridLayout(space);
  expect(layout.columns).toBe(2);
  expect(layout.tileWidth).toBeGreaterThanOrEqual(150);
  expect(layout.tileHeight).toBeGreaterThanOrEqual(120);
  expect(heightOf(layout, space)).toBe(10 * layout.tileHeight + 9 * 8);
  expect(heightOf(layout, space)).toBeGreaterThan(300);
});

test('a room that has no size yet has one column and nothing below zero', () => {
  expect(gridLayout({ count: 3, width: 0, height: 0, ...least })).toEqual({ columns: 1, tileWidth: 0, tileHeight: 0 });
  expect(gridLayout({ count: 0, ...wide }).columns).toBe(1);
});

test('no grid is wider than its room, and no face is narrower than a square or wider than 16:9', () => {
  fc.assert(
    fc.property(spaces, (space) => {
      const { columns, tileWidth, tileHeight } = gridLayout({ ...space, ...least });
      expect(columns * tileWidth + (columns - 1) * least.gap).toBeLessThanOrEqual(space.width);
      expect(tileWidth).toBeGreaterThanOrEqual(tileHeight);
      expect(tileWidth).toBeLessThanOrEqual(((tileHeight + 1) * 16) / 9);
      expect(tileWidth).toBeGreaterThanOrEqual(least.leastWidth);
    }),
  );
});

test('one more person never makes the faces larger, and a larger room never makes them smaller', () => {
  const area = (space: { count: number; width: number; height: number }): number | null => {
    const all = { ...space, ...least };
    const layout = gridLayout(all);
    return heightOf(layout, all) <= space.height ? layout.tileWidth * layout.tileHeight : null;
  };
  fc.assert(
    fc.property(spaces, (space) => {
      const now = area(space);
      fc.pre(now !== null);
      expect(area({ ...space, count: space.count + 1 }) ?? 0).toBeLessThanOrEqual(now);
      expect(area({ ...space, height: space.height + 100 })).toBeGreaterThanOrEqual(now);
      expect(area({ ...space, width: space.width + 100 })).toBeGreaterThanOrEqual(now);
    }),
  );
});

test('M18: eighteen people beside the plan, on a tablet and on a phone have small pictures, and are asked for as such', () => {
  const rem = 18;
  const tiles = { count: 18, gap: rem / 2, leastWidth: 8.25 * rem, leastHeight: 6.25 * rem };
  const rooms = {
    desk: { width: 714, height: 640 },
    tablet: { width: 804, height: 519 },
    phone: { width: 344, height: 326 },
  };
  for (const [name, space] of Object.entries(rooms)) {
    const { tileWidth: width, tileHeight: height } = gridLayout({ ...space, ...tiles });
    expect([name, preferredSize({ width, height, visible: true })]).toEqual([name, 'small']);
  }
});
