/** A store of tokens for each of many – persons, addresses, rooms –, forgotten once it is full again. */
import { TokenBucket, type Rate } from './tokenBucket.ts';

/** How many are remembered before those that are full again are looked for. */
const sweepAt = 5_000;

export class Budgets {
  readonly #rate: Rate;
  readonly #buckets = new Map<string, TokenBucket>();
  #sweepAt = sweepAt;

  constructor(rate: Rate) {
    this.#rate = rate;
  }

  /** Takes one token of this one's; answers whether there was one. */
  take(key: string): boolean {
    return this.#of(key).take();
  }

  #of(key: string): TokenBucket {
    const known = this.#buckets.get(key);
    if (known) return known;
    if (this.#buckets.size >= this.#sweepAt) this.#sweep();
    const bucket = new TokenBucket(this.#rate);
    this.#buckets.set(key, bucket);
    return bucket;
  }

  /** Where hardly any is full, the next look waits: a flood from many addresses must not make every arrival dear. */
  #sweep(): void {
    for (const [key, bucket] of this.#buckets) if (bucket.full) this.#buckets.delete(key);
    this.#sweepAt = Math.max(sweepAt, this.#buckets.size * 2);
  }
}
