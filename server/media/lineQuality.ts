/**
 * How good somebody's line is, from what mediasoup says of each stream that they send and receive: 10 where everything arrives,
 * 0 where nothing does (mediasoup's "score", from loss and repairs).
 */
import type { LineQuality } from '../../shared/protocol/types.ts';

const weakBelow = 7;
const badBelow = 4;
/** A line must be better by so much before it is called better: it would flicker at the border. */
const margin = 1;

/** By the worst of the streams; a line on which nothing flows is good. */
export function lineQuality(scores: readonly number[], before: LineQuality): LineQuality {
  const worst = Math.min(10, ...scores);
  const bad = badBelow + (before === 'bad' ? margin : 0);
  const weak = weakBelow + (before === 'good' ? 0 : margin);
  if (worst < bad) return 'bad';
  return worst < weak ? 'weak' : 'good';
}

/**
 * The same, where pictures do not get through: with the camera paused for the line's sake only the sound is left to be judged, and it may
 * arrive well on a line that carries nothing else.
 */
export function withoutPictures(
  quality: LineQuality,
  { cameraRests, stalled }: { cameraRests: boolean; stalled: boolean },
): LineQuality {
  if (cameraRests) return 'bad';
  return stalled && quality === 'good' ? 'weak' : quality;
}
