/** One WebSocket of the live plan: its limits, its heartbeat, its end. What is said on it belongs to the connection above. */
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import { closeCode, heartbeatMs } from '../../shared/protocol/sync.ts';
import type { AttemptKind } from '../guard/attempts.ts';

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
/** The code with which the WebSocket library ends a socket of itself when a message is over the limit. */
const overLimit = 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH';

interface Parts {
  readonly socket: WebSocket;
  /** What carries the WebSocket. */
  readonly carrier: Duplex;
  /** Whether its person may send one more message. */
  readonly maySend: () => boolean;
  /** Hears what no page of ours does. */
  readonly onRefused: (kind: AttemptKind) => void;
}

/** What a close code says was tried; null where it is no fault of the page's. */
export function attemptOf(code: number): AttemptKind | null {
  if (code === closeCode.badMessage) return 'malformed';
  return code === closeCode.tooMany ? 'too-many' : null;
}

export class PlanSocket {
  readonly #socket: WebSocket;
  readonly #carrier: Duplex;
  #gathering = false;
  #user: SocketUser | null = null;
  #heartbeat: NodeJS.Timeout | null = null;
  #answered = true;
  #closed = false;

  readonly #maySend: () => boolean;
  readonly #onRefused: (kind: AttemptKind) => void;

  constructor({ socket, carrier, maySend, onRefused }: Parts) {
    this.#socket = socket;
    this.#carrier = carrier;
    this.#maySend = maySend;
    this.#onRefused = onRefused;
  }

  /** Hands what comes to `user` until either side ends. Called once. */
  serve(user: SocketUser): void {
    this.#user = user;
    this.#socket.on('message', (data, isBinary) => {
      if (this.#closed) return;
      if (!isBinary || !Buffer.isBuffer(data)) return this.end(closeCode.badMessage);
      if (!this.#maySend()) return this.end(closeCode.tooMany);
      user.handle(data);
    });
    this.#socket.on('pong', () => (this.#answered = true));
    this.#socket.on('close', () => this.#ended());
    this.#socket.on('error', (error) => {
      this.#onRefused('code' in error && error.code === overLimit ? 'too-large' : 'malformed');
      this.#ended();
    });
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
    const kind = attemptOf(code);
    if (kind) this.#onRefused(kind);
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

  #ended(): void {
    if (this.#closed) return;
    this.#closed = true;
    if (this.#heartbeat) clearInterval(this.#heartbeat);
    this.#user?.close();
  }
}
