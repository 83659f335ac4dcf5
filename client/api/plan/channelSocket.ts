/**
 * One channel of the shared connection, dressed as a WebSocket: what the stock y-websocket provider takes for its socket.
 * It waits in `CONNECTING` until the shared connection is there; when that is lost, it closes with 1006 like any socket.
 */
import type { ChannelEnd, ChannelLink, PlanConnection } from '../planConnection.ts';

const connecting = 0;
const open = 1;
const closing = 2;
const closed = 3;
type ReadyState = typeof connecting | typeof open | typeof closing | typeof closed;

type Handler<Kind extends Event> = ((this: WebSocket, event: Kind) => void) | null;

/** What a channel is opened with; `schema` is the highest shape of the document that this page knows. */
export interface ChannelTarget {
  readonly documentName: string;
  readonly schema: number;
}

class ChannelSocket extends EventTarget implements WebSocket {
  static readonly CONNECTING = connecting;
  static readonly OPEN = open;
  static readonly CLOSING = closing;
  static readonly CLOSED = closed;
  readonly CONNECTING = connecting;
  readonly OPEN = open;
  readonly CLOSING = closing;
  readonly CLOSED = closed;

  binaryType: BinaryType = 'arraybuffer';
  readonly bufferedAmount = 0;
  readonly extensions = '';
  readonly protocol = '';
  readonly url: string;
  onopen: Handler<Event> = null;
  onmessage: Handler<MessageEvent> = null;
  onerror: Handler<Event> = null;
  onclose: Handler<CloseEvent> = null;
  #state: ReadyState = connecting;
  readonly #link: ChannelLink;

  constructor(connection: PlanConnection, target: ChannelTarget) {
    super();
    this.url = target.documentName;
    const end: ChannelEnd = {
      opened: () => this.#opened(),
      received: (bytes) => this.onmessage?.(new MessageEvent('message', { data: bytes.buffer })),
      closed: (code, reason) => this.#closed(code, reason),
    };
    this.#link = connection.attach(target, end);
  }

  get readyState(): ReadyState {
    return this.#state;
  }

  send(data: string | ArrayBufferLike | Blob | ArrayBufferView): void {
    if (this.#state !== open) return;
    if (ArrayBuffer.isView(data)) this.#link.send(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
    else if (data instanceof ArrayBuffer) this.#link.send(new Uint8Array(data));
    else throw new TypeError('a channel carries bytes only');
  }

  close(): void {
    if (this.#state === closed) return;
    this.#state = closed;
    this.#link.close();
  }

  #opened(): void {
    this.#state = open;
    this.onopen?.(new Event('open'));
  }

  #closed(code: number, reason: string): void {
    if (this.#state === closed) return;
    this.#state = closed;
    this.onclose?.(new CloseEvent('close', { code, reason, wasClean: code !== 1006 }));
  }
}

/** The socket class for a provider of one document: every instance is a new channel of the connection. */
export function channelSocketClass(connection: PlanConnection, target: ChannelTarget): typeof WebSocket {
  return class extends ChannelSocket {
    constructor() {
      super(connection, target);
    }
  };
}
