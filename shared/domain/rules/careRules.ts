/** The rules about the plan as a whole: R7, R9, the freshness of what is written, the team, the next revision. */
import { coverageOf } from '../../careplan/coverage.ts';
import { addMonths } from '../calendar/dates.ts';
import { osloDate } from '../calendar/oslo.ts';
import type { ContactFact, DecisionFact, MedicinesFact, PlanFacts, TaskFact } from './facts.ts';
import type { Finding } from './finding.ts';
import { count, date, finding, teamRole, type Now } from './make.ts';
import type { Settings } from './settings.ts';

const hoursPerWeek = 168;

/** R7: at least some appointments with the GP in some months: those held in the last ones and those agreed for the next. */
export function gpAppointmentFindings(tasks: readonly TaskFact[], settings: Settings, { today }: Now): Finding[] {
  const { appointmentsWanted, appointmentMonths, appointmentBooker } = settings;
  const appointments = tasks.filter(({ kind, status }) => kind === 'gp-appointment' && status !== 'dropped');
  const earliest = addMonths(today, -appointmentMonths);
  const latest = addMonths(today, appointmentMonths);
  const held = appointments.filter(
    ({ status, deadline }) => status === 'done' && deadline > earliest && deadline <= today,
  ).length;
  const agreed = appointments.filter(
    ({ status, deadline }) => status !== 'done' && deadline >= today && deadline <= latest,
  ).length;
  if (held + agreed >= appointmentsWanted) return [];
  // One that waits for its date is the task already.
  const asked = appointments.some(({ status, deadline }) => status !== 'done' && deadline === '');
  return [
    finding('R7.too-few', {
      level: 'missing',
      sectionId: 'tasks',
      params: [count(appointmentsWanted), count(appointmentMonths), count(held + agreed)],
      proposal: asked ? null : { kind: 'gp-appointment', ownerRole: appointmentBooker },
    }),
  ];
}

/** R9: somebody can always be rung, on holidays too, and it is said who when the GP is away. */
export function contactFindings(contacts: readonly ContactFact[]): Finding[] {
  const { gaps, holidayGaps, coveredHours } = coverageOf(contacts);
  const missing = { level: 'missing', sectionId: 'contacts' } as const;
  const gpAway = contacts.some(({ kind, phone }) => kind === 'gp-away' && phone.trim() !== '');
  return [
    ...(gaps.length > 0 ? [finding('R9.gaps', { ...missing, params: [count(hoursPerWeek - coveredHours)] })] : []),
    ...(holidayGaps.length > 0 ? [finding('R9.holiday-gaps', missing)] : []),
    ...(gpAway ? [] : [finding('R9.gp-away', missing)]),
  ];
}

/** The list of medicines: reconciled by a doctor, not long ago, and not overtaken by a new discharge letter. */
export function medicineFindings(medicines: MedicinesFact | null, settings: Settings, { today }: Now): Finding[] {
  if (medicines === null) return [];
  const { signedAt, hasNewLetter, unresolved } = medicines;
  const about = { sectionId: 'medicines' } as const;
  const found: Finding[] = [];
  if (signedAt === null) {
    found.push(finding('medicine-list.never', { ...about, level: 'missing' }));
  } else {
    const signedOn = osloDate(new Date(signedAt));
    const freshUntil = addMonths(signedOn, settings.reconcileMonths);
    if (today > freshUntil)
      found.push(
        finding('medicine-list.old', {
          ...about,
          level: 'warning',
          dueOn: freshUntil,
          params: [date(signedOn), count(settings.reconcileMonths)],
        }),
      );
    if (hasNewLetter) found.push(finding('medicine-list.new-letter', { ...about, level: 'warning' }));
  }
  if (unresolved > 0)
    found.push(finding('medicine-list.unresolved', { ...about, level: 'warning', params: [count(unresolved)] }));
  return found;
}

/** The newest decision about resuscitation is dated, and not too long ago. */
export function resuscitationFindings(
  decisions: readonly DecisionFact[],
  settings: Settings,
  { today }: Now,
): Finding[] {
  const about = decisions.filter((decision) => decision.about === 'resuscitation');
  const newest = about.toSorted((one, other) => other.on.localeCompare(one.on))[0];
  if (!newest) return [];
  const { id: rowId, on } = newest;
  if (on === '') return [finding('resuscitation.undated', { level: 'missing', sectionId: 'decisions', rowId })];
  const freshUntil = addMonths(on, settings.resuscitationMonths);
  if (today <= freshUntil) return [];
  return [
    finding('resuscitation.old', {
      level: 'warning',
      sectionId: 'decisions',
      rowId,
      dueOn: freshUntil,
      params: [date(on), count(settings.resuscitationMonths)],
    }),
  ];
}

export function teamFindings({ missingRoles }: Pick<PlanFacts, 'missingRoles'>): Finding[] {
  return missingRoles.map((role) =>
    finding('team.no-role', { level: 'missing', sectionId: 'team', params: [teamRole(role)] }),
  );
}

/** The plan is looked over on the day that was set for it. */
export function revisionFindings({ nextRevision }: Pick<PlanFacts, 'nextRevision'>, { today }: Now): Finding[] {
  if (nextRevision === '' || today < nextRevision) return [];
  const late = today > nextRevision;
  return [
    finding(late ? 'revision.late' : 'revision.due', {
      level: late ? 'late' : 'due',
      sectionId: 'review',
      dueOn: nextRevision,
      params: [date(nextRevision)],
    }),
  ];
}
