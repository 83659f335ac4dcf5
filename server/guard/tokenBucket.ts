/** How much may be asked for by one: a store of tokens that fills by time. */
export interface Rate {
  /** How many at once. */
  readonly capacity: number;
  /** How many in the long run. */
  readonly perSecond: number;
}

export class TokenBucket {
  readonly #rate: Rate;
  #tokens: number;
  #filledAt = performance.now();

  constructor(rate: Rate) {
    this.#rate = rate;
    this.#tokens = rate.capacity;
  }

  /** Takes one token; answers whether there was one. */
  take(): boolean {
    this.#fill();
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }

  /** Whether it is as new: nothing was taken for so long that it need not be remembered. */
  get full(): boolean {
    this.#fill();
    return this.#tokens >= this.#rate.capacity;
  }

  #fill(): void {
    const now = performance.now();
    const filled = ((now - this.#filledAt) / 1000) * this.#rate.perSecond;
    this.#tokens = Math.min(this.#rate.capacity, this.#tokens + filled);
    this.#filledAt = now;
  }
}
