/** Brings a section back to what an earlier document says, as an edit like any other. What is the same already is left alone. */
import * as Y from 'yjs';
import { canonicalJson } from './canonical.ts';
import { proseContent } from './content.ts';
import { proseOf, recordOf, rowsOf, type FieldValue, type Row } from './document.ts';
import { listParts, proseParts, recordPart, type SectionDefinition } from './sections.ts';

/** Changes `doc` so that it says what `earlier` says, in one transaction. */
export function restoreSection(doc: Y.Doc, earlier: Y.Doc, section: SectionDefinition): void {
  doc.transact(() => {
    for (const { id } of proseParts(section)) restoreProse(proseOf(doc, id), proseOf(earlier, id));
    if (recordPart(section)) restoreValues(recordOf(doc), recordOf(earlier));
    for (const { id } of listParts(section)) restoreRows(rowsOf(doc, id), rowsOf(earlier, id));
  });
}

function restoreProse(prose: Y.XmlFragment, earlier: Y.XmlFragment): void {
  if (canonicalJson(proseContent(prose)) === canonicalJson(proseContent(earlier))) return;
  prose.delete(0, prose.length);
  prose.insert(
    0,
    earlier
      .toArray()
      .flatMap((node) => (node instanceof Y.XmlElement || node instanceof Y.XmlText ? [node.clone()] : [])),
  );
}

function restoreRows(rows: Y.Map<Row>, earlier: Y.Map<Row>): void {
  for (const id of [...rows.keys()]) if (!earlier.has(id)) rows.delete(id);
  for (const [id, row] of earlier.entries()) {
    const present = rows.get(id);
    if (present instanceof Y.Map && row instanceof Y.Map) restoreValues(present, row);
    else if (row instanceof Y.Map) rows.set(id, row.clone());
  }
}

function restoreValues(row: Row, earlier: Row): void {
  for (const field of [...row.keys()]) if (!earlier.has(field)) row.delete(field);
  for (const [field, value] of earlier.entries()) restoreValue(row, field, value);
}

function restoreValue(row: Row, field: string, value: FieldValue | Y.Text): void {
  const present = row.get(field);
  if (!(value instanceof Y.Text)) {
    if (canonicalJson(present instanceof Y.Text ? null : (present ?? null)) !== canonicalJson(value))
      row.set(field, value);
  } else if (!(present instanceof Y.Text)) {
    row.set(field, value.clone());
  } else if (present.toString() !== value.toString()) {
    present.delete(0, present.length);
    present.insert(0, value.toString());
  }
}
