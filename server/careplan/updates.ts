/** What a section does with Yjs updates: looks into one before it is stored, and applies those that were stored together. */
import * as Y from 'yjs';

/** An update that is no Yjs update. */
export class MalformedUpdate extends Error {}

/** The clock that each client has reached after an update. @throws MalformedUpdate */
export function updateEnds(update: Uint8Array): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  for (const struct of decode(update).structs) {
    const end = struct.id.clock + struct.length;
    ends.set(struct.id.client, Math.max(end, ends.get(struct.id.client) ?? 0));
  }
  return ends;
}

/**
 * Whether a document has all that an update says. A page that comes back says all that it knows to be deleted, also
 * where it has written nothing. @throws MalformedUpdate
 */
export function changesNothing(doc: Y.Doc, update: Uint8Array): boolean {
  if (!hasReached(doc, updateEnds(update))) return false;
  const deleted = Y.createDeleteSetFromStructStore(doc.store).clients;
  return [...decode(update).ds.clients].every(([client, ranges]) =>
    ranges.every(({ clock, len }) =>
      deleted.get(client)?.some((known) => known.clock <= clock && known.clock + known.len >= clock + len),
    ),
  );
}

function decode(update: Uint8Array): ReturnType<typeof Y.decodeUpdate> {
  try {
    return Y.decodeUpdate(update);
  } catch {
    throw new MalformedUpdate();
  }
}

/** Whether a document holds an update with these ends, and so nothing that it builds on is missing. */
export function hasReached(doc: Y.Doc, ends: ReadonlyMap<number, number>): boolean {
  for (const [client, end] of ends) if (Y.getState(doc.store, client) < end) return false;
  return true;
}

/** Whether a document holds edits that wait for others that have not come: a later update may let them in. */
export function holdsWaiting(doc: Y.Doc): boolean {
  return doc.store.pendingStructs !== null || doc.store.pendingDs !== null;
}

/** What a page with this state vector lacks. Edits that wait for others are kept back: a page could do nothing with them but say them again. */
export function missingFor(doc: Y.Doc, stateVector: Uint8Array): Uint8Array {
  const { store } = doc;
  const { pendingStructs, pendingDs } = store;
  store.pendingStructs = null;
  store.pendingDs = null;
  try {
    return Y.encodeStateAsUpdate(doc, stateVector);
  } finally {
    store.pendingStructs = pendingStructs;
    store.pendingDs = pendingDs;
  }
}

/**
 * A document from what is stored. An update that can't be applied (the server was killed before it could take it back)
 * was never seen nor acknowledged; it is left out and named in `unusable` by its place.
 */
export function buildDocument(updates: readonly Uint8Array[]): { doc: Y.Doc; unusable: number[] } {
  const together = new Y.Doc();
  if (!('failedAt' in applyTogether(together, updates))) return { doc: together, unusable: [] };
  const unusable: number[] = [];
  let doc = new Y.Doc();
  const usable: Uint8Array[] = [];
  updates.forEach((update, place) => {
    if ('failedAt' in applyTogether(doc, [update])) {
      unusable.push(place);
      doc = new Y.Doc();
      applyTogether(doc, usable);
    } else usable.push(update);
  });
  return { doc, unusable };
}

/**
 * What a document did not have before, as one update, or null where it had all; or the place of the first update that
 * can't be applied.
 */
export type Applied = { readonly news: Uint8Array | null } | { readonly failedAt: number };

/**
 * Applies updates in their order, in one transaction: what Yjs does once per transaction costs more than an edit itself.
 * After `failedAt` the document may hold half of that update and must not be used again.
 */
export function applyTogether(doc: Y.Doc, updates: readonly Uint8Array[]): Applied {
  // More than one, where Yjs tidies up formatting after the edits themselves.
  const news: Uint8Array[] = [];
  let applied = 0;
  const note = (update: Uint8Array) => void news.push(update);
  doc.on('update', note);
  try {
    doc.transact(() => {
      for (const update of updates) {
        Y.applyUpdate(doc, update);
        applied += 1;
      }
    });
    return { news: news.length > 1 ? Y.mergeUpdates(news) : (news[0] ?? null) };
  } catch {
    return { failedAt: Math.min(applied, updates.length - 1) };
  } finally {
    doc.off('update', note);
  }
}
