/** Random edits of a section, over all kinds of parts, as a person's page would make them. */
import fc from 'fast-check';
import * as Y from 'yjs';
import { addRow, orderedRows, proseOf, recordOf, rowsOf, type FieldValue } from '../../../shared/careplan/document.ts';
import type { FieldDefinition, FieldKind, Part } from '../../../shared/careplan/parts.ts';
import type { SectionDefinition } from '../../../shared/careplan/sections.ts';

/** What a person does; `at` and `with` are taken modulo what there is. */
export interface Edit {
  readonly kind: 'write' | 'write-again' | 'take-away' | 'change-row' | 'undo' | 'redo';
  readonly part: number;
  readonly at: number;
  readonly with: number;
}

export const editArbitrary: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom('write', 'write', 'write-again', 'change-row', 'change-row', 'take-away', 'undo', 'redo'),
  part: fc.nat(20),
  at: fc.nat(1_000),
  with: fc.nat(1_000),
});

/** The origin of what a person wrote here and may undo. */
export const typed = Symbol('typed');

export function applyEdit(doc: Y.Doc, section: SectionDefinition, undo: Y.UndoManager, edit: Edit): void {
  const part = section.parts[edit.part % section.parts.length];
  if (!part) return;
  if (edit.kind === 'undo') undo.undo();
  else if (edit.kind === 'redo') undo.redo();
  else doc.transact(() => editPart(doc, part, edit), typed);
}

function editPart(doc: Y.Doc, part: Part, edit: Edit): void {
  switch (part.kind) {
    case 'prose':
      return editProse(proseOf(doc, part.id), edit);
    case 'record':
      return setField(recordOf(doc), part.fields, edit);
    case 'list':
      if (edit.kind === 'write') addRow(doc, part, { [part.title]: `rad ${edit.with}` });
      else {
        const rows = orderedRows(doc, part.id);
        const chosen = rows[edit.at % Math.max(1, rows.length)];
        if (!chosen) return;
        if (edit.kind === 'take-away') rowsOf(doc, part.id).delete(chosen.id);
        else setField(chosen.row, part.fields, edit);
      }
  }
}

function editProse(fragment: Y.XmlFragment, edit: Edit): void {
  const paragraph = fragment.length === 0 ? undefined : fragment.get(edit.at % fragment.length);
  if (edit.kind === 'write' || !(paragraph instanceof Y.XmlElement)) {
    const added = new Y.XmlElement('paragraph');
    added.insert(0, [new Y.XmlText(`avsnitt ${edit.with}`)]);
    return fragment.insert(edit.at % (fragment.length + 1), [added]);
  }
  if (edit.kind === 'take-away') return fragment.delete(edit.at % fragment.length, 1);
  const text = paragraph.length === 0 ? undefined : paragraph.get(0);
  if (!(text instanceof Y.XmlText)) return;
  const place = edit.with % (text.length + 1);
  if (edit.with % 5 === 0 && place < text.length) text.format(place, 1, { strong: {} });
  else if (edit.with % 5 === 1 && place < text.length) text.delete(place, 1);
  else text.insert(place, ` ord ${edit.with}`);
}

function setField(row: Y.Map<FieldValue | Y.Text>, fields: readonly FieldDefinition[], edit: Edit): void {
  const field = fields[edit.with % fields.length];
  if (!field) return;
  const stored = row.get(field.id);
  if (stored instanceof Y.Text) {
    const place = edit.at % (stored.length + 1);
    if (edit.at % 4 === 0 && place < stored.length) stored.delete(place, 1);
    else stored.insert(place, `tekst ${edit.at}`);
  } else if (field.kind !== 'text') row.set(field.id, valueFor(field, edit.at));
}

const values: Readonly<Record<Exclude<FieldKind, 'choice' | 'text'>, (at: number) => FieldValue>> = {
  line: (at) => `linje ${at}`,
  phone: (at) => `22 00 ${at}`,
  date: (at) => `2026-11-${String(1 + (at % 28)).padStart(2, '0')}`,
  time: (at) => `${String(at % 24).padStart(2, '0')}:30`,
  weekdays: (at) => [1 + (at % 7)],
  flag: (at) => at % 2 === 0,
  // What does not fit is some hand's doing too, and must harm nobody.
  member: (at) => (at % 3 === 0 ? 'gp' : `noen ${at}`),
  score: (at) => (at % 12 === 11 ? 'unable' : at % 12),
  reference: (at) => `kilde ${at}`,
};

function valueFor(field: FieldDefinition, at: number): FieldValue {
  if (field.kind === 'choice') return field.choices?.[at % field.choices.length] ?? '';
  return field.kind === 'text' ? '' : values[field.kind](at);
}
