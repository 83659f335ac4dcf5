/**
 * When my camera rests for the sake of the sound: decided once a second from what the browser thinks the line carries and from what
 * happens to what is sent. The picture rests where not even its smallest size fits beside the voice: little is thought to fit, and
 * what is sent is lost or waits in a queue. The thought alone does not count: it stays low for long after many came in at once. While
 * it rests, hardly anything is sent, so that nothing shows what the line could carry; it is therefore tried again after a while, and
 * where that was in vain, after twice as long.
 */
import type { UplinkSample } from './lineStats.ts';

/** Bits per second that a voice (some 40 000 with its headers) and the smallest picture need at the least. */
const leastBitrate = 100_000;
/** A line with so much is fine: the next time begins with a short rest again. */
const fineBitrate = 200_000;
/** The part of my pictures that may be lost: above it the line is too small whatever the estimate says. */
const lostTooMuch = 0.15;
/** Where little is thought to fit, so much lost, or so long a way there and back, shows that it is so. */
const lostSome = 0.05;
const queuedMs = 400;
/** Seconds. */
const tooSmallS = 4;
/** Long enough for the estimate to climb from what the voice alone needs. */
const graceS = 8;
/** A trial is short: while the line is too small for it, it costs the voice. */
const trialGraceS = 3;
const fineS = 30;
const firstRestS = 20;
const longestRestS = 120;

export type PictureCourse =
  | {
      readonly name: 'sending';
      /** Seconds before it is judged at all. */
      readonly grace: number;
      readonly tooSmall: number;
      readonly fine: number;
      readonly nextRest: number;
    }
  | { readonly name: 'resting'; readonly left: number; readonly nextRest: number };

/** A camera that was just turned on. */
export const firstCourse: PictureCourse & { readonly name: 'sending' } = {
  name: 'sending',
  grace: graceS,
  tooSmall: 0,
  fine: 0,
  nextRest: firstRestS,
};

/** The course a second later. */
export function nextCourse(course: PictureCourse, sample: UplinkSample): PictureCourse {
  return course.name === 'resting' ? rest(course) : send(course, sample);
}

function rest(course: PictureCourse & { name: 'resting' }): PictureCourse {
  const left = course.left - 1;
  if (left > 0) return { ...course, left };
  return { ...firstCourse, grace: trialGraceS, nextRest: course.nextRest };
}

function send(course: PictureCourse & { name: 'sending' }, sample: UplinkSample): PictureCourse {
  if (course.grace > 0) return { ...course, grace: course.grace - 1 };
  const isTooSmall = carriesNoPicture(sample);
  const isFine = !isTooSmall && (sample.available === null || sample.available >= fineBitrate);
  const tooSmall = isTooSmall ? course.tooSmall + 1 : 0;
  const { nextRest } = course;
  if (tooSmall >= tooSmallS) return { name: 'resting', left: nextRest, nextRest: Math.min(longestRestS, nextRest * 2) };
  const fine = isFine ? course.fine + 1 : 0;
  return { ...course, tooSmall, fine, nextRest: fine >= fineS ? firstRestS : nextRest };
}

function carriesNoPicture({ available, loss, roundTripMs }: UplinkSample): boolean {
  if ((loss ?? 0) > lostTooMuch) return true;
  const littleFits = available !== null && available < leastBitrate;
  return littleFits && ((loss ?? 0) > lostSome || (roundTripMs ?? 0) > queuedMs);
}
