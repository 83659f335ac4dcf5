/** How many sockets each person has open. */
export class OpenLines {
  readonly #most: number;
  readonly #open = new Map<string, number>();

  constructor(most: number) {
    this.#most = most;
  }

  /** One more; what it answers is called when it closes, once or more often. Null: there are as many as may be. */
  open(personId: string): (() => void) | null {
    const open = this.#open.get(personId) ?? 0;
    if (open >= this.#most) return null;
    this.#open.set(personId, open + 1);
    let closed = false;
    return () => {
      if (closed) return;
      closed = true;
      this.#close(personId);
    };
  }

  #close(personId: string): void {
    const open = (this.#open.get(personId) ?? 0) - 1;
    if (open > 0) this.#open.set(personId, open);
    else this.#open.delete(personId);
  }
}
