/** A stock y-websocket client of one section, as anyone could write it, with the durable acknowledgement registered. */
import { createDecoder, readVarUint, readVarUint8Array } from 'lib0/decoding';
import { createEncoder, toUint8Array, writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { SectionId } from '../../shared/careplan/sections.ts';
import { documentName, message, syncPath } from '../../shared/protocol/sync.ts';
import type { Person } from './person.ts';

export class StockClient {
  readonly doc = new Y.Doc();
  readonly provider: WebsocketProvider;
  #counter = 0;
  #acknowledged = 0;
  readonly #waiting = new Map<number, () => void>();
  /** Every byte that the server sent on this socket. */
  readonly received: Uint8Array[] = [];

  /** `document`: the part of the name behind the plan, where it is no section. */
  constructor({
    person,
    planId,
    ...what
  }: { person: Person; planId: string } & ({ sectionId: SectionId } | { document: string })) {
    const { cookie, url } = person;
    const { received } = this;
    class SignedInSocket extends WebSocket {
      constructor(address: string) {
        super(address, { headers: { cookie, origin: url } });
        this.on('message', (data: Buffer) => received.push(data));
      }
    }
    this.provider = new WebsocketProvider(
      url.replace('http', 'ws') + syncPath,
      'document' in what ? `${planId}/${what.document}` : documentName({ kind: 'section', planId, ...what }),
      this.doc,
      { WebSocketPolyfill: SignedInSocket as unknown as typeof globalThis.WebSocket, disableBc: true, connect: false },
    );
    this.provider.messageHandlers[message.durable] = (_encoder, decoder) => {
      this.#acknowledged = readVarUint(createDecoder(readVarUint8Array(decoder)));
      for (const [counter, resolve] of this.#waiting) if (counter <= this.#acknowledged) resolve();
    };
  }

  /** Connects; resolves when in step with the server. */
  async open(): Promise<this> {
    const synced = new Promise<void>((resolve) => this.provider.once('sync', () => resolve()));
    this.provider.connect();
    await synced;
    return this;
  }

  /** Connects where that must fail; resolves with the final close code. */
  async refused(): Promise<number> {
    const closed = new Promise<number>((resolve) => this.provider.once('closed', ({ code }) => resolve(code)));
    this.provider.connect();
    return closed;
  }

  /** Resolves when everything written so far is on the server's disk. */
  async durable(): Promise<void> {
    const counter = ++this.#counter;
    const echoed = new Promise<void>((resolve) => this.#waiting.set(counter, resolve));
    const token = createEncoder();
    writeVarUint(token, counter);
    const encoder = createEncoder();
    writeVarUint(encoder, message.durable);
    writeVarUint8Array(encoder, toUint8Array(token));
    this.provider.ws?.send(toUint8Array(encoder));
    await echoed;
  }

  /** Resolves when the document satisfies a condition. */
  async until(condition: (doc: Y.Doc) => boolean): Promise<void> {
    while (!condition(this.doc)) await new Promise<void>((resolve) => this.doc.once('update', () => resolve()));
  }

  close(): void {
    this.provider.destroy();
    this.doc.destroy();
  }
}
