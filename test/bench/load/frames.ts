/** WebSocket framing (RFC 6455), as little of it as a load needs: whole messages, and a mask of zeros, which leaves a payload as it is. */

const binaryFrame = 0x82;
const closeFrame = 0x88;
const pingFrame = 0x89;
const maskBytes = 4;
const masked = 0x80;
/** Lengths from here on stand in two bytes of their own. */
const shortLimit = 126;
const mediumLimit = 65_536;

/** The answer to a ping. */
export const pongMessage = Buffer.from([0x8a, masked, 0, 0, 0, 0]);

/** A binary message from a client. @throws RangeError for one of 64 KiB or more, which no edit is. */
export function binaryMessage(payload: Uint8Array): Buffer {
  const { length } = payload;
  if (length >= mediumLimit) throw new RangeError('too long for a load');
  const isShort = length < shortLimit;
  const start = (isShort ? 2 : 4) + maskBytes;
  const frame = Buffer.alloc(start + length);
  frame[0] = binaryFrame;
  frame[1] = masked | (isShort ? length : shortLimit);
  if (!isShort) frame.writeUInt16BE(length, 2);
  frame.set(payload, start);
  return frame;
}

export interface FrameListener {
  /** The bytes are valid during the call only. */
  message(payload: Buffer): void;
  pinged(): void;
  /** The server ended the conversation with this code. */
  closed(code: number): void;
}

/** Finds the frames in what a server sends, whose frames have no mask. */
export class FrameReader {
  readonly #listener: FrameListener;
  #rest: Buffer = Buffer.alloc(0);

  constructor(listener: FrameListener) {
    this.#listener = listener;
  }

  read(chunk: Buffer): void {
    const bytes = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk;
    let at = 0;
    for (;;) {
      const extent = frameExtent(bytes, at);
      if (extent === null) break;
      this.#take(bytes[at] ?? 0, bytes.subarray(extent.start, extent.end));
      at = extent.end;
    }
    this.#rest = bytes.subarray(at);
  }

  #take(kind: number, payload: Buffer): void {
    if (kind === binaryFrame) this.#listener.message(payload);
    else if (kind === pingFrame) this.#listener.pinged();
    else if (kind === closeFrame) this.#listener.closed(payload.readUInt16BE(0));
  }
}

/** Where the payload of the frame at `at` lies; null where the frame has not come entirely. */
function frameExtent(bytes: Buffer, at: number): { start: number; end: number } | null {
  const short = bytes[at + 1];
  if (short === undefined) return null;
  const start = at + (short < shortLimit ? 2 : short === shortLimit ? 4 : 10);
  if (start > bytes.length) return null;
  const length =
    short < shortLimit ? short : bytes.readUIntBE(start - (short === shortLimit ? 2 : 6), short === shortLimit ? 2 : 6);
  return start + length > bytes.length ? null : { start, end: start + length };
}
