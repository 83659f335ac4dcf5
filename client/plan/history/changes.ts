/** Changes as people would tell them: what one person did to one row, to one text, to one record, gathered into one line each. */
import type { SectionDefinition } from '../../../shared/careplan/sections.ts';
import type { Stamp } from '../../../shared/protocol/routes/history.ts';

/** `added`, `removed`: rows. `fields`: of a row, or of the record where `row` is ''. `wrote`: running text. */
export type ChangeLine = { readonly by: string; readonly at: string; readonly row: string } & (
  | { readonly kind: 'added' }
  | { readonly kind: 'removed'; readonly count: number }
  | { readonly kind: 'fields'; readonly fields: readonly string[] }
  | { readonly kind: 'wrote'; readonly field: string }
);

/**
 * The lines of a section's changes, in the order of time. `isThere` says whether a row stands in the section now: of one
 * that has come and gone nothing is told, and of one that has gone only that.
 */
export function changeLines(
  section: SectionDefinition,
  stamps: readonly Stamp[],
  isThere: (part: string, row: string) => boolean,
): ChangeLine[] {
  const lines = new Map<string, ChangeLine>();
  const has = (kind: Stamp['kind'], { part, row }: Stamp) =>
    stamps.some((other) => other.kind === kind && other.part === part && other.row === row && other.field === '');
  for (const stamp of stamps) {
    if (stamp.row !== '' && !isThere(stamp.part, stamp.row)) {
      if (stamp.kind === 'removed' && !has('added', stamp)) addRemoval(lines, stamp);
    } else if (stamp.row !== '' && stamp.field === '') {
      if (stamp.kind === 'added' && !has('removed', stamp)) lines.set(keyOf(stamp), { ...only(stamp), kind: 'added' });
    } else addField(section, lines, stamp);
  }
  return [...lines.values()].toSorted((one, other) => (one.at < other.at ? -1 : 1));
}

function addRemoval(lines: Map<string, ChangeLine>, stamp: Stamp): void {
  const key = `removed ${stamp.by}`;
  const before = lines.get(key);
  const count = before?.kind === 'removed' ? before.count + 1 : 1;
  lines.set(key, { by: stamp.by, at: stamp.at, row: '', kind: 'removed', count });
}

function addField(section: SectionDefinition, lines: Map<string, ChangeLine>, stamp: Stamp): void {
  const part = section.parts.find(({ id }) => id === stamp.part);
  if (!part) return;
  const key = keyOf(stamp);
  if (part.kind === 'prose') return void lines.set(key, { ...only(stamp), kind: 'wrote', field: part.id });
  const before = lines.get(key);
  // Who adds a row fills it in: that is one thing to tell.
  if (before?.kind === 'added') return void lines.set(key, { ...before, at: stamp.at });
  // A part of the machine's own is nobody's news.
  const field = part.fields.find(({ id, kind }) => id === stamp.field && kind !== 'reference');
  if (!field) return;
  const fields = before?.kind === 'fields' ? before.fields : [];
  lines.set(key, { ...only(stamp), kind: 'fields', fields: [...fields.filter((id) => id !== field.id), field.id] });
}

function only({ by, at, row }: Stamp): { by: string; at: string; row: string } {
  return { by, at, row };
}

function keyOf({ part, row, by }: Stamp): string {
  return `${part} ${row} ${by}`;
}
