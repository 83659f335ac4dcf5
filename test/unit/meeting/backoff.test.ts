import { expect, test } from 'vitest';
import { backoff } from '../../../client/media/backoff.ts';

const many = (tries: number) => Array.from({ length: 200 }, () => backoff(tries));

test('the first tries come so quickly that a hiccup is hardly seen', () => {
  expect(Math.max(...many(0))).toBeLessThanOrEqual(100);
});

test('M3: nobody waits longer than two seconds, however long the fault lasts', () => {
  for (const tries of [5, 20, 5_000]) {
    expect(Math.max(...many(tries))).toBeLessThanOrEqual(2_000);
    expect(Math.min(...many(tries))).toBeGreaterThanOrEqual(1_500);
  }
});

test('each try waits longer than the one before, until the longest', () => {
  for (const tries of [0, 1, 2, 3]) expect(Math.min(...many(tries + 1))).toBeGreaterThan(Math.max(...many(tries)));
});

test('a whole meeting does not come back at the same instant', () => {
  expect(new Set(many(3)).size).toBeGreaterThan(100);
});
