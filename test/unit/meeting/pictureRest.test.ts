import { expect, test } from 'vitest';
import { firstCourse, nextCourse, type PictureCourse } from '../../../client/media/pictureRest.ts';
import type { UplinkSample } from '../../../client/media/lineStats.ts';

const small: UplinkSample = { available: 50_000, loss: 0.1, roundTripMs: 20 };
const large: UplinkSample = { available: 900_000, loss: 0, roundTripMs: 20 };
/** What a browser without an estimate tells of a line that loses a lot. */
const losing: UplinkSample = { available: null, loss: 0.4, roundTripMs: null };
const calm: UplinkSample = { available: null, loss: 0.02, roundTripMs: null };
const beforeJudging = 8;
const beforeTrialIsJudged = 3;

function after(seconds: number, sample: UplinkSample, course: PictureCourse = firstCourse): PictureCourse {
  return Array.from({ length: seconds }).reduce<PictureCourse>((now) => nextCourse(now, sample), course);
}

/** How many seconds pass until the picture rests, or flows again. */
function until(name: PictureCourse['name'], sample: UplinkSample, from: PictureCourse): [number, PictureCourse] {
  let course = from;
  for (let seconds = 1; seconds <= 600; seconds += 1) {
    course = nextCourse(course, sample);
    if (course.name === name) return [seconds, course];
  }
  throw new Error(`never ${name}`);
}

test('M14: a picture begins in peace, rests after some seconds on a line too small for it, and is tried again', () => {
  const [rested, resting] = until('resting', small, firstCourse);
  expect(rested).toBe(beforeJudging + 4);
  const [tried] = until('sending', small, resting);
  expect(tried).toBe(20);
});

test('M14: a line that is too small for a moment only takes no picture away', () => {
  const judged = after(beforeJudging, large);
  const course = after(3, large, after(3, small, after(3, large, after(3, small, judged))));
  expect(course.name).toBe('sending');
  expect(until('resting', small, course)[0]).toBe(4);
});

test('M14: between too small and fine nothing changes, so that the picture does not come and go at the border', () => {
  const border = { available: 120_000, loss: 0.1, roundTripMs: 20 };
  expect(after(300, border).name).toBe('sending');
});

test('M14: each vain trial makes the next rest twice as long, up to two minutes', () => {
  let course: PictureCourse = firstCourse;
  const rests: number[] = [];
  for (let trial = 0; trial < 6; trial += 1) {
    course = until('resting', small, course)[1];
    const [seconds, sending] = until('sending', small, course);
    rests.push(seconds);
    course = sending;
  }
  expect(rests).toEqual([20, 40, 80, 120, 120, 120]);
});

test('M14: half a minute on a fine line makes the rests short again', () => {
  const vain = until('sending', small, until('resting', small, firstCourse)[1])[1];
  const better = after(beforeTrialIsJudged + 30, large, vain);
  expect(until('sending', small, until('resting', small, better)[1])[0]).toBe(20);
  const hardly = after(beforeTrialIsJudged + 29, large, vain);
  expect(until('sending', small, until('resting', small, hardly)[1])[0]).toBe(40);
});

test('M14: a browser that does not estimate is judged by the pictures that are lost on its way', () => {
  const [rested, resting] = until('resting', losing, firstCourse);
  expect(rested).toBe(beforeJudging + 4);
  expect(until('sending', losing, resting)[0]).toBe(20);
  expect(after(600, calm).name).toBe('sending');
});

test('M14: what the browser thinks of the line takes no picture away while all that is sent arrives in time', () => {
  expect(after(300, { ...small, loss: 0 }).name).toBe('sending');
  const [rested] = until('resting', { ...small, loss: 0, roundTripMs: 500 }, firstCourse);
  expect(rested).toBe(beforeJudging + 4);
});
