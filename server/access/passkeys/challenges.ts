/** What authenticators were asked to sign, until they answer: each once, in the browser that was asked, for a few minutes. */

const lifeMs = 300_000;
/** More than these at a time are somebody's who only asks; the oldest go. */
const most = 10_000;

export class Challenges {
  readonly #waiting = new Map<string, { readonly challenge: string; readonly until: number }>();
  readonly #now: () => Date;

  constructor(now: () => Date) {
    this.#now = now;
  }

  /** Keeps what a browser was asked, in the place of what it was asked before. */
  put(browserSecret: string, challenge: string): void {
    this.#waiting.delete(browserSecret);
    this.#waiting.set(browserSecret, { challenge, until: this.#now().getTime() + lifeMs });
    const [oldest] = this.#waiting.keys();
    if (this.#waiting.size > most && oldest !== undefined) this.#waiting.delete(oldest);
  }

  /** What a browser was asked, and forgets it; null where it was asked nothing, or too long ago. */
  take(browserSecret: string): string | null {
    const found = this.#waiting.get(browserSecret);
    this.#waiting.delete(browserSecret);
    return found && found.until > this.#now().getTime() ? found.challenge : null;
  }
}
