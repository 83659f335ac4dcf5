/** Where in a section edits were made: its fields and its rows, so that changes can be counted as a person would. */
import * as Y from 'yjs';

/** The fields and rows of the document that these updates touch; the document must hold them. */
export function placesOf(doc: Y.Doc, updates: readonly Uint8Array[]): ReadonlySet<string> {
  const places = new Set<string>();
  if (updates.length === 0) return places;
  const { structs, ds } = Y.decodeUpdate(Y.mergeUpdates([...updates]));
  const visit = (client: number, from: number, length: number): void => {
    for (let clock = from; clock < from + length;) {
      const struct = structAt(doc, client, clock);
      if (!struct) return;
      const place = struct instanceof Y.Item ? placeOf(struct) : null;
      if (place !== null) places.add(place);
      clock = struct.id.clock + struct.length;
    }
  };
  for (const { id, length } of structs) visit(id.client, id.clock, length);
  for (const [client, ranges] of ds.clients) for (const { clock, len } of ranges) visit(client, clock, len);
  return places;
}

/** What the document holds at this place of its history; null where it has not got so far. */
function structAt(doc: Y.Doc, client: number, clock: number): Y.Item | Y.GC | null {
  const structs = doc.store.clients.get(client);
  if (!structs || clock >= Y.getState(doc.store, client)) return null;
  return structs[Y.findIndexSS(structs, clock)] ?? null;
}

/** The field of running text or the row or single field that an item belongs to; null where that was removed altogether. */
function placeOf(item: Y.Item): string | null {
  let child = item;
  for (;;) {
    const { parent } = child;
    if (!(parent instanceof Y.AbstractType)) return null;
    if (parent._item === null) {
      const root = Y.findRootTypeKey(parent);
      return child.parentSub === null ? root : `${root}/${child.parentSub}`;
    }
    child = parent._item;
  }
}
