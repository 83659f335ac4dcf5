/** Owns the tests of lines that are going on, and that they are not too many: meetings go first. */
import { SamradError } from '../../shared/protocol/errors.ts';
import { LineTest } from './lineTest.ts';
import { lineTestLimits } from './mediaPolicy.ts';
import type { WorkerPool } from './workerPool.ts';

export class LineTests {
  readonly #pool: Pick<WorkerPool, 'settle'>;
  readonly #open = new Set<LineTest>();
  #opening = 0;

  constructor({ pool }: { pool: Pick<WorkerPool, 'settle'> }) {
    this.#pool = pool;
  }

  /** Begins one. @throws SamradError `media-unavailable` where there are as many as may be, or no worker. */
  async open(): Promise<LineTest> {
    if (this.#open.size + this.#opening >= lineTestLimits.atOnce) throw new SamradError('media-unavailable');
    this.#opening += 1;
    try {
      const test = await LineTest.create({ pool: this.#pool, onClosed: (closed) => void this.#open.delete(closed) });
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
