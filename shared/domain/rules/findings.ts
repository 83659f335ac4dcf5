/** All that the rules find in a plan at a moment. Pure: the same facts, settings and moment always give the same findings. */
import { osloDate } from '../calendar/oslo.ts';
import {
  contactFindings,
  gpAppointmentFindings,
  medicineFindings,
  resuscitationFindings,
  revisionFindings,
  teamFindings,
} from './careRules.ts';
import type { PlanFacts } from './facts.ts';
import { findingLevels, type Finding } from './finding.ts';
import { needsTalksFindings, transitionFindings } from './pathwayRules.ts';
import type { Settings } from './settings.ts';
import { taskFindings } from './taskRules.ts';

/** What is due, late, missing or out of the ordinary: the most pressing first, then by what is due first. */
export function findings(facts: PlanFacts, settings: Settings, instant: Date): Finding[] {
  const now = { instant, today: osloDate(instant) };
  return [
    ...transitionFindings(facts.transitions, now),
    ...facts.tasks.flatMap((task) => taskFindings(task, settings, now)),
    ...gpAppointmentFindings(facts.tasks, settings, now),
    ...contactFindings(facts.contacts),
    ...medicineFindings(facts.medicines, settings, now),
    ...resuscitationFindings(facts.decisions, settings, now),
    ...needsTalksFindings(facts.needsTalks, now),
    ...teamFindings(facts),
    ...revisionFindings(facts, now),
  ].toSorted(byUrgency);
}

/** Sorts after every instant. */
const never = '9999';

function byUrgency(one: Finding, other: Finding): number {
  const byLevel = findingLevels.indexOf(one.level) - findingLevels.indexOf(other.level);
  // What has no date stands after what has one.
  return byLevel || (one.dueAt ?? never).localeCompare(other.dueAt ?? never);
}
