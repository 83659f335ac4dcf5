/** The shared connection: one WebSocket that carries many channels. Frames in, lines out. */
import { createDecoder, readTailAsUint8Array, readVarString, readVarUint, type Decoder } from 'lib0/decoding';
import { createEncoder, toUint8Array, writeUint8Array, writeVarString, writeVarUint } from 'lib0/encoding';
import { channelLimit, closeCode, frame } from '../../shared/protocol/sync.ts';
import type { Session } from '../access/sessions.ts';
import type { AttemptKind } from '../guard/attempts.ts';
import type { Channels } from './channels.ts';
import { Line } from './line.ts';
import { attemptOf, type PlanSocket } from './planSocket.ts';

const heartbeatFrame = Uint8Array.of(frame.heartbeat, 0);

interface Parts {
  readonly channels: Channels;
  readonly session: Session;
  readonly socket: PlanSocket;
  /** Hears what no page of ours does. */
  readonly onRefused: (kind: AttemptKind) => void;
}

export class SharedConnection {
  readonly #channels: Channels;
  readonly #session: Session;
  readonly #socket: PlanSocket;
  readonly #onRefused: (kind: AttemptKind) => void;
  readonly #lines = new Map<number, Line>();
  #lastChannel = 0;

  constructor({ channels, session, socket, onRefused }: Parts) {
    this.#channels = channels;
    this.#session = session;
    this.#socket = socket;
    this.#onRefused = onRefused;
  }

  /** Tells the page that the connection lives. */
  beat(): void {
    this.#socket.send(heartbeatFrame);
  }

  /** Takes a frame. One that can't be read ends the connection: nothing after it could be trusted. */
  handle(bytes: Uint8Array): void {
    try {
      this.#dispatch(createDecoder(bytes));
    } catch {
      this.#socket.end(closeCode.badMessage);
    }
  }

  /** The page has gone. */
  close(): void {
    for (const line of this.#lines.values()) line.close();
    this.#lines.clear();
  }

  #dispatch(decoder: Decoder): void {
    const kind = readVarUint(decoder);
    const channel = readVarUint(decoder);
    switch (kind) {
      case frame.open:
        return this.#open(channel, readVarString(decoder), readVarUint(decoder));
      case frame.data:
        // A channel that was closed from this side may still be spoken to for a moment.
        return this.#lines.get(channel)?.handle(readTailAsUint8Array(decoder));
      case frame.close:
        this.#lines.get(channel)?.close();
        this.#lines.delete(channel);
        return;
      default:
        throw new Error(`no frame of kind ${kind}`);
    }
  }

  #open(channel: number, documentName: string, schema: number): void {
    if (channel <= this.#lastChannel) throw new Error('a channel number is used once');
    this.#lastChannel = channel;
    if (this.#lines.size >= channelLimit) return this.#sendClose(channel, closeCode.tooMany);
    const line = Line.open({
      channels: this.#channels,
      session: this.#session,
      documentName,
      schema,
      wire: {
        send: (message) => this.#socket.send(dataFrame(channel, message)),
        close: (code) => {
          this.#lines.delete(channel);
          this.#sendClose(channel, code);
        },
      },
    });
    this.#lines.set(channel, line);
  }

  #sendClose(channel: number, code: number): void {
    const kind = attemptOf(code);
    if (kind) this.#onRefused(kind);
    const encoder = createEncoder();
    writeVarUint(encoder, frame.close);
    writeVarUint(encoder, channel);
    writeVarUint(encoder, code);
    writeVarString(encoder, '');
    this.#socket.send(toUint8Array(encoder));
  }
}

function dataFrame(channel: number, message: Uint8Array): Uint8Array {
  const encoder = createEncoder();
  writeVarUint(encoder, frame.data);
  writeVarUint(encoder, channel);
  writeUint8Array(encoder, message);
  return toUint8Array(encoder);
}
