/** Frames of the shared connection as the page writes and reads them; the server's half is its own. Told in shared/protocol/sync.ts. */
import { createDecoder, readTailAsUint8Array, readVarString, readVarUint } from 'lib0/decoding';
import { createEncoder, toUint8Array, writeUint8Array, writeVarString, writeVarUint } from 'lib0/encoding';
import { closeCode, frame } from '../../../shared/protocol/sync.ts';

export type ServerFrame =
  | { readonly kind: 'data'; readonly channel: number; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'close'; readonly channel: number; readonly code: number; readonly reason: string }
  | { readonly kind: 'heartbeat' };

/** Asks for a document on a new channel. `schema` is the highest shape of it that this page knows. */
export function openFrame(channel: number, documentName: string, schema: number): Uint8Array<ArrayBuffer> {
  const encoder = createEncoder();
  writeVarUint(encoder, frame.open);
  writeVarUint(encoder, channel);
  writeVarString(encoder, documentName);
  writeVarUint(encoder, schema);
  return toUint8Array(encoder);
}

/** One y-websocket message on a channel. */
export function dataFrame(channel: number, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const encoder = createEncoder();
  writeVarUint(encoder, frame.data);
  writeVarUint(encoder, channel);
  writeUint8Array(encoder, bytes);
  return toUint8Array(encoder);
}

/** The page wants nothing more from a channel. */
export function closeFrame(channel: number): Uint8Array<ArrayBuffer> {
  const encoder = createEncoder();
  writeVarUint(encoder, frame.close);
  writeVarUint(encoder, channel);
  writeVarUint(encoder, normalClosure);
  writeVarString(encoder, '');
  return toUint8Array(encoder);
}

const normalClosure = 1000;

/** Reads a frame from the server. @throws Error where it is none. */
export function readFrame(bytes: Uint8Array): ServerFrame {
  const decoder = createDecoder(bytes);
  const kind = readVarUint(decoder);
  const channel = readVarUint(decoder);
  switch (kind) {
    case frame.data:
      return { kind: 'data', channel, bytes: readTailAsUint8Array(decoder).slice() };
    case frame.close:
      return { kind: 'close', channel, code: readVarUint(decoder), reason: readVarString(decoder) };
    case frame.heartbeat:
      return { kind: 'heartbeat' };
    default:
      throw new Error(`no frame of kind ${kind}`);
  }
}

/** Whether a code is the server's last word: 44xx, except "too many", which passes. */
export function isFinal(code: number): boolean {
  return code >= 4400 && code < 4500 && code !== closeCode.tooMany;
}
