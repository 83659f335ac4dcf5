/** Whether anything has been written: in a field, in a row, in a whole section. */
import * as Y from 'yjs';
import { orderedRows, proseOf, recordOf, type Row } from '../../../shared/careplan/document.ts';
import type { FieldDefinition, Part } from '../../../shared/careplan/parts.ts';
import type { SectionDefinition } from '../../../shared/careplan/sections.ts';
import { isEmptyProse } from '../prose/proseText.ts';

/** Whether nothing stands in any part of a section. */
export function isEmptySection(doc: Y.Doc, { parts }: SectionDefinition): boolean {
  return parts.every((part) => isEmptyPart(doc, part));
}

/** Whether nothing stands in a part: no letter, no value, no row. */
export function isEmptyPart(doc: Y.Doc, part: Part): boolean {
  switch (part.kind) {
    case 'prose':
      return isEmptyProse(proseOf(doc, part.id));
    case 'record':
      return part.fields.every((field) => isEmptyValue(recordOf(doc), field));
    case 'list':
      return orderedRows(doc, part.id).length === 0;
  }
}

/** Whether nothing stands in a field. A box that is not ticked, and days of which none is chosen, say nothing. */
function isEmptyValue(row: Row, { id }: FieldDefinition): boolean {
  const value = row.get(id);
  if (value instanceof Y.Text) return value.length === 0;
  if (Array.isArray(value)) return value.length === 0;
  return value === undefined || value === '' || value === false;
}
