/** Owns the tests of lines that are going on, and that they are not too many: meetings go first. */
import { SamradError } from '../../shared/protocol/errors.ts';
import { LineTest } from './lineTest.ts';
import { lineTestLimits, type LineTestLimits } from './mediaPolicy.ts';
import type { WorkerPool } from './workerPool.ts';

interface Settings {
  readonly pool: Pick<WorkerPool, 'settle'>;
  readonly limits?: LineTestLimits;
}

export class LineTests {
  readonly #settings: Settings;
  readonly #limits: LineTestLimits;
  readonly #open = new Set<LineTest>();
  #opening = 0;

  constructor(settings: Settings) {
    this.#settings = settings;
    this.#limits = settings.limits ?? lineTestLimits;
  }

  /** Begins one. @throws SamradError `media-unavailable` where there are as many as may be, or no worker. */
  async open(): Promise<LineTest> {
    const { lifetimeMs, atOnce } = this.#limits;
    if (this.#open.size + this.#opening >= atOnce) throw new SamradError('media-unavailable');
    this.#opening += 1;
    try {
      const test = await LineTest.create({
        pool: this.#settings.pool,
        lifetimeMs,
        onClosed: (closed) => void this.#open.delete(closed),
      });
      this.#open.add(test);
      return test;
    } finally {
      this.#opening -= 1;
    }
  }

  close(): void {
    for (const test of [...this.#open]) test.close();
  }
}
