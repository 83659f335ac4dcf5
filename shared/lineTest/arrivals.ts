/** What arrived in one round of a line test: how many different datagrams, and how fast they came. */
import type { StreamShape } from '../protocol/lineTest.ts';

export class Arrivals {
  readonly #shape: StreamShape;
  readonly #seen = new Set<number>();
  #firstAt: number | null = null;
  /** Bytes that came within the window in which the speed is taken. */
  #bytes = 0;

  constructor(shape: StreamShape) {
    this.#shape = shape;
  }

  /** How many different ones came. */
  get received(): number {
    return this.#seen.size;
  }

  /**
   * Bits per second, over the time from when the line was full until the sender stopped. Before, what comes is what the queues on
   * the way took in; after, what they let out.
   */
  get bitrate(): number {
    return Math.round((this.#bytes * 8_000) / (this.#lastsMs - this.#shape.settleMs));
  }

  /** One arrived; `at` in milliseconds of any clock. Answers whether it is one of the round's that had not come before. */
  add(number: number, bytes: number, at: number): boolean {
    if (number >= this.#shape.count || this.#seen.has(number)) return false;
    this.#seen.add(number);
    this.#firstAt ??= at;
    const after = at - this.#firstAt;
    if (after >= this.#shape.settleMs && after < this.#lastsMs) this.#bytes += bytes;
    return true;
  }

  get #lastsMs(): number {
    return this.#shape.count * this.#shape.everyMs;
  }
}
