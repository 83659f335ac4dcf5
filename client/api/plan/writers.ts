/** Who else wrote in which sections, read from the plan's history. */
import type { SectionId } from '../../../shared/careplan/sections.ts';
import type { History } from '../../../shared/protocol/routes/history.ts';
import type { HomecomingSection } from './homecoming.ts';

/** The names of those other than `me` who wrote in these sections since each was in step last; nobody where nobody is known. */
export function writersOf(
  history: History,
  { sections, me }: { readonly sections: readonly HomecomingSection[]; readonly me: string },
): ReadonlyMap<SectionId, readonly string[]> {
  const names = new Map(history.people.map(({ personId, name }) => [personId, name]));
  return new Map(
    sections.map(({ id, since, others }) => {
      const stamps = others ? (history.sections.find((section) => section.id === id)?.stamps ?? []) : [];
      const writers = stamps.filter(({ by, at }) => by !== me && since !== null && Date.parse(at) > since);
      const known = writers.map(({ by }) => names.get(by)).filter((name) => name !== undefined);
      return [id, [...new Set(known)]];
    }),
  );
}
