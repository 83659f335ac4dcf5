/** A section as it was when this page was last in step with the server, as bytes. */
import { createDecoder, readTailAsUint8Array, readUint8, readVarUint } from 'lib0/decoding';
import { createEncoder, toUint8Array, writeUint8, writeUint8Array, writeVarUint } from 'lib0/encoding';

export interface KeptContent {
  /** The shape of the document that it was written in. */
  readonly schema: number;
  /** When it was so, ms since 1970. */
  readonly at: number;
  /** Whether edits of the person are in it that the server had not confirmed; they lie among the unconfirmed edits too. */
  readonly unconfirmed: boolean;
  /** The whole document as a Yjs update. */
  readonly update: Uint8Array<ArrayBuffer>;
}

export function encodeKept({ schema, at, unconfirmed, update }: KeptContent): Uint8Array<ArrayBuffer> {
  const encoder = createEncoder();
  writeVarUint(encoder, schema);
  writeVarUint(encoder, at);
  writeUint8(encoder, unconfirmed ? 1 : 0);
  writeUint8Array(encoder, update);
  return toUint8Array(encoder);
}

/** @throws Error where the bytes are cut short. */
export function decodeKept(bytes: Uint8Array<ArrayBuffer>): KeptContent {
  const decoder = createDecoder(bytes);
  const schema = readVarUint(decoder);
  const at = readVarUint(decoder);
  const unconfirmed = readUint8(decoder) === 1;
  return { schema, at, unconfirmed, update: readTailAsUint8Array(decoder).slice() };
}
