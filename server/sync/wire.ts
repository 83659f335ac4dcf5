/** Messages inside a channel, built and read. What y-websocket's own protocol says is said here once. */
import { createDecoder, readVarUint, readVarUint8Array, type Decoder } from 'lib0/decoding';
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import { message, type NoticeTopic } from '../../shared/protocol/sync.ts';

/** The far end of a channel, whatever carries it. */
export interface ChannelWire {
  send(bytes: Uint8Array): void;
  /** Ends the channel with one of `closeCode`. */
  close(code: number): void;
}

const syncStep1 = 0;
const syncStep2 = 1;
const syncUpdate = 2;

/** A message as a page sends it. */
export type ChannelMessage =
  | { readonly kind: 'state-vector'; readonly stateVector: Uint8Array }
  /** What the page says the server lacks, asked for or not. */
  | { readonly kind: 'missing'; readonly update: Uint8Array }
  | { readonly kind: 'update'; readonly update: Uint8Array }
  | { readonly kind: 'awareness'; readonly update: Uint8Array }
  | { readonly kind: 'query-awareness' }
  | { readonly kind: 'durable'; readonly token: Uint8Array };

/** Reads one message. @throws Error where it is none. */
export function readMessage(bytes: Uint8Array): ChannelMessage {
  const decoder = createDecoder(bytes);
  const type = readVarUint(decoder);
  switch (type) {
    case message.sync:
      return readSync(decoder);
    case message.awareness:
      return { kind: 'awareness', update: readVarUint8Array(decoder) };
    case message.queryAwareness:
      return { kind: 'query-awareness' };
    case message.durable:
      return { kind: 'durable', token: readVarUint8Array(decoder).slice() };
    default:
      throw new Error(`no message of type ${type}`);
  }
}

function readSync(decoder: Decoder): ChannelMessage {
  const type = readVarUint(decoder);
  const content = readVarUint8Array(decoder);
  if (type === syncStep1) return { kind: 'state-vector', stateVector: content };
  if (type === syncStep2) return { kind: 'missing', update: content.slice() };
  if (type === syncUpdate) return { kind: 'update', update: content.slice() };
  throw new Error(`no sync message of type ${type}`);
}

function syncMessage(type: number, content: Uint8Array): Uint8Array {
  const encoder = createEncoder();
  writeVarUint(encoder, message.sync);
  writeVarUint(encoder, type);
  writeVarUint8Array(encoder, content);
  return toUint8Array(encoder);
}

/** "Here is what I have": asks for what is missing. */
export function stateVectorMessage(stateVector: Uint8Array): Uint8Array {
  return syncMessage(syncStep1, stateVector);
}

/** "Here is what you lack": the answer to a state vector; after it a page is in step. */
export function missingMessage(update: Uint8Array): Uint8Array {
  return syncMessage(syncStep2, update);
}

/** An edit. */
export function updateMessage(update: Uint8Array): Uint8Array {
  return syncMessage(syncUpdate, update);
}

function lengthPrefixed(type: number, content: Uint8Array): Uint8Array {
  const encoder = createEncoder();
  writeVarUint(encoder, type);
  writeVarUint8Array(encoder, content);
  return toUint8Array(encoder);
}

/** The echo that says: everything before this token is on disk. */
export function durableMessage(token: Uint8Array): Uint8Array {
  return lengthPrefixed(message.durable, token);
}

/** Something about the plan has changed. */
export function noticeMessage(topic: NoticeTopic): Uint8Array {
  const encoder = createEncoder();
  writeVarUint(encoder, message.notice);
  writeVarString(encoder, topic);
  return toUint8Array(encoder);
}

/** Who is where. */
export function awarenessMessage(update: Uint8Array): Uint8Array {
  return lengthPrefixed(message.awareness, update);
}

/** An awareness message about nobody: keeps stock pages, which give up after 30 s of silence, on the line. */
export const keepAliveMessage = awarenessMessage(Uint8Array.of(0));

/** Whether a Yjs update says nothing: no structs, no deletions. */
export function isEmptyUpdate(update: Uint8Array): boolean {
  return update.length === 2 && update[0] === 0 && update[1] === 0;
}
