import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { unsavedText } from '../../../client/api/plan/unsavedText.ts';
import { addRow } from '../../../shared/careplan/document.ts';
import { newId } from '../../../shared/domain/ids.ts';
import { listPart } from '../../../shared/careplan/sections.ts';

/** The updates of what `change` does to a document that another has begun. */
function editsOn(begun: Y.Doc, change: (doc: Y.Doc) => void): Uint8Array[] {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(begun));
  const updates: Uint8Array[] = [];
  doc.on('update', (update) => updates.push(update));
  change(doc);
  return updates;
}

test('typed words come back in one piece, without those of others and without what was deleted again', () => {
  const begun = new Y.Doc();
  begun.getText('text').insert(0, 'Skrevet av en annen. ');
  const updates = editsOn(begun, (doc) => {
    const text = doc.getText('text');
    for (const character of 'Ring meg førstt') text.insert(text.length, character);
    text.delete(text.length - 1, 1);
  });
  expect(unsavedText(updates)).toBe('Ring meg først');
});

test('words stand in the order of the text, not in that of typing', () => {
  const updates = editsOn(new Y.Doc(), (doc) => {
    const text = doc.getText('text');
    text.insert(0, 'rker');
    // Editors that compare texts put a doubled letter on either side of its twin.
    text.insert(1, 'e');
    text.insert(2, 'k');
    text.insert(text.length, ' ikke');
    text.insert(0, 'Det ');
  });
  expect(unsavedText(updates)).toBe('Det rekker ikke');
});

test('paragraphs and pieces at other places stand on lines of their own', () => {
  const updates = editsOn(new Y.Doc(), (doc) => {
    const fragment = doc.getXmlFragment('matters');
    for (const line of ['Å være hjemme', 'Å få sove']) {
      const paragraph = new Y.XmlElement('paragraph');
      paragraph.insert(0, [new Y.XmlText(line)]);
      fragment.insert(fragment.length, [paragraph]);
    }
  });
  expect(unsavedText(updates)).toBe('Å være hjemme\nÅ få sove');
});

test('of a row come the words, not the names of people and choices inside the program', () => {
  const updates = editsOn(new Y.Doc(), (doc) => {
    addRow(doc, listPart('tasks'), { what: 'Bestille seng', owner: newId(), status: 'open' });
  });
  expect(unsavedText(updates)).toBe('Bestille seng');
});

test('no edits have no words', () => {
  expect(unsavedText([])).toBe('');
});
