/**
 * What the rules know of a plan: plain facts, gathered from the views of its sections and from what was recorded about the
 * patient's way in and out of hospital. Dates are ISO dates, `''` where none is written; instants are ISO 8601 in UTC.
 */
import type { ContactHours } from '../../careplan/coverage.ts';
import type { messageStates, taskKinds, TaskStatus } from '../../careplan/sections.ts';
import type { TeamRole } from '../../careplan/teamGaps.ts';
import type { Transition } from '../../careplan/transition.ts';
import type { IsoDate } from '../calendar/dates.ts';
import type { Role } from '../roles.ts';

export interface TaskFact {
  readonly id: string;
  readonly kind: (typeof taskKinds)[number];
  readonly what: string;
  /** A person id, a role id, or `''`. */
  readonly owner: string;
  /** Null where nobody owns it, or nobody of today's team. */
  readonly ownerRole: Role | null;
  /** Whether the owner works in another organisation than the coordinator, who keeps the plan. */
  readonly ownerOrganisation: string;
  readonly elsewhere: boolean;
  readonly deadline: IsoDate;
  /** `HH:MM` or `''`. */
  readonly time: string;
  readonly status: TaskStatus;
  readonly urgent: boolean;
  readonly message: (typeof messageStates)[number];
  readonly sentOn: IsoDate;
  /** Who was rung about what is urgent, and when. */
  readonly rang: { readonly who: string; readonly on: IsoDate } | null;
}

export interface ContactFact extends ContactHours {
  readonly id: string;
  readonly kind: string;
}

/** How the list of medicines stands to the one that a doctor signed. */
export interface MedicinesFact {
  /** When a doctor last signed it; null where nobody has. */
  readonly signedAt: string | null;
  /** A discharge letter came after that. */
  readonly hasNewLetter: boolean;
  /** Lines that nobody has settled. */
  readonly unresolved: number;
}

export interface DecisionFact {
  readonly id: string;
  readonly about: string;
  readonly on: IsoDate;
}

/** The talks of pakkeforløp hjem, where the plan follows it. */
export interface NeedsTalksFact {
  readonly diagnosedOn: IsoDate;
  /** The ids of the talks that were held. */
  readonly held: ReadonlySet<string>;
  /** The patient has said no; `askAgainOn` is when to ask again. */
  readonly declined: boolean;
  readonly askAgainOn: IsoDate;
}

export interface PlanFacts {
  readonly tasks: readonly TaskFact[];
  readonly contacts: readonly ContactFact[];
  readonly transitions: readonly Transition[];
  /** Null where no medicine is listed. */
  readonly medicines: MedicinesFact | null;
  readonly decisions: readonly DecisionFact[];
  /** Null where the plan does not follow pakkeforløp hjem. */
  readonly needsTalks: NeedsTalksFact | null;
  /** Expected roles that nobody of the section `team` fills today. */
  readonly missingRoles: readonly TeamRole[];
  /** `''` where no date is set. */
  readonly nextRevision: IsoDate;
}
