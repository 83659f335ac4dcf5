/** What arrived in one round of a line test: how many different datagrams, and how fast they came. */
import type { StreamShape } from '../protocol/lineTest.ts';

/** How long a stretch the speed is taken over, milliseconds: long enough for what Wi-Fi hands over in gusts to even out. */
const windowMs = 600;

interface Arrival {
  readonly at: number;
  readonly bytes: number;
}

export class Arrivals {
  readonly #shape: StreamShape;
  readonly #seen = new Set<number>();
  readonly #arrivals: Arrival[] = [];

  constructor(shape: StreamShape) {
    this.#shape = shape;
  }

  /** How many different ones came. */
  get received(): number {
    return this.#seen.size;
  }

  /**
   * Bits per second in the best stretch between when the line was full and when the sender stopped. Before, what comes is what the
   * queues on the way took in; after, what they let out. The best and not the mean, since data channels hold back for a while after
   * each loss (RFC 9260 section 7.2), and on a narrow line that is the channel's pause, not the line's.
   */
  get bitrate(): number {
    const inside = this.#whileFull();
    const last = inside.at(-1);
    let best = 0;
    let [end, bytes] = [0, 0];
    for (const [begin, first] of inside.entries()) {
      // The first of a stretch marks its beginning: its bytes were on the way before.
      if (begin > 0) bytes -= inside[begin]?.bytes ?? 0;
      end = Math.max(end, begin + 1);
      for (let next = inside[end]; next && next.at <= first.at + windowMs; next = inside[end]) {
        bytes += next.bytes;
        end += 1;
      }
      if (last && last.at >= first.at + windowMs - this.#shape.everyMs) best = Math.max(best, bytes);
    }
    return Math.round((best * 8_000) / windowMs);
  }

  /** One arrived; `at` in milliseconds of any clock. Answers whether it is one of the round's that had not come before. */
  add(number: number, bytes: number, at: number): boolean {
    if (number >= this.#shape.count || this.#seen.has(number)) return false;
    this.#seen.add(number);
    this.#arrivals.push({ at, bytes });
    return true;
  }

  #whileFull(): Arrival[] {
    const { settleMs, count, everyMs } = this.#shape;
    const firstAt = this.#arrivals[0]?.at ?? 0;
    return this.#arrivals.filter(({ at }) => at - firstAt >= settleMs && at - firstAt <= count * everyMs);
  }
}
