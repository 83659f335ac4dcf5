/**
 * A section's document as plain data. Everything but the editors reads a plan through here: tasks, pages without live
 * editing, exports. A document comes from many hands, so what does not fit the table is left out, never thrown at the reader.
 */
import * as Y from 'yjs';
import { z } from 'zod';
import type { FieldValue } from './document.ts';
import { orderedRows, proseOf, recordOf } from './document.ts';
import type { FieldDefinition, FieldKind, ListPart } from './parts.ts';
import { listParts, proseParts, recordPart, type SectionDefinition } from './sections.ts';
import { taskSchema, type Task } from './task.ts';

export type { Task };

/** Values by field id, with `''`, `[]` or `false` where nothing valid is stored. */
export type Values = Readonly<Record<string, FieldValue>>;

/** Prose by field id as plain text, paragraphs parted by newlines. */
export type ProseView = Record<string, string>;

/** One row of a list. */
export interface RowView {
  readonly id: string;
  readonly values: Values;
}

/** A whole section: its prose, its single values (empty where it has none), the rows of each list by list id. */
export interface SectionView {
  readonly prose: ProseView;
  readonly record: Values;
  readonly lists: Readonly<Record<string, RowView[]>>;
}

const text = z.string().max(20_000).catch('');
const valueSchemas: Readonly<Record<FieldKind, z.ZodType<FieldValue>>> = {
  text,
  line: text,
  phone: text,
  member: text,
  choice: text,
  reference: text,
  score: z.union([z.number().int().min(0).max(10), z.enum(['unable', ''])]).catch(''),
  date: z.iso.date().catch(''),
  time: z
    .string()
    .regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/)
    .catch(''),
  weekdays: z.array(z.number().int().min(1).max(7)).max(7).catch([]),
  flag: z.boolean().catch(false),
};

function plainText(node: Y.XmlFragment | Y.XmlElement): string {
  return node
    .toArray()
    .map((child) => {
      if (child instanceof Y.XmlText) return (child.toDelta() as { insert?: unknown }[]).map(insertedText).join('');
      if (child instanceof Y.XmlElement) return `${plainText(child)}\n`;
      return '';
    })
    .join('');
}

function insertedText(part: { insert?: unknown }): string {
  return typeof part.insert === 'string' ? part.insert : '';
}

/** The prose of a section as plain text. */
export function proseView(doc: Y.Doc, section: SectionDefinition): ProseView {
  return Object.fromEntries(proseParts(section).map(({ id }) => [id, plainText(proseOf(doc, id)).trim()]));
}

/** The rows of a list as plain values. */
export function rowsView(doc: Y.Doc, list: ListPart): RowView[] {
  return orderedRows(doc, list.id).map(({ id, row }) => ({
    id,
    values: valuesOf(list.fields, (field) => row.get(field)),
  }));
}

/** The single values of a section. */
export function recordView(doc: Y.Doc, section: SectionDefinition): Values {
  const stored = recordOf(doc);
  return valuesOf(recordPart(section)?.fields ?? [], (field) => stored.get(field));
}

export function sectionView(doc: Y.Doc, section: SectionDefinition): SectionView {
  return {
    prose: proseView(doc, section),
    record: recordView(doc, section),
    lists: Object.fromEntries(listParts(section).map((list) => [list.id, rowsView(doc, list)])),
  };
}

function valuesOf(fields: readonly FieldDefinition[], stored: (fieldId: string) => unknown): Values {
  return Object.fromEntries(
    fields.map((field) => {
      const value = stored(field.id);
      return [field.id, fieldValue(field, value instanceof Y.Text ? value.toString() : value)];
    }),
  );
}

/** What is stored in a field, as a value of its kind; the empty one where it does not fit. */
export function fieldValue({ kind }: FieldDefinition, stored: unknown): FieldValue {
  return valueSchemas[kind].parse(stored);
}

/** A value as text; '' where it is of another kind. */
export function textOf(values: Values, fieldId: string): string {
  const value = values[fieldId];
  return typeof value === 'string' ? value : '';
}

/** The tasks of a plan, from the view of its section `tasks`. */
export function tasksOf(rows: readonly RowView[]): Task[] {
  return rows.map(({ id, values }) => taskSchema.parse({ ...values, id }));
}
