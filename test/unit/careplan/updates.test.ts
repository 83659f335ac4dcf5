/** Edits that were stored together, applied together. */
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { applyTogether, hasReached, updateEnds } from '../../../server/careplan/updates.ts';

/** Two edits of one writer, the second building on the first. */
function twoEdits(): [Uint8Array, Uint8Array] {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  doc.getText('text').insert(0, 'ring ');
  doc.getText('text').insert(5, 'Inger');
  return [updates[0]!, updates[1]!];
}

function textAfter(update: Uint8Array): string {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, update);
  return doc.getText('text').toString();
}

describe('applying together', () => {
  test('several edits become one update that says the same', () => {
    const doc = new Y.Doc();
    const result = applyTogether(doc, twoEdits());
    expect(doc.getText('text').toString()).toBe('ring Inger');
    expect('news' in result && result.news && textAfter(result.news)).toBe('ring Inger');
  });

  test('edits that the document has already are no news', () => {
    const doc = new Y.Doc();
    const edits = twoEdits();
    applyTogether(doc, edits);
    expect(applyTogether(doc, edits)).toEqual({ news: null });
  });

  test('an edit whose forerunner is missing is no news until that has come, and then both are', () => {
    const doc = new Y.Doc();
    const [first, second] = twoEdits();
    expect(applyTogether(doc, [second])).toEqual({ news: null });
    expect(hasReached(doc, updateEnds(second))).toBe(false);
    const result = applyTogether(doc, [first]);
    expect(hasReached(doc, updateEnds(second))).toBe(true);
    expect('news' in result && result.news && textAfter(result.news)).toBe('ring Inger');
  });

  test('a deletion alone is news', () => {
    const doc = new Y.Doc();
    applyTogether(doc, twoEdits());
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
    const before = Y.encodeStateVector(copy);
    copy.getText('text').delete(0, 5);
    const result = applyTogether(doc, [Y.encodeStateAsUpdate(copy, before)]);
    expect('news' in result && result.news).toBeInstanceOf(Uint8Array);
    expect(doc.getText('text').toString()).toBe('Inger');
  });
});
