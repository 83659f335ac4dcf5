/**
 * What stands in a section as plain data, with the form of its running text: what is frozen in a version, printed and
 * compared. Unlike the view it leaves nothing out of a field, because what is signed must be what was written.
 */
import * as Y from 'yjs';
import { z } from 'zod';
import { orderedRows, proseOf, recordOf, type FieldValue } from './document.ts';
import type { FieldDefinition } from './parts.ts';
import { listParts, proseParts, recordPart, sectionIdSchema, type SectionDefinition } from './sections.ts';

/** A piece of text and what it is marked with (`strong`, `em`), in the order of the alphabet. */
export type TextRun = { readonly text: string; readonly marks: readonly string[] };

/** A paragraph, heading, list or list item, by its name in the document. */
export type ProseBlock = { readonly block: string; readonly children: readonly ProseNode[] };

export type ProseNode = ProseBlock | TextRun;

const proseNodeSchema: z.ZodType<ProseNode> = z.lazy(() =>
  z.union([
    z.object({ text: z.string(), marks: z.array(z.string()) }),
    z.object({ block: z.string(), children: z.array(proseNodeSchema) }),
  ]),
);

const valuesSchema = z.record(
  z.string(),
  z.union([z.string(), z.boolean(), z.number(), z.array(z.number())]) satisfies z.ZodType<FieldValue>,
);

/** A section's content. Fields that hold nothing are left out of `record` and of a row's `values`. */
export const sectionContentSchema = z.object({
  section: sectionIdSchema,
  /** The shape of the section when this was taken. */
  schema: z.number().int(),
  prose: z.record(z.string(), z.array(proseNodeSchema)),
  record: valuesSchema,
  lists: z.record(z.string(), z.array(z.object({ id: z.string(), values: valuesSchema }))),
});
export type SectionContent = z.infer<typeof sectionContentSchema>;
export type ContentValues = SectionContent['record'];
export type ContentRow = SectionContent['lists'][string][number];

/** The content of a section's document. */
export function sectionContent(doc: Y.Doc, section: SectionDefinition): SectionContent {
  const record = recordOf(doc);
  return {
    section: section.id,
    schema: section.schema,
    prose: Object.fromEntries(proseParts(section).map(({ id }) => [id, proseContent(proseOf(doc, id))])),
    record: valuesOf(recordPart(section)?.fields ?? [], (field) => record.get(field)),
    lists: Object.fromEntries(
      listParts(section).map(({ id, fields }) => [
        id,
        orderedRows(doc, id).map(({ id: rowId, row }) => ({
          id: rowId,
          values: valuesOf(fields, (field) => row.get(field)),
        })),
      ]),
    ),
  };
}

/** The blocks of one prose field. A field that was only opened holds an empty paragraph: that is no content. */
export function proseContent(fragment: Y.XmlFragment): ProseNode[] {
  const blocks = nodesOf(fragment);
  return blocks.every((node) => proseText([node]).trim() === '') ? [] : blocks;
}

/** Running text without its form: a line for each paragraph, heading or item. */
export function proseText(nodes: readonly ProseNode[]): string {
  return nodes.flatMap(linesOf).join('\n');
}

/** Whether nothing has been written in a section. */
export function isEmptyContent({ prose, record, lists }: SectionContent): boolean {
  return (
    Object.values(prose).every((nodes) => nodes.length === 0) &&
    Object.keys(record).length === 0 &&
    Object.values(lists).every((rows) => rows.length === 0)
  );
}

function linesOf(node: ProseNode): string[] {
  if ('text' in node) return [node.text];
  const inner = node.children.filter((child) => 'block' in child);
  if (inner.length > 0) return inner.flatMap(linesOf);
  return [node.children.map((child) => ('text' in child ? child.text : '')).join('')];
}

function nodesOf(parent: Y.XmlFragment | Y.XmlElement): ProseNode[] {
  const nodes: ProseNode[] = [];
  for (const child of parent.toArray()) {
    if (child instanceof Y.XmlElement) nodes.push({ block: child.nodeName, children: nodesOf(child) });
    else if (child instanceof Y.XmlText) for (const run of runsOf(child)) append(nodes, run);
  }
  return nodes;
}

/** Runs that are marked alike are one run, wherever the text was cut when it was written. */
function append(nodes: ProseNode[], run: TextRun): void {
  const last = nodes.at(-1);
  if (last && 'text' in last && last.marks.join() === run.marks.join())
    nodes[nodes.length - 1] = { ...run, text: last.text + run.text };
  else nodes.push(run);
}

interface DeltaPart {
  readonly insert?: unknown;
  readonly attributes?: Readonly<Record<string, unknown>>;
}

function runsOf(text: Y.XmlText): TextRun[] {
  const delta = text.toDelta() as readonly DeltaPart[];
  return delta.flatMap(({ insert, attributes = {} }) => {
    if (typeof insert !== 'string' || insert === '') return [];
    const marks = Object.keys(attributes).filter((name) => Boolean(attributes[name]));
    return [{ text: insert, marks: marks.sort() }];
  });
}

function valuesOf(fields: readonly FieldDefinition[], stored: (fieldId: string) => unknown): ContentValues {
  return Object.fromEntries(
    fields.flatMap(({ id }) => {
      const value = plainValue(stored(id));
      return value === null ? [] : [[id, value]];
    }),
  );
}

/** A stored value, or null where the field holds nothing or what no field can hold. */
function plainValue(stored: unknown): FieldValue | null {
  const value = stored instanceof Y.Text ? stored.toString() : stored;
  if (Array.isArray(value)) {
    const days = value.filter((day): day is number => typeof day === 'number');
    return days.length > 0 ? days : null;
  }
  if (typeof value === 'string') return value === '' ? null : value;
  if (typeof value === 'boolean') return value || null;
  return typeof value === 'number' ? value : null;
}
