/** Measures inside a page, ours and the bare one alike: from the press of a button to the first frame of somebody else's video. */
import type { BrowserContext, Page } from 'playwright-core';

declare global {
  interface Window {
    /** Milliseconds from the latest press to the first frame; there in pages that are watched. */
    firstFrame?: Promise<number>;
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
    window.firstFrame = new Promise((resolve) => {
      const native = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, 'srcObject');
      if (!native) return;
      Object.defineProperty(HTMLMediaElement.prototype, 'srcObject', {
        ...native,
        set(this: HTMLMediaElement, stream: MediaStream | null) {
          native.set?.call(this, stream);
          if (this instanceof HTMLVideoElement && stream?.getVideoTracks().some((track) => remote.has(track)))
            this.requestVideoFrameCallback(() => resolve(performance.now() - pressedAt));
        },
      });
    });
  });
}

/** Milliseconds from the latest press to the first frame. */
export async function firstFrame(page: Page): Promise<number> {
  return page.evaluate(() => window.firstFrame ?? Promise.reject(new Error('nobody watches')));
}
