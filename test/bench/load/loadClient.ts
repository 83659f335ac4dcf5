/** One writer of the load: keeps a number of edits on their way and counts those that come back acknowledged. */
import { binaryMessage } from './frames.ts';
import { RawSocket } from './rawSocket.ts';
import type { Typist } from './typist.ts';
import type { Heard, Wire } from './wires.ts';

interface Parts {
  readonly url: string;
  readonly cookie: string;
  readonly wire: Wire;
  readonly typist: Typist;
  /** An edit came back acknowledged, so many milliseconds after it was sent. */
  readonly onAcknowledged: (milliseconds: number) => void;
  readonly onLost: (code: number) => void;
}

export class LoadClient {
  readonly #parts: Parts;
  #socket: RawSocket | null = null;
  /** When the edits were sent that are not acknowledged, oldest first. */
  #underway: number[] = [];
  #acknowledged = 0;
  #window = 0;
  #filling = false;
  #onDocument: (update: Uint8Array) => void = () => undefined;
  #onQuiet: () => void = () => undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Edits that were acknowledged, all in all. */
  get acknowledged(): number {
    return this.#acknowledged;
  }

  /** Opens the document; resolves with its content, as a Yjs update. */
  async open(): Promise<Uint8Array> {
    const { url, cookie, wire, onLost } = this.#parts;
    const document = new Promise<Uint8Array>((resolve) => (this.#onDocument = resolve));
    this.#socket = await RawSocket.open({
      url,
      path: wire.path,
      cookie,
      onMessage: (payload) => this.#hear(wire.hear(payload)),
      onClosed: onLost,
    });
    this.#socket.send(wire.open().map(binaryMessage));
    return document;
  }

  /** Sends the first edit, which makes the paragraph that all others write in; resolves when it is acknowledged. */
  async begin(): Promise<void> {
    this.#send([this.#parts.typist.first]);
    await this.#quiet();
  }

  /** Keeps so many edits on their way from now on. */
  start(window: number): void {
    this.#window = window;
    this.#fill();
  }

  /** Sends no more; resolves when all that was sent is acknowledged. */
  async stop(): Promise<void> {
    this.#window = 0;
    await this.#quiet();
  }

  close(): void {
    this.#socket?.close();
  }

  #hear(heard: Heard): void {
    if (heard.kind === 'nothing') return;
    if (heard.kind === 'document') return this.#onDocument(heard.update);
    const upTo = heard.kind === 'acknowledged' ? heard.upTo : this.#acknowledged + 1;
    const now = performance.now();
    while (this.#acknowledged < upTo) {
      this.#acknowledged += 1;
      this.#parts.onAcknowledged(now - (this.#underway.shift() ?? now));
    }
    if (this.#underway.length === 0) this.#onQuiet();
    if (this.#filling) return;
    // What one read brought is answered with one write.
    this.#filling = true;
    queueMicrotask(() => this.#fill());
  }

  #fill(): void {
    this.#filling = false;
    const room = this.#window - this.#underway.length;
    if (room > 0) this.#send(Array.from({ length: room }, () => this.#parts.typist.next()));
  }

  #send(updates: readonly Uint8Array[]): void {
    const now = performance.now();
    const messages = updates.flatMap((update) => {
      this.#underway.push(now);
      return this.#parts.wire.edit(update, this.#acknowledged + this.#underway.length);
    });
    this.#socket?.send(messages.map(binaryMessage));
  }

  #quiet(): Promise<void> {
    if (this.#underway.length === 0) return Promise.resolve();
    return new Promise((resolve) => (this.#onQuiet = resolve));
  }
}
