/** How the load speaks to each server: the opening, an edit, and what in the answers acknowledges edits. */
import { createDecoder, readVarString, readVarUint, readVarUint8Array, type Decoder } from 'lib0/decoding';
import {
  createEncoder,
  toUint8Array,
  writeVarString,
  writeVarUint,
  writeVarUint8Array,
  type Encoder,
} from 'lib0/encoding';
import { frame, message, syncPath } from '../../../shared/protocol/sync.ts';

/** What a message from the server means to the load. */
export type Heard =
  /** The answer to the opening: the document as a Yjs update. */
  | { readonly kind: 'document'; readonly update: Uint8Array }
  /** One more edit is acknowledged. */
  | { readonly kind: 'one-acknowledged' }
  /** Every edit up to this one is acknowledged, counted from 1. */
  | { readonly kind: 'acknowledged'; readonly upTo: number }
  | { readonly kind: 'nothing' };

/** A conversation about one document. */
export interface Wire {
  readonly path: string;
  /** Messages that open the document and ask for its content. */
  open(): Uint8Array[];
  /** Messages that carry the edit with this number and ask for its acknowledgement. */
  edit(update: Uint8Array, number: number): Uint8Array[];
  hear(payload: Uint8Array): Heard;
}

export type WireName = 'samrad' | 'hocuspocus';

/** y-protocols' sync messages. */
const sync = { step1: 0, step2: 1, update: 2 } as const;
/** Hocuspocus' own messages, from its MessageType and AuthMessageType. */
const hocuspocus = { sync: 0, auth: 2, token: 0, syncReply: 4, syncStatus: 8 } as const;
/** The state vector of one who has nothing. */
const nothing = Uint8Array.of(0);
const unheard: Heard = { kind: 'nothing' };

function written(write: (encoder: Encoder) => void): Uint8Array {
  const encoder = createEncoder();
  write(encoder);
  return toUint8Array(encoder);
}

function writeSync(encoder: Encoder, type: number, content: Uint8Array): void {
  writeVarUint(encoder, message.sync);
  writeVarUint(encoder, type);
  writeVarUint8Array(encoder, content);
}

/** The rest of a sync message: only the answer to the opening is of interest, edits of others are not looked at. */
function hearSync(decoder: Decoder): Heard {
  return readVarUint(decoder) === sync.step2
    ? { kind: 'document', update: readVarUint8Array(decoder).slice() }
    : unheard;
}

/** Ours: the one channel of a shared connection. Every edit is followed by its counter, as a page's keystroke is. */
function samradWire(documentName: string): Wire {
  const channel = 1;
  const data = (write: (encoder: Encoder) => void) =>
    written((encoder) => {
      writeVarUint(encoder, frame.data);
      writeVarUint(encoder, channel);
      write(encoder);
    });
  return {
    path: syncPath,
    open: () => [
      written((encoder) => {
        writeVarUint(encoder, frame.open);
        writeVarUint(encoder, channel);
        writeVarString(encoder, documentName);
        writeVarUint(encoder, 1);
      }),
      data((encoder) => writeSync(encoder, sync.step1, nothing)),
    ],
    edit: (update, number) => [
      data((encoder) => writeSync(encoder, sync.update, update)),
      data((encoder) => {
        writeVarUint(encoder, message.durable);
        writeVarUint8Array(
          encoder,
          written((token) => writeVarUint(token, number)),
        );
      }),
    ],
    hear: (payload) => {
      const decoder = createDecoder(payload);
      if (readVarUint(decoder) !== frame.data) return unheard;
      readVarUint(decoder);
      const type = readVarUint(decoder);
      if (type === message.durable)
        return { kind: 'acknowledged', upTo: readVarUint(createDecoder(readVarUint8Array(decoder))) };
      return type === message.sync ? hearSync(decoder) : unheard;
    },
  };
}

/** Hocuspocus': the document's name before every message; each update is answered with a SyncStatus. */
function hocuspocusWire(documentName: string): Wire {
  const named = (write: (encoder: Encoder) => void) =>
    written((encoder) => {
      writeVarString(encoder, documentName);
      write(encoder);
    });
  return {
    path: '/',
    open: () => [
      named((encoder) => {
        writeVarUint(encoder, hocuspocus.auth);
        writeVarUint(encoder, hocuspocus.token);
        writeVarString(encoder, '');
      }),
      named((encoder) => writeSync(encoder, sync.step1, nothing)),
    ],
    edit: (update) => [named((encoder) => writeSync(encoder, sync.update, update))],
    hear: (payload) => {
      const decoder = createDecoder(payload);
      readVarString(decoder);
      const type = readVarUint(decoder);
      if (type === hocuspocus.syncStatus) return { kind: 'one-acknowledged' };
      return type === hocuspocus.sync || type === hocuspocus.syncReply ? hearSync(decoder) : unheard;
    },
  };
}

export const wires: Readonly<Record<WireName, (documentName: string) => Wire>> = {
  samrad: samradWire,
  hocuspocus: hocuspocusWire,
};
