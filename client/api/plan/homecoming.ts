/** What is told when the page is back in step after an absence: which sections, how much of one's own, and where others wrote. */
import type { SectionId } from '../../../shared/careplan/sections.ts';
import type { Returned } from './absence.ts';

/** What happened in one section. */
export interface HomecomingSection {
  readonly id: SectionId;
  /** When it was in step last, ms since 1970; null where that is not known. */
  readonly since: number | null;
  /** The number of fields and rows that the person changed. */
  readonly mine: number;
  readonly others: boolean;
}

export interface Homecoming {
  readonly sections: readonly HomecomingSection[];
}

/** A shorter break than this is nobody's absence, ms. */
const shortMs = 5_000;

interface Away {
  readonly id: SectionId;
  readonly session: {
    readonly returned: Returned | null;
    readonly away: boolean;
    readonly state: { kind: string };
  } | null;
}

/** Whether a section is out of step still, or not all saved. One that was closed comes no further, and says so itself. */
export function isAway(sections: readonly Away[]): boolean {
  return sections.some(({ session }) => session?.away === true && session.state.kind !== 'closed');
}

/** What there is to tell of all sections together; null until all of it is saved, and where there is nothing. */
export function homecoming(sections: readonly Away[]): Homecoming | null {
  if (isAway(sections)) return null;
  const back = sections.flatMap(({ id, session }) => (session?.returned ? [{ id, ...session.returned }] : []));
  const told = back.some(({ mine, others, awayMs }) =>
    awayMs === null ? mine > 0 : awayMs >= shortMs && (mine > 0 || others),
  );
  if (!told) return null;
  const sectionsTold = back.filter(({ mine, others }) => mine > 0 || others);
  return { sections: sectionsTold.map(({ id, since, mine, others }) => ({ id, since, mine, others })) };
}
