/** When a date changes somebody's rights: however far away it is, whatever the clock on the wall does, and only while somebody listens. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { AccessChanges } from '../../server/access/accessChanges.ts';

const who = { planId: 'plan', personId: 'inger' };
const day = 86_400_000;
const start = Date.parse('2026-11-23T12:00:00.000Z');

beforeEach(() => {
  vi.useFakeTimers({ now: start });
});

afterEach(() => {
  vi.useRealTimers();
});

/** The next of these dates, as the database would find it. */
function changesAt(dates: number[]): AccessChanges {
  return new AccessChanges({
    nextChange: (_who, at) => Promise.resolve(dates.map(iso).find((date) => date > at) ?? null),
    onChanged: () => undefined,
    onError: (error) => {
      throw error;
    },
    now: () => new Date(),
  });
}

function iso(time: number): string {
  return new Date(time).toISOString();
}

/** Watches; each time that it was told, by the clock. */
function toldTimes(changes: AccessChanges): { times: number[]; stop: () => void } {
  const times: number[] = [];
  const stop = changes.watch(who, () => {
    times.push(Date.now());
    return Promise.resolve();
  });
  return { times, stop };
}

test('A7: a date 60 days away is told when it comes, though no timer holds that long', async () => {
  const { times } = toldTimes(changesAt([start + 60 * day]));
  await vi.advanceTimersByTimeAsync(60 * day - 1);
  expect(times).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(times).toEqual([start + 60 * day]);
});

test('A7: one date after the other is told, each once', async () => {
  const dates = [start + 500, start + 2 * day, start + 2 * day + 1];
  const { times } = toldTimes(changesAt(dates));
  await vi.advanceTimersByTimeAsync(10 * day);
  expect(times).toEqual(dates);
});

test('A7: a date that is there because the clock was set forward is told within the minute', async () => {
  const { times } = toldTimes(changesAt([start + day]));
  await vi.advanceTimersByTimeAsync(1_000);
  vi.setSystemTime(start + 2 * day);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(times).toHaveLength(1);
});

test('A7: a change that is told has the next date looked up anew, and waits for those who listen', async () => {
  const dates = [start + day];
  const changes = changesAt(dates);
  let finish = (): void => undefined;
  changes.watch(who, () => new Promise((resolve) => (finish = resolve)));
  dates.unshift(start + 1_000);
  let isDone = false;
  const telling = changes.tell(who).then(() => (isDone = true));
  await vi.advanceTimersByTimeAsync(0);
  expect(isDone).toBe(false);
  finish();
  await telling;
  const { times } = toldTimes(changes);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(times).toEqual([start + 1_000]);
});

test('A7: with nobody to tell, nothing is waited for', async () => {
  const changes = changesAt([start + day]);
  const { times, stop } = toldTimes(changes);
  await vi.advanceTimersByTimeAsync(0);
  expect(vi.getTimerCount()).toBe(1);
  stop();
  expect(vi.getTimerCount()).toBe(0);
  toldTimes(changes);
  await vi.advanceTimersByTimeAsync(0);
  changes.close();
  await vi.advanceTimersByTimeAsync(2 * day);
  expect(times).toEqual([]);
});
