/** Who is where: the places of other people, one per person, for the strip, the contents and the fields. Pure. */
import type { SectionId } from '../../shared/careplan/sections.ts';
import type { StampedPresence } from '../../shared/protocol/sync.ts';

/** One other person in the plan. `at` is where they were seen last in any of their pages. */
export interface Visitor {
  readonly person: StampedPresence['person'];
  readonly at: StampedPresence['at'];
}

/** The other people, each once; of several pages of one person, one in which they work counts. */
export function visitorsOf(peers: readonly StampedPresence[], me: string): readonly Visitor[] {
  const visitors = new Map<string, Visitor>();
  for (const { person, at } of peers) {
    if (person.id === me) continue;
    if (at !== null || !visitors.has(person.id)) visitors.set(person.id, { person, at });
  }
  return [...visitors.values()].sort((a, b) => a.person.name.localeCompare(b.person.name));
}

/** Those who are in a section. */
export function inSection(visitors: readonly Visitor[], sectionId: SectionId): readonly Visitor[] {
  return visitors.filter(({ at }) => at?.section === sectionId);
}

/** Those who are in a field; for a row (`<rowId>.`) those in any of its fields. */
export function inField(visitors: readonly Visitor[], sectionId: SectionId, field: string): readonly Visitor[] {
  return inSection(visitors, sectionId).filter(({ at }) =>
    field.endsWith('.') ? at?.field.startsWith(field) : at?.field === field,
  );
}
