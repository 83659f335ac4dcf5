/**
 * Decides when the page is drawn: at every change, but not while a join wants the page's one thread for itself. To
 * draw a room takes longer than to open the way for its pictures, and the browser cannot do the one while it does the other.
 */
interface DrawingParts {
  readonly draw: () => void;
  /** Whether what will be drawn next is still on its way. To ask for a drawing is in place when that changes. */
  readonly isBusy: () => boolean;
}

/** The longest that a person looks at what was there before, milliseconds: less than what is felt as waiting. */
const mostMs = 250;

export class Drawing {
  readonly #parts: DrawingParts;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #late = false;

  constructor(parts: DrawingParts) {
    this.#parts = parts;
  }

  /** Something changed. */
  request(): void {
    const busy = this.#parts.isBusy();
    if (busy && !this.#late) {
      this.#timer ??= setTimeout(() => this.#giveUp(), mostMs);
      return;
    }
    if (!busy) this.close();
    this.#parts.draw();
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#late = false;
  }

  #giveUp(): void {
    this.#late = true;
    this.#parts.draw();
  }
}
