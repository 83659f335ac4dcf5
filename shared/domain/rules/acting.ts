/**
 * Whose it is to do something about a finding. The sources give a task to somebody in few of the rules (R6 and R7: home
 * care; the list of medicines and decisions: a doctor); the rest falls to the coordinator, who owns the plan.
 */
import type { Role } from '../roles.ts';
import type { RuleId } from './rules.ts';
import type { Finding } from './finding.ts';

/** Rules about one task: whoever owns the task acts. */
const byOwner: readonly Role[] = [];

const acting: Readonly<Record<RuleId, readonly Role[]>> = {
  R1: byOwner,
  R2: byOwner,
  R3: byOwner,
  R4: byOwner,
  R5: byOwner,
  R6: ['home-care'],
  R7: ['home-care'],
  R8: ['coordinator', 'gp'],
  R9: ['coordinator'],
  R10: ['coordinator'],
  R11: byOwner,
  R12: ['coordinator'],
  deadlines: byOwner,
  'medicine-list': ['gp'],
  resuscitation: ['gp', 'oncologist', 'palliative'],
  team: ['coordinator'],
  revision: ['coordinator'],
  'needs-talks': ['coordinator'],
};

/** Whether one in this role is to act on a finding. Those about single tasks are for the owner, whom the task itself tells. */
export function isToAct(role: Role, { rule }: Pick<Finding, 'rule'>): boolean {
  return acting[rule].includes(role);
}
