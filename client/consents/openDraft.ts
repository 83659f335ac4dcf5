/** What somebody wants to open, while they choose: what it stands for, and what is wrong with it. No DOM. */
import type { SectionId } from '../../shared/careplan/sections.ts';
import type { IsoDate } from '../../shared/domain/calendar/dates.ts';
import type { ConsentProblem, consentManners } from '../../shared/domain/consent.ts';
import { periodOf, type Period, type PeriodDraft } from './period.ts';

/** `give`: the patient; `record`: the coordinator for the patient. */
export type Task = 'give' | 'record';

export interface OpenDraft extends PeriodDraft {
  readonly sectionIds: ReadonlySet<SectionId>;
  readonly gaveBy: string;
  readonly how: (typeof consentManners)[number] | null;
}

export interface Opening extends Period {
  readonly sectionIds: readonly SectionId[];
  readonly recorded: { readonly gaveBy: string; readonly how: (typeof consentManners)[number] } | null;
}

export type DraftProblem = ConsentProblem | 'nothing-chosen' | 'no-date' | 'no-giver';

/** The draft as it goes to the server, or what the person should mend first. */
export function openingOf(draft: OpenDraft, task: Task, today: IsoDate): Opening | DraftProblem {
  const { sectionIds, from, firstDay, until, lastDay, how } = draft;
  if (sectionIds.size === 0) return 'nothing-chosen';
  if ((from === 'date' && firstDay === '') || (until === 'date' && lastDay === '')) return 'no-date';
  if (from === 'date' && firstDay < today) return 'from-past';
  if (until === 'date' && lastDay < today) return 'until-past';
  if (from === 'date' && until === 'date' && lastDay < firstDay) return 'until-before-from';
  const chosen = { sectionIds: [...sectionIds], ...periodOf(draft, today) };
  if (task === 'give') return { ...chosen, recorded: null };
  const gaveBy = draft.gaveBy.trim();
  if (gaveBy === '') return 'no-giver';
  return how === null ? 'manner-missing' : { ...chosen, recorded: { gaveBy, how } };
}
