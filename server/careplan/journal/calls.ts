/** Calls for each plan at most once in a while: at once, and once more at the end of the while where there was more to say. */

const whileMs = 3_000;

export class Calls {
  readonly #call: (planId: string) => void;
  /** Plans that were called for a moment ago, and whether there is more to say. */
  readonly #recent = new Map<string, { timer: NodeJS.Timeout; more: boolean }>();

  constructor(call: (planId: string) => void) {
    this.#call = call;
  }

  call(planId: string): void {
    const recent = this.#recent.get(planId);
    if (recent) recent.more = true;
    else this.#now(planId);
  }

  close(): void {
    for (const { timer } of this.#recent.values()) clearTimeout(timer);
    this.#recent.clear();
  }

  #now(planId: string): void {
    this.#call(planId);
    const timer = setTimeout(() => {
      const more = this.#recent.get(planId)?.more === true;
      this.#recent.delete(planId);
      if (more) this.#now(planId);
    }, whileMs);
    this.#recent.set(planId, { timer, more: false });
  }
}
