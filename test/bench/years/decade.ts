/** Ten years of writing in one section: many short sittings by many pages, words written and rewritten, values set again and again. */
import * as Y from 'yjs';
import { addRow, orderedRows, proseOf, recordOf } from '../../../shared/careplan/document.ts';
import type { FieldDefinition, ListPart, Part } from '../../../shared/careplan/parts.ts';
import { sections, type SectionId } from '../../../shared/careplan/sections.ts';
import type { Random } from '../../support/random.ts';

const sentences = [
  'Når smertene blir verre om kvelden, ringer vi hjemmesykepleien.',
  'Datteren kommer på fredag og blir over helgen.',
  'Fastlegen tar blodprøver ved neste besøk.',
  'Han vil helst være hjemme så lenge det går.',
];
/** A text that has become this long is shortened, characters. */
const longText = 240;
const mostRows = 8;

/**
 * The updates of so many edits, in order, and the document that they lead to. A sitting is somebody who opens the page, and
 * so has a writer's number of its own, types a sentence letter by letter somewhere, sets a value or two, and goes.
 */
export function decadeOf(sectionId: SectionId, edits: number, random: Random): { updates: Uint8Array[]; doc: Y.Doc } {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  while (updates.length < edits) {
    const page = new Y.Doc();
    Y.applyUpdate(page, Y.encodeStateAsUpdate(doc));
    const made: Uint8Array[] = [];
    page.on('update', (update: Uint8Array) => made.push(update));
    for (let left = 1 + random.below(3); left > 0; left -= 1)
      edit(page, random.pick(sections[sectionId].parts), random);
    for (const update of made.slice(0, edits - updates.length)) {
      Y.applyUpdate(doc, update);
      updates.push(update);
    }
  }
  return { updates, doc };
}

function edit(doc: Y.Doc, part: Part, random: Random): void {
  switch (part.kind) {
    case 'prose': {
      const fragment = proseOf(doc, part.id);
      if (fragment.length === 0) {
        const paragraph = new Y.XmlElement('paragraph');
        paragraph.insert(0, [new Y.XmlText()]);
        fragment.push([paragraph]);
      }
      const paragraph = fragment.get(0);
      const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
      return text instanceof Y.XmlText ? type(text, random) : undefined;
    }
    case 'record': {
      const field = random.pick(part.fields);
      return void recordOf(doc).set(field.id, valueFor(field, random));
    }
    case 'list':
      return editList(doc, part, random);
  }
}

function editList(doc: Y.Doc, list: ListPart, random: Random): void {
  const rows = orderedRows(doc, list.id);
  if (rows.length < 3 || random.below(20) === 0) addRow(doc, list, { [list.title]: random.pick(sentences) });
  const chosen = random.pick(orderedRows(doc, list.id));
  if (rows.length > mostRows) return void doc.getMap(list.id).delete(chosen.id);
  const texts = list.fields.filter(({ kind }) => kind === 'text');
  const field = texts.length > 0 && random.below(3) > 0 ? random.pick(texts) : random.pick(list.fields);
  const stored = chosen.row.get(field.id);
  if (stored instanceof Y.Text) type(stored, random);
  else chosen.row.set(field.id, valueFor(field, random));
}

/** Letter by letter, as a page sends it. */
function type(text: Y.Text, random: Random): void {
  if (text.length > longText) text.delete(0, longText / 2);
  for (const letter of random.pick(sentences)) text.insert(text.length, letter);
}

function valueFor({ kind, choices }: FieldDefinition, random: Random): string | number | boolean | number[] {
  switch (kind) {
    case 'choice':
      return random.pick(choices ?? ['']);
    case 'flag':
      return random.below(2) === 0;
    case 'score':
      return random.below(11);
    case 'weekdays':
      return [1 + random.below(7)];
    case 'date':
      return `20${20 + random.below(10)}-05-17`;
    case 'time':
      return '07:30';
    default:
      return random.pick(sentences).slice(0, 20);
  }
}

/** The same content, written at one go. */
export function writtenAnew(sectionId: SectionId, old: Y.Doc): Y.Doc {
  const doc = new Y.Doc();
  for (const part of sections[sectionId].parts)
    switch (part.kind) {
      case 'prose':
        proseOf(doc, part.id).push(
          proseOf(old, part.id)
            .toArray()
            .filter((element) => element instanceof Y.XmlElement)
            .map((element) => element.clone()),
        );
        break;
      case 'record':
        for (const [field, value] of recordOf(old).entries())
          if (!(value instanceof Y.Text)) recordOf(doc).set(field, value);
        break;
      case 'list':
        for (const { id, row } of orderedRows(old, part.id))
          addRow(
            doc,
            part,
            Object.fromEntries(
              [...row.entries()].map(([field, value]) => [field, value instanceof Y.Text ? value.toString() : value]),
            ),
            id,
          );
    }
  return doc;
}
