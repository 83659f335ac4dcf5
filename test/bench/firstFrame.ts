/** Measures inside a page, ours and the bare one alike: from the press of a button to the first frames of the others' videos. */
import type { BrowserContext, Page } from 'playwright-core';

declare global {
  interface Window {
    /** Milliseconds from the latest press to the first frame of so many videos; there in pages that are watched. */
    firstFrames?: (videos: number) => Promise<number>;
  }
}

/** Begins to watch in every page that this context opens from now on. */
export async function watchFirstFrame(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const remote = new WeakSet<MediaStreamTrack>();
    window.RTCPeerConnection = class extends RTCPeerConnection {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        this.addEventListener('track', ({ track }) => remote.add(track));
      }
    };
    let pressedAt = 0;
    addEventListener('click', () => (pressedAt = performance.now()), { capture: true });
    const taken = new Map<MediaStreamTrack, number>();
    const frames = new EventTarget();
    window.firstFrames = async (videos) => {
      while (taken.size < videos) await new Promise((resolve) => frames.addEventListener('frame', resolve));
      return [...taken.values()].sort((a, b) => a - b)[videos - 1] ?? Number.NaN;
    };
    const native = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, 'srcObject');
    if (!native) return;
    Object.defineProperty(HTMLMediaElement.prototype, 'srcObject', {
      ...native,
      set(this: HTMLMediaElement, stream: MediaStream | null) {
        native.set?.call(this, stream);
        const track = stream?.getVideoTracks().find((one) => remote.has(one));
        if (!(this instanceof HTMLVideoElement) || !track) return;
        this.requestVideoFrameCallback(() => {
          if (!taken.has(track)) taken.set(track, performance.now() - pressedAt);
          frames.dispatchEvent(new Event('frame'));
        });
      },
    });
  });
}

/** Milliseconds from the latest press to the first frame. */
export function firstFrame(page: Page): Promise<number> {
  return firstFrames(page, 1);
}

/** Milliseconds from the latest press until so many videos have shown their first frame. */
export function firstFrames(page: Page, videos: number): Promise<number> {
  return page.evaluate((wanted) => window.firstFrames?.(wanted) ?? Promise.reject(new Error('nobody watches')), videos);
}
