/** Owns one round of measuring a line: sends the server's stream, and counts the page's. */
import { Arrivals } from '../../shared/lineTest/arrivals.ts';
import { packDatagram, unpackDatagram } from '../../shared/lineTest/datagram.ts';
import { PacedStream } from '../../shared/lineTest/pacedStream.ts';
import type { RoundResult, TestPhase } from '../../shared/protocol/lineTest.ts';
import { lineTestShapes } from './mediaPolicy.ts';

interface Settings {
  readonly phase: TestPhase;
  readonly round: number;
  readonly send: (datagram: Buffer) => void;
  /** More came than the page was told to send. */
  readonly onFlood: () => void;
}

export class LineRound {
  readonly #round: number;
  readonly #arrivals: Arrivals;
  readonly #stream: PacedStream | null;
  readonly #onFlood: () => void;
  #last: { readonly number: number; readonly at: number } | null = null;
  /** How many more datagrams are looked at. */
  #left: number;

  constructor({ phase, round, send, onFlood }: Settings) {
    const shape = phase === 'calm' ? lineTestShapes.calm : lineTestShapes.burst;
    this.#round = round;
    this.#onFlood = onFlood;
    this.#arrivals = new Arrivals(shape);
    this.#left = 2 * shape.count;
    const pack = (number: number) => Buffer.from(packDatagram({ round, number, echo: this.#echo() }, shape.bytes));
    this.#stream = phase === 'up' ? null : new PacedStream({ shape, send: (number) => send(pack(number)) });
  }

  start(): void {
    this.#stream?.start();
  }

  /** A datagram came from the page. */
  heard(message: Buffer): void {
    this.#left -= 1;
    if (this.#left < 0) return this.#onFlood();
    const datagram = unpackDatagram(message);
    if (datagram?.round !== this.#round) return;
    const at = performance.now();
    if (this.#arrivals.add(datagram.number, message.length, at)) this.#last = { number: datagram.number, at };
  }

  /** Ends the round. */
  stop(): RoundResult {
    this.#stream?.stop();
    const { received, bitrate } = this.#arrivals;
    return { sent: this.#stream?.sent ?? 0, received, bitrate };
  }

  #echo(): { number: number; heldMs: number } | null {
    return this.#last && { number: this.#last.number, heldMs: performance.now() - this.#last.at };
  }
}
