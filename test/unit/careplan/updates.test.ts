/** Edits that were stored together, applied together. */
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { Random } from '../../support/random.ts';
import { applyTogether, buildDocument, hasReached, missingFor, updateEnds } from '../../../server/careplan/updates.ts';

/** Two edits of one writer, the second building on the first. */
function twoEdits(): [Uint8Array, Uint8Array] {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  doc.getText('text').insert(0, 'ring ');
  doc.getText('text').insert(5, 'Inger');
  return [updates[0]!, updates[1]!];
}

/** An update that Yjs can read and can't apply: found by bending a real one, from a seed. */
function unusableUpdate(): Uint8Array {
  const random = new Random(5);
  const doc = new Y.Doc();
  const paragraph = new Y.XmlElement('paragraph');
  doc.getXmlFragment('notes').insert(0, [paragraph]);
  const text = new Y.XmlText();
  paragraph.insert(0, [text]);
  text.insert(0, 'hei alle');
  text.format(0, 3, { strong: {} });
  doc.getMap('rows').set('a', new Y.Map([['x', 1]]));
  const real = Y.encodeStateAsUpdate(doc);
  for (let tries = 0; tries < 200_000; tries += 1) {
    const bent = real.slice();
    for (let times = 1 + random.below(3); times > 0; times -= 1) bent[random.below(bent.length)] = random.below(256);
    if (isReadable(bent) && 'failedAt' in applyTogether(new Y.Doc(), [bent])) return bent;
  }
  throw new Error('no such update was found');
}

function isReadable(update: Uint8Array): boolean {
  try {
    updateEnds(update);
    return true;
  } catch {
    return false;
  }
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

describe('what others are told', () => {
  test.each(Array.from({ length: 60 }, (_, seed) => seed))(
    'P2: two who write and format the same words, and the server between them, agree (seed %i)',
    (seed) => {
      const random = new Random(seed);
      const server = new Y.Doc();
      const pages = [new Y.Doc(), new Y.Doc()];
      const outgoing: Uint8Array[][] = [[], []];
      pages.forEach((page, index) =>
        page.on(
          'update',
          (update: Uint8Array, origin: unknown) => origin === 'server' || outgoing[index]!.push(update),
        ),
      );
      for (let step = 0; step < 40; step += 1) {
        const index = random.below(2);
        const text = pages[index]!.getText('text');
        const at = random.below(text.length + 1);
        const length = random.below(text.length - at + 1);
        if (random.below(3) > 0) text.insert(at, random.pick(['ord ', 'x']), random.pick([{}, { strong: true }]));
        else if (random.below(2) === 0) text.delete(at, length);
        else text.format(at, length, random.pick([{ strong: true }, { strong: null }]));
        if (random.below(4) > 0) continue;
        const sender = random.below(2);
        const edits = outgoing[sender]!.splice(0);
        if (edits.length === 0) continue;
        const result = applyTogether(server, edits);
        if ('news' in result && result.news) Y.applyUpdate(pages[1 - sender]!, result.news, 'server');
      }
      outgoing.forEach((edits, sender) => {
        if (edits.length === 0) return;
        const result = applyTogether(server, edits);
        if ('news' in result && result.news) Y.applyUpdate(pages[1 - sender]!, result.news, 'server');
      });
      const texts = [server, ...pages].map((doc) => doc.getText('text').toString());
      expect(new Set(texts).size).toBe(1);
    },
  );

  test('P5: an edit that waits for a missing one is not passed on to pages, which could only say it again', () => {
    const doc = new Y.Doc();
    const [, second] = twoEdits();
    applyTogether(doc, [second]);
    const page = new Y.Doc();
    Y.applyUpdate(page, missingFor(doc, Y.encodeStateVector(page)));
    expect(page.store.pendingStructs).toBe(null);
    expect(doc.store.pendingStructs).not.toBe(null);
  });

  test('P1: a stored update that can’t be applied is left out, and all others are there', () => {
    const [first, second] = twoEdits();
    const { doc, unusable } = buildDocument([first, unusableUpdate(), second]);
    expect(unusable).toEqual([1]);
    expect(doc.getText('text').toString()).toBe('ring Inger');
  });
});
