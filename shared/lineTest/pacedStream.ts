/** Sends numbered datagrams evenly, as a stream of a line test is shaped; what a busy machine is late with is sent at once. */
import type { StreamShape } from '../protocol/lineTest.ts';

/** How often what is due is looked for, milliseconds. */
const tickMs = 10;

export class PacedStream {
  readonly #shape: StreamShape;
  readonly #send: (number: number) => void;
  #timer: ReturnType<typeof setInterval> | undefined;
  #beganAt = 0;
  #sent = 0;

  constructor({ shape, send }: { shape: StreamShape; send: (number: number) => void }) {
    this.#shape = shape;
    this.#send = send;
  }

  /** How many have been sent. */
  get sent(): number {
    return this.#sent;
  }

  /** Sends from now on, and ends by itself. */
  start(): void {
    this.#beganAt = performance.now();
    this.#timer = setInterval(() => this.#tick(), tickMs);
    this.#tick();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #tick(): void {
    const { count, everyMs } = this.#shape;
    const due = Math.min(count, Math.floor((performance.now() - this.#beganAt) / everyMs) + 1);
    while (this.#sent < due) {
      const number = this.#sent;
      this.#sent += 1;
      this.#send(number);
    }
    if (this.#sent === count) this.stop();
  }
}
