/** What the parts of an open section are given. */
import type { SectionId, TaskStatus } from '../../shared/careplan/sections.ts';
import type { PlanInfo } from '../../shared/protocol/types.ts';
import type { PlanHistory } from '../api/plan/planHistory.ts';
import type { PlanNotices } from '../api/plan/planNotices.ts';
import type { PlanPresence } from '../api/plan/presence.ts';
import type { SectionSession } from '../api/plan/sectionSession.ts';
import { visitorsOf, type Visitor } from './whereabouts.ts';

export interface SectionContext {
  readonly plan: PlanInfo;
  readonly session: SectionSession;
  readonly presence: PlanPresence;
  /** What the server tells of the plan beside its sections. */
  readonly notices: PlanNotices;
  /** Who wrote what and when. */
  readonly history: PlanHistory;
  /** Another section of the same plan, open in this page; null where this person may not read it. */
  readonly sectionOf: (id: SectionId) => SectionSession | null;
  /** Sets the status of one of my own tasks by request, where I may not write the section. @throws SamradError */
  readonly setOwnStatus: (taskId: string, status: TaskStatus) => Promise<void>;
}

/** The other people in the plan. */
export function visitors({ plan, presence }: Pick<SectionContext, 'plan' | 'presence'>): readonly Visitor[] {
  return visitorsOf(presence.peers, plan.me.personId);
}

/** Marks an element as a place where people can be; read back by `placeOf`. */
export function placeName(sectionId: SectionId, field: string): string {
  return `${sectionId}:${field}`;
}

/** The field of the place that an element stands in, or null. */
export function fieldAt(element: Element): string | null {
  const name = element.closest<HTMLElement>('[data-place]')?.dataset['place'];
  return name === undefined ? null : name.slice(name.indexOf(':') + 1);
}

/** An event that asks the plan to say something to screen readers. */
export class SayEvent extends CustomEvent<string> {
  constructor(text: string) {
    super('samrad-say', { bubbles: true, detail: text });
  }
}
