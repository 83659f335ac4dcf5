/**
 * A clock that is never set back. It follows the clock on the wall forwards, and goes on at the pace of the machine's own
 * counter while the wall says less: a session lasts no longer because somebody turned the clock.
 */
interface Parts {
  /** The clock on the wall. */
  readonly now: () => Date;
  /** Milliseconds that only grow. */
  readonly counter?: () => number;
  /** The latest time that is known from before this process, milliseconds since 1970. */
  readonly notBefore: number;
}

export class SteadyClock {
  readonly #now: () => Date;
  readonly #counter: () => number;
  #time: number;
  #counted: number;

  constructor({ now, counter = () => performance.now(), notBefore }: Parts) {
    this.#now = now;
    this.#counter = counter;
    this.#time = notBefore;
    this.#counted = counter();
  }

  /** Milliseconds since 1970. */
  time(): number {
    const counted = this.#counter();
    this.#time = Math.max(this.#now().getTime(), this.#time + (counted - this.#counted));
    this.#counted = counted;
    return this.#time;
  }
}
