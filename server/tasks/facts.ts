/** What the rules need to know of a plan, gathered from the views of its sections and its team. Pure. */
import { contactHours } from '../../shared/careplan/coverage.ts';
import type { SectionId } from '../../shared/careplan/sections.ts';
import { teamGaps } from '../../shared/careplan/teamGaps.ts';
import { tasksOf, textOf, type RowView, type SectionView, type Task } from '../../shared/careplan/view.ts';
import type { IsoDate } from '../../shared/domain/calendar/dates.ts';
import type { Member } from '../../shared/domain/policy.ts';
import { roles, signsIn } from '../../shared/domain/roles.ts';
import type { PlanFacts, TaskFact } from '../../shared/domain/rules/facts.ts';

/** The sections that the rules look into. */
export const factSections = [
  'tasks',
  'contacts',
  'decisions',
  'disease',
  'team',
  'review',
] as const satisfies readonly SectionId[];
export type FactViews = Readonly<Record<(typeof factSections)[number], SectionView>>;

/** What is recorded beside the sections. `needsTalks` is null where the plan does not follow pakkeforløp hjem. */
export interface RecordedFacts {
  readonly transitions: PlanFacts['transitions'];
  readonly medicines: PlanFacts['medicines'];
  readonly needsTalks: Omit<NonNullable<PlanFacts['needsTalks']>, 'diagnosedOn'> | null;
}

export function factsOf(
  views: FactViews,
  members: readonly Member[],
  recorded: RecordedFacts,
  today: IsoDate,
): PlanFacts {
  const { needsTalks } = recorded;
  return {
    tasks: tasksOf(rowsOf(views.tasks)).map((task) => taskFact(task, members)),
    contacts: rowsOf(views.contacts).map(({ id, values }) => ({
      id,
      kind: textOf(values, 'kind'),
      ...contactHours(values),
    })),
    decisions: rowsOf(views.decisions).map(({ id, values }) => ({
      id,
      about: textOf(values, 'about'),
      on: textOf(values, 'on'),
    })),
    transitions: recorded.transitions,
    medicines: recorded.medicines,
    needsTalks: needsTalks && { ...needsTalks, diagnosedOn: textOf(views.disease.record, 'diagnosed-on') },
    // The phase is not told of: one who reads the team may not be one who may read the phase.
    missingRoles: teamGaps({ rows: rowsOf(views.team), phase: '', today }),
    nextRevision: textOf(views.review.record, 'next-revision'),
  };
}

function rowsOf({ lists }: SectionView): readonly RowView[] {
  return lists['rows'] ?? [];
}

function taskFact(task: Task, members: readonly Member[]): TaskFact {
  const { id, kind, what, owner, deadline, time, status, urgent, message } = task;
  const person =
    members.find(({ personId }) => personId === owner) ?? members.find(({ role }) => role === owner) ?? null;
  const coordinator = members.find(({ role }) => role === 'coordinator');
  return {
    id,
    kind,
    what,
    owner,
    ownerRole: person?.role ?? roles.find((role) => role === owner) ?? null,
    ownerOrganisation: person?.organisation ?? '',
    elsewhere: person !== null && coordinator !== undefined && signsIn(person.role) && !worksWith(person, coordinator),
    deadline,
    time,
    status,
    urgent,
    message,
    sentOn: task['sent-on'],
    rang: task['rang-who'].trim() === '' ? null : { who: task['rang-who'], on: task['rang-on'] },
  };
}

/** Two of one organisation. It is written first, then the unit: «Bydel Østensjø, hjemmesykepleien». */
function worksWith(one: Member, other: Member): boolean {
  const organisation = (member: Member) => member.organisation.split(',', 1)[0]?.trim();
  return organisation(one) === organisation(other);
}
