/** Decides whether a machine keeps up with blurring: pure, so that each second's figures can be judged without a camera. */
import type { Pace } from './messages.ts';

/** Under so many pictures a second, movement is seen as jerks. */
export const leastPerSecond = 20;
/** A worker that takes no longer for one has time to spare: then it is the camera that gives fewer, as in dim rooms. */
const spareUpToMs = (1000 / leastPerSecond) * 0.8;
/** Stretches after the beginning that tell nothing yet: the model is new to the processor. */
const warmUp = 2;
/** So many slow stretches more than good ones are no hiccup. */
const patience = 5;

export interface Verdict {
  /** Stretches heard of. */
  readonly heard: number;
  /** Slow ones, less the good ones after them; never below nothing. */
  readonly slow: number;
}

export const noVerdict: Verdict = { heard: 0, slow: 0 };

/** Whether this stretch kept the pace, or the camera is to blame. */
export function keptUp({ pictures, elapsedMs, busyMs }: Pace): boolean {
  if ((pictures * 1000) / elapsedMs >= leastPerSecond) return true;
  return busyMs <= spareUpToMs * Math.max(pictures, 1);
}

/** One more stretch. */
export function judge({ heard, slow }: Verdict, pace: Pace): Verdict {
  if (heard < warmUp) return { heard: heard + 1, slow };
  return { heard: heard + 1, slow: keptUp(pace) ? Math.max(0, slow - 1) : slow + 1 };
}

/** The machine does not keep up, and it is no hiccup. */
export function isTooSlow({ slow }: Verdict): boolean {
  return slow >= patience;
}
