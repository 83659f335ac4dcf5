/**
 * Makes the edits of somebody who types at the end of a paragraph of their own, one character each, as the Yjs updates
 * that a page would send. Written by hand because a Y.Doc for each of hundreds of typists would be the load's own load;
 * the first update is Yjs' own work, and the tests of the figure count what came out in the end.
 */
import { createEncoder, toUint8Array, writeUint8, writeVarString, writeVarUint } from 'lib0/encoding';
import * as Y from 'yjs';
import { proseOf } from '../../../shared/careplan/document.ts';

/** Yjs' kind of an item that holds a string, with the mark that it names what it stands after. */
const stringAfterOrigin = 0x84;

export class Typist {
  readonly #client: number;
  #clock: number;
  /** Puts the paragraph and its first letter into the field. */
  readonly first: Uint8Array;

  constructor({ client, field }: { client: number; field: string }) {
    const doc = new Y.Doc();
    doc.clientID = client;
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText('a')]);
    proseOf(doc, field).insert(0, [paragraph]);
    this.#client = client;
    this.#clock = Y.getState(doc.store, client);
    this.first = Y.encodeStateAsUpdate(doc);
  }

  /** The next letter, after the one before. */
  next(): Uint8Array {
    const encoder = createEncoder();
    writeVarUint(encoder, 1); // one client
    writeVarUint(encoder, 1); // one item
    writeVarUint(encoder, this.#client);
    writeVarUint(encoder, this.#clock);
    writeUint8(encoder, stringAfterOrigin);
    writeVarUint(encoder, this.#client);
    writeVarUint(encoder, this.#clock - 1);
    writeVarString(encoder, 'a');
    writeVarUint(encoder, 0); // no deletions
    this.#clock += 1;
    return toUint8Array(encoder);
  }
}
