/** Looks once a second at the line that carries what is mine, and tells when my camera is to rest for the sake of the sound, and when no more. */
import type { types as mediasoup } from 'mediasoup-client';
import { reportsOf, uplinkSample } from './lineStats.ts';
import { firstCourse, nextCourse, type PictureCourse } from './pictureRest.ts';

const everyMs = 1_000;

interface UplinkWatchParts {
  readonly transport: Pick<mediasoup.Transport, 'getStats' | 'closed'>;
  /** Whether there is a camera to be sent. */
  readonly filmed: () => boolean;
  readonly onRest: (rests: boolean) => void;
}

export class UplinkWatch {
  readonly #parts: UplinkWatchParts;
  #course: PictureCourse = firstCourse;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  constructor(parts: UplinkWatchParts) {
    this.#parts = parts;
  }

  get rests(): boolean {
    return this.#course.name === 'resting';
  }

  start(): void {
    this.#timer = setTimeout(() => void this.#look(), everyMs);
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  async #look(): Promise<void> {
    const { transport, filmed, onRest } = this.#parts;
    const before = this.rests;
    // Whoever turns the camera on by hand wants it tried at once.
    if (!filmed()) this.#course = firstCourse;
    else {
      // A browser that cannot tell is one that decides by itself.
      const stats = await transport.getStats().catch(() => null);
      if (this.#closed) return;
      if (stats) this.#course = nextCourse(this.#course, uplinkSample(reportsOf(stats)));
    }
    if (this.rests !== before) onRest(this.rests);
    this.start();
  }
}
