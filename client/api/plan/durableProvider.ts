/**
 * The stock y-websocket provider of one document on the shared connection, with the acknowledgement it lacks: message 102
 * asks, and the echo says that everything sent before it is on the server's disk.
 */
import { createDecoder, peekVarUint, readVarUint, readVarUint8Array, type Decoder } from 'lib0/decoding';
import { createEncoder, toUint8Array, writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import type { Awareness } from 'y-protocols/awareness';
import { messageYjsSyncStep1 } from 'y-protocols/sync';
import { WebsocketProvider } from 'y-websocket';
import type * as Y from 'yjs';
import { message } from '../../../shared/protocol/sync.ts';
import type { PlanConnection } from '../planConnection.ts';
import { channelSocketClass, type ChannelTarget } from './channelSocket.ts';
import { isFinal } from './frames.ts';

/** `in-step`: everything that the server had has come. `closed`: the server's last word, with its code. */
export type ProviderPhase =
  { readonly kind: 'connecting' } | { readonly kind: 'in-step' } | { readonly kind: 'closed'; readonly code: number };

interface Parts {
  readonly connection: PlanConnection;
  readonly target: ChannelTarget;
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  readonly onPhase: (phase: ProviderPhase) => void;
  /** Everything up to this counter is on disk. */
  readonly onDurable: (counter: number) => void;
}

/** The longest pause of one channel before it asks for the connection again, in ms. */
const channelBackoffMs = 1_000;

export class DurableProvider {
  readonly #provider: WebsocketProvider;
  readonly #onDurable: (counter: number) => void;
  #phase: ProviderPhase = { kind: 'connecting' };
  /** The server has asked for what it lacks, and so has been given it: a counter sent now stands for all edits. */
  #answered = false;
  #wanted = 0;
  #durable = 0;
  #scheduled = false;

  constructor({ connection, target, doc, awareness, onPhase, onDurable }: Parts) {
    this.#onDurable = onDurable;
    this.#provider = new WebsocketProvider('', target.documentName, doc, {
      WebSocketPolyfill: channelSocketClass(connection, target),
      awareness,
      disableBc: true,
      connect: false,
      maxBackoffTime: channelBackoffMs,
      shouldReconnect: ({ code }) => !isFinal(code),
    });
    const turn = (phase: ProviderPhase): void => {
      this.#phase = phase;
      onPhase(phase);
    };
    this.#provider.on('sync', (inStep: boolean) => {
      if (!inStep) return;
      turn({ kind: 'in-step' });
      this.#askLater();
    });
    this.#provider.on('status', ({ status }) => {
      if (status === 'connected') return;
      this.#answered = false;
      if (this.#phase.kind === 'in-step') turn({ kind: 'connecting' });
    });
    this.#provider.on('closed', ({ code }) => turn({ kind: 'closed', code }));
    this.#listen();
  }

  /** Begins: what the document holds by now is not asked for again. */
  connect(): void {
    this.#provider.connect();
  }

  get phase(): ProviderPhase {
    return this.#phase;
  }

  /** Whether an update came from the server by this provider. */
  brought(origin: unknown): boolean {
    return origin === this.#provider;
  }

  /** Asks for an echo of this growing counter, once now or soon, and again after every reconnect until it comes. */
  confirm(counter: number): void {
    this.#wanted = Math.max(this.#wanted, counter);
    this.#askLater();
  }

  close(): void {
    this.#provider.destroy();
  }

  #listen(): void {
    const handlers = this.#provider.messageHandlers;
    const stockSync = handlers[message.sync];
    handlers[message.sync] = (encoder, decoder, provider, emitSynced, type) => {
      const asked = peekVarUint(decoder) === messageYjsSyncStep1;
      stockSync?.(encoder, decoder, provider, emitSynced, type);
      if (!asked) return;
      this.#answered = true;
      this.#askLater();
    };
    handlers[message.durable] = (_encoder, decoder) => this.#echoed(decoder);
  }

  #echoed(decoder: Decoder): void {
    const counter = readVarUint(createDecoder(readVarUint8Array(decoder)));
    this.#durable = Math.max(this.#durable, counter);
    this.#onDurable(this.#durable);
  }

  /** Asks after the running task, so that one question stands for a burst and follows the answers to the server. */
  #askLater(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    queueMicrotask(() => {
      this.#scheduled = false;
      this.#ask();
    });
  }

  #ask(): void {
    const socket = this.#provider.ws;
    if (this.#phase.kind !== 'in-step' || !this.#answered || this.#wanted <= this.#durable || !socket) return;
    const token = createEncoder();
    writeVarUint(token, this.#wanted);
    const question = createEncoder();
    writeVarUint(question, message.durable);
    writeVarUint8Array(question, toUint8Array(token));
    socket.send(toUint8Array(question));
  }
}
