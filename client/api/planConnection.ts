/**
 * The page's one connection to the live plan. It carries a channel per document and comes back by itself: channels that
 * want a connection wait for it, those that had one are told that it is lost (1006) and ask anew.
 */
import { closeCode, frameLimit, heartbeatMs, message } from '../../shared/protocol/sync.ts';
import type { ChannelTarget } from './plan/channelSocket.ts';
import { closeFrame, dataFrame, isFinal, openFrame, type ServerFrame } from './plan/frames.ts';
import { openLine, type Line } from './plan/line.ts';

/** The page's end of a channel. */
export interface ChannelEnd {
  opened(): void;
  received(bytes: Uint8Array<ArrayBuffer>): void;
  /** The channel is gone; nothing follows. */
  closed(code: number, reason: string): void;
}

/** What an end can do with its channel. */
export interface ChannelLink {
  send(bytes: Uint8Array): void;
  close(): void;
}

export interface PlanConnectionOptions {
  /** `ws:` or `wss:` address of the sync endpoint. */
  readonly url: string;
  readonly WebSocket: typeof WebSocket;
  /** Says `online` and `offline`: the window, where there is one. */
  readonly network: Pick<EventTarget, 'addEventListener' | 'removeEventListener'> | null;
  /**
   * Asked when the server says that nobody is signed in: resolves when the person is again, and meanwhile the connection
   * counts as lost. Null, or without this: it is refused.
   */
  readonly signedInAgain?: () => Promise<void> | null;
}

/** Two heartbeats may be missing before the connection counts as dead, in ms. */
const silenceMs = 2.5 * heartbeatMs;
/** A connection that does not come about in this time, in ms, is tried anew. */
const connectMs = 8_000;
/** Pauses before the next attempts, in ms; the last one goes on. */
const retryMs = [100, 300, 700, 1_500] as const;
const lostCode = 1006;
/** An awareness message about nobody: stock providers give up a socket that was silent for 30 s. */
const keepAlive = Uint8Array.of(message.awareness, 1, 0);

interface Attached {
  readonly target: ChannelTarget;
  readonly end: ChannelEnd;
}

type State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'connecting'; readonly line: Line }
  | { readonly kind: 'open'; readonly line: Line; readonly channels: Map<number, Attached>; lastChannel: number }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'closed' };

export class PlanConnection {
  readonly #options: PlanConnectionOptions;
  #state: State = { kind: 'idle' };
  /** Channels that have not been opened for want of a connection. */
  readonly #waiting = new Set<Attached>();
  /** Of the next retry while waiting, of giving up otherwise. */
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;

  constructor(options: PlanConnectionOptions) {
    this.#options = options;
  }

  /** Opens a channel as soon as there is a connection; `end` hears of it, never before this returns. */
  attach(target: ChannelTarget, end: ChannelEnd): ChannelLink {
    const attached: Attached = { target, end };
    this.#waiting.add(attached);
    if (this.#state.kind === 'idle') this.#start();
    else if (this.#state.kind === 'open') queueMicrotask(() => this.#openWaiting());
    return {
      send: (bytes) => this.#send(attached, bytes),
      close: () => this.#detach(attached),
    };
  }

  /** Ends the connection and every channel on it, silently. */
  close(): void {
    if (this.#state.kind === 'closed') return;
    this.#options.network?.removeEventListener('online', this.#onOnline);
    this.#options.network?.removeEventListener('offline', this.#onOffline);
    clearTimeout(this.#timer);
    const before = this.#state;
    this.#state = { kind: 'closed' };
    this.#waiting.clear();
    if (before.kind === 'connecting' || before.kind === 'open') before.line.abandon();
  }

  readonly #onOnline = (): void => {
    if (this.#state.kind === 'connecting') this.#state.line.abandon();
    if (this.#state.kind === 'connecting' || this.#state.kind === 'waiting') this.#connect();
  };

  readonly #onOffline = (): void => {
    if (this.#state.kind === 'open' || this.#state.kind === 'connecting') this.#lost(lostCode, '');
  };

  #start(): void {
    this.#options.network?.addEventListener('online', this.#onOnline);
    this.#options.network?.addEventListener('offline', this.#onOffline);
    this.#connect();
  }

  #connect(): void {
    const line = openLine({
      ...this.#options,
      opened: () => this.#opened(line),
      received: (read) => this.#received(read),
      closed: (code, reason) => this.#lost(code, reason),
    });
    this.#state = { kind: 'connecting', line };
    this.#giveUpAfter(connectMs);
  }

  #opened(line: Line): void {
    this.#state = { kind: 'open', line, channels: new Map(), lastChannel: 0 };
    this.#giveUpAfter(silenceMs);
    this.#openWaiting();
  }

  #openWaiting(): void {
    if (this.#state.kind !== 'open') return;
    const state = this.#state;
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const attached of waiting) {
      state.lastChannel += 1;
      state.channels.set(state.lastChannel, attached);
      state.line.send(openFrame(state.lastChannel, attached.target.documentName, attached.target.schema));
      attached.end.opened();
    }
  }

  #received(read: ServerFrame | null): void {
    if (this.#state.kind !== 'open') return;
    this.#giveUpAfter(silenceMs);
    if (read) this.#handle(read, this.#state.channels);
    else this.#lost(lostCode, '');
  }

  #handle(read: ServerFrame, channels: Map<number, Attached>): void {
    switch (read.kind) {
      case 'data':
        this.#failures = 0;
        channels.get(read.channel)?.end.received(read.bytes);
        return;
      case 'close': {
        const attached = channels.get(read.channel);
        channels.delete(read.channel);
        attached?.end.closed(read.code, read.reason);
        return;
      }
      case 'heartbeat':
        this.#failures = 0;
        for (const { end } of [...channels.values()]) end.received(keepAlive.slice());
        return;
    }
  }

  #lost(code: number, reason: string): void {
    const before = this.#state;
    if (before.kind !== 'open' && before.kind !== 'connecting') return;
    clearTimeout(this.#timer);
    before.line.abandon();
    const again = code === closeCode.notSignedIn ? this.#options.signedInAgain?.() : null;
    const refused = isFinal(code) && !again;
    const told = before.kind === 'open' ? [...before.channels.values()] : [];
    if (refused) {
      told.push(...this.#waiting);
      this.#waiting.clear();
    }
    if (refused) this.#state = { kind: 'idle' };
    else if (again) this.#waitFor(again);
    else this.#retryLater();
    for (const { end } of told) end.closed(refused ? code : lostCode, reason);
  }

  #waitFor(signedInAgain: Promise<void>): void {
    const state: State = { kind: 'waiting' };
    this.#state = state;
    void signedInAgain.then(() => {
      if (this.#state === state) this.#connect();
    });
  }

  #retryLater(): void {
    this.#state = { kind: 'waiting' };
    const delay = retryMs[Math.min(this.#failures, retryMs.length - 1)] ?? 0;
    this.#failures += 1;
    // A restarted server should not meet every page at the same instant.
    this.#timer = setTimeout(() => this.#connect(), delay * (1 + Math.random() / 3));
  }

  #giveUpAfter(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#lost(lostCode, ''), ms);
  }

  #send(attached: Attached, bytes: Uint8Array): void {
    this.#withChannel(attached, ({ line, channels }, channel) => {
      const sent = dataFrame(channel, bytes);
      if (sent.length <= frameLimit) return line.send(sent);
      // The server would end the whole connection, and again at every return: end this channel alone, for good.
      channels.delete(channel);
      line.send(closeFrame(channel));
      queueMicrotask(() => attached.end.closed(closeCode.tooLarge, ''));
    });
  }

  #detach(attached: Attached): void {
    this.#waiting.delete(attached);
    this.#withChannel(attached, ({ line, channels }, channel) => {
      channels.delete(channel);
      line.send(closeFrame(channel));
    });
  }

  #withChannel(attached: Attached, use: (state: State & { kind: 'open' }, channel: number) => void): void {
    if (this.#state.kind !== 'open') return;
    for (const [channel, other] of this.#state.channels) if (other === attached) return use(this.#state, channel);
  }
}
