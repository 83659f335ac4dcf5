/** Whether camera and microphone do what they should: pictures that change and are not dark, and a level that speech makes. */
import { heardFrom, watchLevel } from '../media/level.ts';
import type { CameraResult, MicrophoneResult } from './measured.ts';

/** How long pictures are looked at, and how long somebody has to say something, milliseconds. */
const lookMs = 4_000;
const listenMs = 10_000;
/** How often a picture is looked at, milliseconds, and how large: enough to see a change of light anywhere in it. */
const everyMs = 150;
const size = { width: 64, height: 36 };
/** The brightest point of a picture that is dark: what a camera shows behind its cover. Of 255. */
const darkBelow = 24;
/** Pictures that must differ from the one before: the first ones of many cameras are black. */
const changes = 3;

/** Looks at the pictures until enough of them have changed. */
export async function probeCamera(track: MediaStreamTrack): Promise<CameraResult> {
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.srcObject = new MediaStream([track]);
  await video.play().catch(() => undefined);
  try {
    return { name: await look(video) };
  } finally {
    video.srcObject = null;
  }
}

/** Listens until somebody speaks. */
export function probeMicrophone(track: MediaStreamTrack): Promise<MicrophoneResult> {
  return new Promise((resolve) => {
    let loudest = 0;
    const end = (name: 'heard' | 'silent'): void => {
      clearTimeout(timer);
      stop();
      resolve({ name, level: loudest });
    };
    const timer = setTimeout(() => end('silent'), listenMs);
    const stop = watchLevel(track, (level) => {
      loudest = Math.max(loudest, level);
      if (level > heardFrom) end('heard');
    });
  });
}

function look(video: HTMLVideoElement): Promise<'moves' | 'dark' | 'still'> {
  const canvas = Object.assign(document.createElement('canvas'), size);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return new Promise((resolve) => {
    const begun = performance.now();
    let before: Uint8ClampedArray | null = null;
    let changed = 0;
    const timer = setInterval(() => {
      context?.drawImage(video, 0, 0, size.width, size.height);
      const picture = context?.getImageData(0, 0, size.width, size.height).data ?? new Uint8ClampedArray();
      if (before && picture.some((value, index) => value !== before?.[index])) changed += 1;
      before = picture;
      const isDark = !picture.some((value, index) => index % 4 !== 3 && value >= darkBelow);
      if (changed >= changes && !isDark) end('moves');
      else if (performance.now() - begun > lookMs) end(isDark ? 'dark' : 'still');
    }, everyMs);
    const end = (name: 'moves' | 'dark' | 'still'): void => {
      clearInterval(timer);
      resolve(name);
    };
  });
}
