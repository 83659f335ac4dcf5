/** What differs between two contents of a section: which fields and rows were added, removed or changed. */
import { canonicalJson } from './canonical.ts';
import { proseText, type ContentRow, type ContentValues, type ProseNode, type SectionContent } from './content.ts';
import type { FieldValue } from './document.ts';
import { listParts, proseParts, sections, type SectionId } from './sections.ts';

/** One side of a comparison. Null: the section did not say it. */
export interface Sides<Value> {
  readonly before: Value | null;
  readonly after: Value | null;
}

export type FieldChange = Sides<FieldValue> & { readonly field: string };

/** `form`: the words are the same, only bold, headings or lists differ. */
export type ProseChange = Sides<readonly ProseNode[]> & {
  readonly field: string;
  readonly what: 'words' | 'form';
};

/** A row. `fields` are those that differ, for an added or removed row all that it says. */
export interface RowChange {
  readonly rowId: string;
  readonly what: 'added' | 'removed' | 'changed' | 'moved';
  readonly before: ContentRow | null;
  readonly after: ContentRow | null;
  readonly fields: readonly FieldChange[];
}

export interface SectionChange {
  readonly section: SectionId;
  readonly prose: readonly ProseChange[];
  readonly record: readonly FieldChange[];
  readonly lists: Readonly<Record<string, readonly RowChange[]>>;
}

/** What differs between two contents of the same section. */
export function compareContent(before: SectionContent, after: SectionContent): SectionChange {
  const section = sections[after.section];
  return {
    section: section.id,
    prose: proseParts(section).flatMap(({ id }) => compareProse(id, before.prose[id], after.prose[id])),
    record: compareValues(before.record, after.record),
    lists: Object.fromEntries(
      listParts(section).map(({ id }) => [id, compareRows(before.lists[id] ?? [], after.lists[id] ?? [])]),
    ),
  };
}

/** How many things differ: a field of running text, a single value, or a row counts as one. */
export function changeCount({ prose, record, lists }: SectionChange): number {
  return prose.length + record.length + Object.values(lists).reduce((sum, rows) => sum + rows.length, 0);
}

function same(one: FieldValue | readonly ProseNode[] | null, other: typeof one): boolean {
  return canonicalJson(one) === canonicalJson(other);
}

function compareProse(
  field: string,
  before: readonly ProseNode[] = [],
  after: readonly ProseNode[] = [],
): ProseChange[] {
  if (same(before, after)) return [];
  const what = proseText(before) === proseText(after) ? 'form' : 'words';
  return [{ field, what, before: before.length > 0 ? before : null, after: after.length > 0 ? after : null }];
}

function compareValues(before: ContentValues, after: ContentValues): FieldChange[] {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...fields].flatMap((field) => {
    const sides = { before: before[field] ?? null, after: after[field] ?? null };
    return same(sides.before, sides.after) ? [] : [{ field, ...sides }];
  });
}

function compareRows(before: readonly ContentRow[], after: readonly ContentRow[]): RowChange[] {
  const earlier = new Map(before.map((row) => [row.id, row]));
  const kept = new Set(after.map(({ id }) => id));
  const moved = movedRows(
    before.filter(({ id }) => kept.has(id)),
    after.filter(({ id }) => earlier.has(id)),
  );
  const present = after.flatMap((row): RowChange[] => {
    const old = earlier.get(row.id) ?? null;
    const fields = compareValues(old?.values ?? {}, row.values);
    const sides = { rowId: row.id, before: old, after: row, fields };
    if (old === null) return [{ what: 'added', ...sides }];
    if (fields.length > 0) return [{ what: 'changed', ...sides }];
    return moved.has(row.id) ? [{ what: 'moved', ...sides }] : [];
  });
  const removed = before
    .filter(({ id }) => !kept.has(id))
    .map((row): RowChange => {
      const fields = compareValues(row.values, {});
      return { rowId: row.id, what: 'removed', before: row, after: null, fields };
    });
  return [...present, ...removed];
}

/** Rows that stand at another place among those that both have. */
function movedRows(before: readonly ContentRow[], after: readonly ContentRow[]): ReadonlySet<string> {
  return new Set(after.flatMap(({ id }, place) => (before[place]?.id === id ? [] : [id])));
}
