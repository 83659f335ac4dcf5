/** A hand-written client of the shared connection: sends any bytes, keeps all that comes. */
import { EventEmitter, on, once } from 'node:events';
import { createDecoder, readTailAsUint8Array, readVarUint } from 'lib0/decoding';
import {
  createEncoder,
  toUint8Array,
  writeUint8Array,
  writeVarString,
  writeVarUint,
  type Encoder,
} from 'lib0/encoding';
import { WebSocket } from 'ws';
import { sections } from '../../shared/careplan/sections.ts';
import { frame, syncPath, parseDocumentName } from '../../shared/protocol/sync.ts';

/** A frame as the server sent it. */
export type ReceivedFrame =
  | { readonly kind: 'data'; readonly channel: number; readonly bytes: Uint8Array }
  | { readonly kind: 'close'; readonly channel: number; readonly code: number }
  | { readonly kind: 'heartbeat' };

/** Bytes built with lib0's writers. */
export function bytes(write: (encoder: Encoder) => void): Uint8Array {
  const encoder = createEncoder();
  write(encoder);
  return toUint8Array(encoder);
}

export class RawConnection {
  readonly socket: WebSocket;
  readonly frames: ReceivedFrame[] = [];
  readonly #events = new EventEmitter();
  /** Resolves with the code with which the socket closed. */
  readonly ended: Promise<number>;

  private constructor(socket: WebSocket) {
    this.socket = socket;
    socket.on('message', (data: Buffer) => {
      const received = decode(data);
      this.frames.push(received);
      this.#events.emit('frame', received);
    });
    this.ended = new Promise((resolve) => {
      socket.on('close', (code) => {
        resolve(code);
        this.#events.emit('closed');
      });
    });
    socket.on('error', () => undefined);
  }

  /** Opens the shared connection (or another path). */
  static async open({
    url,
    cookie = '',
    origin = url,
    path = syncPath,
  }: {
    url: string;
    cookie?: string;
    origin?: string;
    path?: string;
  }): Promise<RawConnection> {
    const socket = new WebSocket(url.replace('http', 'ws') + path, { headers: { cookie, origin } });
    const connection = new RawConnection(socket);
    await once(socket, 'open');
    return connection;
  }

  /** Hears each frame from now on, in the order in which they come. */
  onFrame(listener: (received: ReceivedFrame) => void): void {
    this.#events.on('frame', listener);
  }

  openChannel(channel: number, documentName: string, schema = newestSchema(documentName)): void {
    this.socket.send(
      bytes((encoder) => {
        writeVarUint(encoder, frame.open);
        writeVarUint(encoder, channel);
        writeVarString(encoder, documentName);
        writeVarUint(encoder, schema);
      }),
    );
  }

  sendData(channel: number, message: Uint8Array): void {
    this.socket.send(
      bytes((encoder) => {
        writeVarUint(encoder, frame.data);
        writeVarUint(encoder, channel);
        writeUint8Array(encoder, message);
      }),
    );
  }

  /** The first frame, already received or to come, that satisfies a condition. */
  async frame(condition: (received: ReceivedFrame) => boolean): Promise<ReceivedFrame> {
    const found = this.frames.find(condition);
    if (found) return found;
    for await (const [received] of on(this.#events, 'frame', { close: ['closed'] }) as AsyncIterable<[ReceivedFrame]>)
      if (condition(received)) return received;
    throw new Error('the connection closed before the frame came');
  }

  /** The code with which a channel was closed by the server. */
  async closeOf(channel: number): Promise<number> {
    const received = await this.frame((candidate) => candidate.kind === 'close' && candidate.channel === channel);
    return received.kind === 'close' ? received.code : 0;
  }

  close(): void {
    this.socket.terminate();
  }
}

function decode(data: Uint8Array): ReceivedFrame {
  const decoder = createDecoder(data);
  const kind = readVarUint(decoder);
  const channel = readVarUint(decoder);
  if (kind === frame.data) return { kind: 'data', channel, bytes: readTailAsUint8Array(decoder) };
  if (kind === frame.close) return { kind: 'close', channel, code: readVarUint(decoder) };
  return { kind: 'heartbeat' };
}

/** The schema that a page of today knows. */
function newestSchema(documentName: string): number {
  const ref = parseDocumentName(documentName);
  return ref?.kind === 'section' ? sections[ref.sectionId].schema : 1;
}
