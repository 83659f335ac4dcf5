/** One WebSocket of the live plan: its limits, its heartbeat, its end. What is said on it belongs to the connection above. */
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import { closeCode, heartbeatMs } from '../../shared/protocol/sync.ts';

/** What is above a socket: the shared connection, or a single channel. */
export interface SocketUser {
  handle(bytes: Uint8Array): void;
  beat(): void;
  close(): void;
}

/** How long a page has to answer a farewell, ms: one that sleeps is not waited for. */
const farewellMs = 1_000;
/** A page that takes nothing more off the line is let go; it comes back and asks for what it lacks. */
const backlogLimit = 16 * 1024 * 1024;
/** Messages: a page that writes fast sends some tens a second. */
const messagesPerSecond = 2_000;
const burst = 8_000;

export class PlanSocket {
  readonly #socket: WebSocket;
  /** What carries the WebSocket. */
  readonly #carrier: Duplex;
  #gathering = false;
  #user: SocketUser | null = null;
  #heartbeat: NodeJS.Timeout | null = null;
  #budget = burst;
  #budgetAt = performance.now();
  #answered = true;
  #closed = false;

  constructor({ socket, carrier }: { socket: WebSocket; carrier: Duplex }) {
    this.#socket = socket;
    this.#carrier = carrier;
  }

  /** Hands what comes to `user` until either side ends. Called once. */
  serve(user: SocketUser): void {
    this.#user = user;
    this.#socket.on('message', (data, isBinary) => {
      if (this.#closed) return;
      if (!isBinary || !Buffer.isBuffer(data)) return this.end(closeCode.badMessage);
      if (!this.#withinBudget()) return this.end(closeCode.tooMany);
      user.handle(data);
    });
    this.#socket.on('pong', () => (this.#answered = true));
    this.#socket.on('close', () => this.#ended());
    // A message over the limit ends the socket with 1009 of itself.
    this.#socket.on('error', () => this.#ended());
    this.#heartbeat = setInterval(() => this.#beat(), heartbeatMs);
  }

  send(bytes: Uint8Array): void {
    if (this.#closed || this.#socket.readyState !== this.#socket.OPEN) return;
    if (this.#socket.bufferedAmount > backlogLimit) return this.end(closeCode.tryAgain);
    this.#gather();
    this.#socket.send(bytes);
  }

  /** Ends the socket with a close code. */
  end(code: number): void {
    if (this.#closed) return;
    this.#ended();
    this.#socket.close(code);
    setTimeout(() => this.#socket.terminate(), farewellMs);
  }

  /** What is sent in one turn of the event loop leaves with one call to the system; a call for each message costs more than all else. */
  #gather(): void {
    if (this.#gathering) return;
    this.#gathering = true;
    this.#carrier.cork();
    setImmediate(() => {
      this.#gathering = false;
      this.#carrier.uncork();
    });
  }

  #beat(): void {
    if (!this.#answered) {
      this.#ended();
      return this.#socket.terminate();
    }
    this.#answered = false;
    this.#socket.ping();
    this.#user?.beat();
  }

  #withinBudget(): boolean {
    const now = performance.now();
    this.#budget = Math.min(burst, this.#budget + ((now - this.#budgetAt) / 1000) * messagesPerSecond) - 1;
    this.#budgetAt = now;
    return this.#budget >= 0;
  }

  #ended(): void {
    if (this.#closed) return;
    this.#closed = true;
    if (this.#heartbeat) clearInterval(this.#heartbeat);
    this.#user?.close();
  }
}
