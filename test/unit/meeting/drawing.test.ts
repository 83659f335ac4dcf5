/** When the page is drawn: not in the middle of a join, and never much later than it could be. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Drawing } from '../../../client/meeting/drawing.ts';

let drawn: number;
let busy: boolean;
let drawing: Drawing;

beforeEach(() => {
  vi.useFakeTimers();
  drawn = 0;
  busy = false;
  drawing = new Drawing({ draw: () => (drawn += 1), isBusy: () => busy });
});

afterEach(() => {
  drawing.close();
  vi.useRealTimers();
});

test('a change is drawn at once where nothing is on its way', () => {
  drawing.request();
  drawing.request();
  expect(drawn).toBe(2);
});

test('while a join is on its way nothing is drawn; when it is through, once', () => {
  busy = true;
  drawing.request();
  drawing.request();
  expect(drawn).toBe(0);
  busy = false;
  drawing.request();
  expect(drawn).toBe(1);
  vi.advanceTimersByTime(1_000);
  expect(drawn).toBe(1);
});

test('a join that takes long is drawn as it is, and every change after that', () => {
  busy = true;
  drawing.request();
  vi.advanceTimersByTime(250);
  expect(drawn).toBe(1);
  drawing.request();
  expect(drawn).toBe(2);
  busy = false;
  drawing.request();
  busy = true;
  drawing.request();
  expect(drawn).toBe(3);
});
