/** The rules that start with an event: R8 and R10 with the way in and out of hospital, pakkeforløp hjem with the diagnosis. */
import { templates, windowOf } from '../../careplan/templates.ts';
import { clocksOf, type Transition } from '../../careplan/transition.ts';
import { osloDate } from '../calendar/oslo.ts';
import type { NeedsTalksFact } from './facts.ts';
import { findingKindSchema, type Finding } from './finding.ts';
import { count, date, finding, type Now } from './make.ts';

/**
 * R8 and R10 look at the newest transition: with a new one, what was left open of the one before is no longer what
 * matters.
 */
export function transitionFindings(transitions: readonly Transition[], now: Now): Finding[] {
  const newest = transitions
    .filter(({ at }) => Date.parse(at) <= now.instant.getTime())
    .toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at))[0];
  return newest ? [...clockFindings(newest, now), ...checklistFindings(newest)] : [];
}

/** R8: the letter and the contact doctor's call, on the day when one who is seriously ill is sent home. */
function clockFindings(transition: Transition, { instant }: Now): Finding[] {
  return clocksOf(transition, instant).flatMap(({ id, due, state }) => {
    if (state === 'done') return [];
    const level = state === 'late' ? 'late' : 'due';
    return [finding(`R8.${id}`, { level, sectionId: 'tasks', dueOn: due, params: [date(due)] })];
  });
}

/** R10: points that are neither ticked nor have become a task. */
function checklistFindings({ kind, at, points }: Transition): Finding[] {
  const open = points.filter(({ ticked, task }) => ticked === null && !task).length;
  if (open === 0) return [];
  const params = [count(open), date(osloDate(new Date(at)))];
  return [finding(`R10.${kind}`, { level: 'missing', sectionId: 'tasks', params })];
}

/** Only the window that has begun last is told of: an earlier one that was missed can't be made good. */
export function needsTalksFindings(talks: NeedsTalksFact | null, { today }: Now): Finding[] {
  if (talks === null) return [];
  const { diagnosedOn, held, declined, askAgainOn } = talks;
  const about = { sectionId: 'review' } as const;
  if (declined) {
    if (askAgainOn === '' || today < askAgainOn) return [];
    return [finding('needs-talks.ask-again', { ...about, level: 'due', params: [date(askAgainOn)] })];
  }
  if (diagnosedOn === '') return [finding('needs-talks.no-diagnosis', { sectionId: 'disease', level: 'missing' })];
  const begun = templates['home-pathway'].talks
    .map((talk) => ({ id: talk.id, window: windowOf(talk, diagnosedOn) }))
    .findLast(({ window }) => window !== null && window.from <= today);
  if (!begun?.window || held.has(begun.id)) return [];
  const { from, to } = begun.window;
  const kind = findingKindSchema.parse(`needs-talks.${begun.id}`);
  const level = today > to ? 'late' : 'due';
  return [finding(kind, { ...about, level, dueOn: to, params: [date(from), date(to)] })];
}
