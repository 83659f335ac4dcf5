/** Hostile messages for a channel of the live plan: noise, and real messages bent out of shape. */
import { writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import * as Y from 'yjs';
import { addRow } from '../../shared/careplan/document.ts';
import { listPart } from '../../shared/careplan/sections.ts';
import { message } from '../../shared/protocol/sync.ts';
import { bytes } from '../support/rawConnection.ts';
import type { Random } from '../support/random.ts';

/** Stands in every hostile text; it must never be found in the log. */
export const marker = 'HEMMELIG-MERKE';

function sync(type: number, content: Uint8Array): Uint8Array {
  return bytes((encoder) => {
    writeVarUint(encoder, message.sync);
    writeVarUint(encoder, type);
    writeVarUint8Array(encoder, content);
  });
}

/** A real update: a row with the marker in it, or something where no row can be. */
function realUpdate(random: Random): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = 1 + random.below(2 ** 31);
  if (random.next() < 0.2) {
    doc.getArray('rows').insert(0, [marker]);
    return Y.encodeStateAsUpdate(doc);
  }
  addRow(doc, listPart('tasks'), { what: marker });
  if (random.next() < 0.3) doc.getMap('rows').set(marker, { nested: [marker, 1, null] });
  return Y.encodeStateAsUpdate(doc);
}

/** Flips, cuts, doubles or stretches bytes. */
function bend(random: Random, original: Uint8Array): Uint8Array {
  const bent = Uint8Array.from(original);
  switch (random.below(4)) {
    case 0:
      for (let times = 1 + random.below(4); times > 0; times -= 1) bent[random.below(bent.length)] = random.below(256);
      return bent;
    case 1:
      return bent.slice(0, random.below(bent.length));
    case 2:
      return Uint8Array.from([...bent, ...bent.slice(random.below(bent.length))]);
    default:
      return Uint8Array.from([...bent, ...random.bytes(random.below(64))]);
  }
}

function presence(random: Random): Uint8Array {
  const states = [
    { at: null },
    { at: { section: 'tasks', field: marker, cursor: null } },
    marker,
    { at: [marker] },
    null,
  ];
  const update = bytes((encoder) => {
    writeVarUint(encoder, random.pick([1, 1, 2, 2 ** 31]));
    writeVarUint(encoder, random.below(1000));
    writeVarUint(encoder, random.below(1000));
    writeVarString(encoder, random.pick([JSON.stringify(random.pick(states)), marker, '{"__proto__":{"at":null}}']));
  });
  return bytes((encoder) => {
    writeVarUint(encoder, message.awareness);
    writeVarUint8Array(encoder, random.next() < 0.5 ? update : bend(random, update));
  });
}

/** One hostile message. */
export function hostileMessage(random: Random): Uint8Array {
  switch (random.below(7)) {
    case 0:
      return random.bytes(random.below(200));
    case 1:
      return sync(random.below(5), random.bytes(random.below(200)));
    case 2:
      return sync(random.pick([1, 2]), bend(random, realUpdate(random)));
    case 3:
      return sync(random.pick([1, 2]), realUpdate(random));
    case 4:
      return bend(random, sync(2, realUpdate(random)));
    case 5:
      return presence(random);
    default:
      return Uint8Array.from([message.durable, ...random.bytes(random.below(6))]);
  }
}
