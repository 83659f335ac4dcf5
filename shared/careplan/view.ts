/**
 * A section's document as plain data. Everything but the editors reads a plan through here: tasks, pages without live
 * editing, exports. A document comes from many hands, so what does not fit the table is left out, never thrown at the reader.
 */
import * as Y from 'yjs';
import { z } from 'zod';
import { orderedRows, proseOf } from './document.ts';
import type { FieldKind, SectionDefinition } from './sections.ts';
import { taskSchema, type Task } from './task.ts';

export type { Task };

/** A prose section: plain text by field id, paragraphs parted by newlines. */
export type ProseView = Record<string, string>;

/** A list section: rows in order; each field's value by field id, with `''`, `[]` or `false` where nothing valid is stored. */
export interface RowView {
  readonly id: string;
  readonly values: Readonly<Record<string, string | boolean | number[]>>;
}

const text = z.string().max(20_000).catch('');
const valueSchemas: Readonly<Record<FieldKind, z.ZodType<string | boolean | number[]>>> = {
  text,
  line: text,
  phone: text,
  member: text,
  choice: text,
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

/** The prose fields of a section as plain text. */
export function proseView(doc: Y.Doc, section: SectionDefinition & { kind: 'prose' }): ProseView {
  return Object.fromEntries(section.fields.map((field) => [field, plainText(proseOf(doc, field)).trim()]));
}

/** The rows of a section as plain values. */
export function rowsView(doc: Y.Doc, section: SectionDefinition & { kind: 'rows' }): RowView[] {
  return orderedRows(doc).map(({ id, row }) => ({
    id,
    values: Object.fromEntries(
      section.fields.map((field) => {
        const stored = row.get(field.id);
        const plain = stored instanceof Y.Text ? stored.toString() : stored;
        return [field.id, valueSchemas[field.kind].parse(plain)];
      }),
    ),
  }));
}

/** The tasks of a plan, from the view of its section `tasks`. */
export function tasksOf(rows: readonly RowView[]): Task[] {
  return rows.map((row) => taskSchema.parse({ id: row.id, ...row.values }));
}
