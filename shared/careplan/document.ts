/** The shape of a section's Y.Doc: the only place that knows the names inside it. Used by server, page and tests alike. */
import * as Y from 'yjs';
import { newId } from '../domain/ids.ts';
import type { FieldDefinition, ListPart } from './parts.ts';

/** What a single-value field may hold. Weekdays are ISO numbers, 1 = Monday … 7 = Sunday. */
export type FieldValue = string | boolean | number | number[];
export type Row = Y.Map<FieldValue | Y.Text>;

/** Where a row stands in its list: rows are sorted by this number, then by id. Not a field of any section. */
const orderKey = 'order';

/** The fragment that holds one prose field. */
export function proseOf(doc: Y.Doc, fieldId: string): Y.XmlFragment {
  return doc.getXmlFragment(fieldId);
}

/** The single values of a section, by field id. */
export function recordOf(doc: Y.Doc): Row {
  return doc.getMap('record');
}

/** All rows of a list, keyed by row id. What stands there and is no row is passed over by `orderedRows`. */
export function rowsOf(doc: Y.Doc, listId = 'rows'): Y.Map<Row> {
  return doc.getMap<Row>(listId);
}

/** The rows of a list in the order in which they are shown. */
export function orderedRows(doc: Y.Doc, listId = 'rows'): { id: string; row: Row }[] {
  return [...doc.getMap(listId).entries()]
    .filter((entry): entry is [string, Row] => entry[1] instanceof Y.Map)
    .map(([id, row]) => ({ id, row, order: Number(row.get(orderKey) ?? 0) }))
    .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
    .map(({ id, row }) => ({ id, row }));
}

function emptyValue(field: FieldDefinition): FieldValue | Y.Text {
  switch (field.kind) {
    case 'text':
      return new Y.Text();
    case 'weekdays':
      return [];
    case 'flag':
      return false;
    case 'choice':
      return field.choices?.[0] ?? '';
    default:
      return '';
  }
}

/** Adds a row at the end of a list and returns its id. `values` gives first contents by field id; text fields take a string. */
export function addRow(
  doc: Y.Doc,
  list: ListPart,
  values: Readonly<Record<string, FieldValue>> = {},
  id: string = newId(),
): string {
  doc.transact(() => {
    const last = orderedRows(doc, list.id).at(-1)?.row.get(orderKey);
    const row: Row = new Y.Map();
    row.set(orderKey, (typeof last === 'number' ? last : 0) + 1);
    for (const field of list.fields) {
      const value = values[field.id];
      if (field.kind === 'text') row.set(field.id, new Y.Text(typeof value === 'string' ? value : ''));
      else row.set(field.id, value ?? emptyValue(field));
    }
    rowsOf(doc, list.id).set(id, row);
  });
  return id;
}
