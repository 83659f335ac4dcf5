/** What setting up shows, on a terminal and in a log. */
import { expect, test } from 'vitest';
import { createProgress } from '../../server/setup/progress.mjs';
import { keepingStream, standingClock } from './support/stream.ts';

test('in a log a step shows its start, each further 10 % once, and how long it took', () => {
  const log = keepingStream(false);
  const clock = standingClock();
  const step = createProgress(log, clock.now).step('Building');
  for (const fraction of [0.05, 0.1, 0.14, 0.31, 0.2, 1]) step.update(fraction);
  clock.pass(61_400);
  step.done();
  expect(log.written).toEqual(['Building …\n', 'Building: 10 %\n', 'Building: 30 %\n', 'Building: done in 61 s\n']);
});

test('on a terminal a step is one line that is written over', () => {
  const terminal = keepingStream(true);
  const clock = standingClock();
  const step = createProgress(terminal, clock.now).step('Looking');
  clock.pass(2_000);
  step.done('none to be had');
  expect(terminal.written.join('')).toBe('\r\x1b[2KLooking … (0 s)\r\x1b[2KLooking: none to be had in 2 s\n');
});

test('a step that did not succeed leaves the terminal on a fresh line', () => {
  const terminal = keepingStream(true);
  createProgress(terminal, standingClock().now).step('Building').stop();
  expect(terminal.written.at(-1)).toBe('\n');
});
