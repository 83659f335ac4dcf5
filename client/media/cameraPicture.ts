/** An opened camera as the others see it: as it is, or with a background that nobody can read. */
import type { BlurFailure } from './blur/blurredCamera.ts';
import { frameStreams } from './blur/frames.ts';
import { platformBlur, setPlatformBlur } from './blur/platform.ts';

export interface CameraPicture {
  /** What is shown and sent. */
  readonly track: MediaStreamTrack;
  /** Ends what was made; the camera itself belongs to who opened it. */
  readonly close: () => void;
}

interface Blurring {
  /** It ended, and nothing is shown any more. */
  readonly onFailed: (failure: BlurFailure) => void;
  /** The person or the system has switched the machine's own blur off. */
  readonly onUncovered: () => void;
}

/** Whether this browser has what blurring needs; a camera whose machine does it needs none of that. */
export function canBlur(): boolean {
  return 'OffscreenCanvas' in globalThis && (frameStreams() !== null || 'captureStream' in HTMLCanvasElement.prototype);
}

/** The picture as the camera gives it. */
export function plainPicture(camera: MediaStreamTrack): CameraPicture {
  return { track: camera, close: () => undefined };
}

/**
 * A picture with a blurred background: the machine's where it does that, else our own. Resolves when the first such
 * picture is there. @throws where there is no way to it.
 */
export async function blurredPicture(
  camera: MediaStreamTrack,
  { onFailed, onUncovered }: Blurring,
): Promise<CameraPicture> {
  if (await setPlatformBlur(camera, true)) {
    const look = (): void => {
      if (!platformBlur(camera).on) onUncovered();
    };
    camera.addEventListener('configurationchange', look);
    return { track: camera, close: () => camera.removeEventListener('configurationchange', look) };
  }
  if (!canBlur()) throw new Error('this browser cannot blur');
  const { BlurredCamera } = await import('./blur/blurredCamera.ts');
  return BlurredCamera.create(camera, { onFailed });
}
