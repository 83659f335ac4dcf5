/** Facts of a plan in which all is well, to be changed at one point. */
import type { ContactFact, PlanFacts, TaskFact } from '../../../shared/domain/rules/facts.ts';
import type { Finding, FindingKind } from '../../../shared/domain/rules/finding.ts';
import { findings } from '../../../shared/domain/rules/findings.ts';
import { defaultSettings, type Settings } from '../../../shared/domain/rules/settings.ts';
import { osloInstant } from '../../../shared/domain/calendar/oslo.ts';

export function task(change: Partial<TaskFact>): TaskFact {
  return {
    id: 'task',
    kind: 'task',
    what: 'Ringe apoteket',
    owner: 'somebody',
    ownerRole: 'home-care',
    ownerOrganisation: 'Bydelen',
    elsewhere: false,
    deadline: '',
    time: '',
    status: 'open',
    urgent: false,
    message: 'none',
    sentOn: '',
    rang: null,
    ...change,
  };
}

export function contact(change: Partial<ContactFact>): ContactFact {
  return {
    id: 'contact',
    kind: 'gp-away',
    phone: '22 00 00 11',
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    from: '00:00',
    to: '24:00',
    holidays: true,
    ...change,
  };
}

/** Two GP appointments that keep rule R7 on this day and for a good while around it. */
export function appointments(around: string): TaskFact[] {
  return ['one', 'two'].map((id) => task({ id, kind: 'gp-appointment', status: 'done', deadline: around }));
}

/** A plan without a finding. */
export function wellKept(change: Partial<PlanFacts>): PlanFacts {
  return {
    tasks: [],
    contacts: [contact({})],
    transitions: [],
    medicines: null,
    decisions: [],
    needsTalks: null,
    missingRoles: [],
    nextRevision: '',
    ...change,
  };
}

/** Rule R7 asks for appointments in every plan; the rest of the rules are looked at without it. */
export const settings: Settings = { ...defaultSettings, appointmentsWanted: 0 };

/** What is found on a day in Norway, at noon unless another time is given. */
export function found(change: Partial<PlanFacts>, day: string, time = '12:00', by: Settings = settings): Finding[] {
  return findings(wellKept(change), by, osloInstant(day, time));
}

/** The kinds with their levels, such as `R2.late late`. */
export function kinds(all: readonly Finding[]): string[] {
  return all.map(({ kind, level }) => `${kind} ${level}`);
}

/** When this finding is due; undefined where it was not found. */
export function dueAt(all: readonly Finding[], kind: FindingKind): string | null | undefined {
  return all.find((one) => one.kind === kind)?.dueAt;
}
