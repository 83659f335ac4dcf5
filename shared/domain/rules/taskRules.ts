/** The rules about single tasks: R1–R6, R11 and deadlines. What is done or no longer needed is left in peace. */
import { addDays, type IsoDate } from '../calendar/dates.ts';
import { addWorkingDays } from '../calendar/holidays.ts';
import type { TaskFact } from './facts.ts';
import type { Finding } from './finding.ts';
import { date, finding, text, type Now } from './make.ts';
import type { Settings } from './settings.ts';

/** Who owns a task of this kind where nobody else is named (R6): a role, or null. */
export function defaultOwner(kind: TaskFact['kind'], settings: Settings): Settings['appointmentBooker'] | null {
  return kind === 'gp-appointment' ? settings.appointmentBooker : null;
}

/** The day that is some days after a date, all days counted or working days alone. */
export function dayAfter(from: IsoDate, days: number, settings: Settings): IsoDate {
  return settings.answerDayKind === 'working' ? addWorkingDays(from, days) : addDays(from, days);
}

export function taskFindings(task: TaskFact, settings: Settings, now: Now): Finding[] {
  if (task.status === 'done' || task.status === 'dropped') return [];
  const found = [
    messageFinding(task),
    task.kind === 'specialist-question'
      ? questionFinding(task, settings, now)
      : (answerFinding(task, settings, now) ?? deadlineFinding(task, now)),
    ringFinding(task),
    appointmentFinding(task, settings),
  ];
  return found.filter((one) => one !== null);
}

function about(task: TaskFact): { sectionId: 'tasks'; rowId: string } {
  return { sectionId: 'tasks', rowId: task.id };
}

/** R1: what another organisation is to do is told it by electronic message. */
function messageFinding(task: TaskFact): Finding | null {
  const { message, kind, what } = task;
  switch (message) {
    case 'none':
      if (kind !== 'message' && kind !== 'specialist-question' && !task.elsewhere) return null;
      return finding('R1.no-message', {
        ...about(task),
        level: 'missing',
        params: [text(what), text(task.ownerOrganisation)],
      });
    case 'draft':
      return finding('R1.draft', { ...about(task), level: 'missing', params: [text(what)] });
    case 'rejected':
      return finding('R1.rejected', { ...about(task), level: 'late', params: [text(what)] });
    case 'partly':
      return finding('R1.partly', { ...about(task), level: 'warning', params: [text(what)] });
    default:
      return null;
  }
}

/** The message is out and nobody has answered it. */
function awaitsAnswer({ message, sentOn }: TaskFact): boolean {
  return sentOn !== '' && (message === 'sent' || message === 'received' || message === 'partly');
}

/** R2: an answer within some days; a reminder on the second, red on the third. */
function answerFinding(task: TaskFact, settings: Settings, { today }: Now): Finding | null {
  if (!awaitsAnswer(task) || today < dayAfter(task.sentOn, settings.reminderDay, settings)) return null;
  const dueOn = dayAfter(task.sentOn, settings.answerDays, settings);
  const parts = { ...about(task), dueOn, params: [text(task.what), date(dueOn)] };
  if (today > dueOn) return finding('R2.late', { ...parts, level: 'late' });
  const red = today >= dayAfter(task.sentOn, settings.redDay, settings);
  return finding(today === dueOn ? 'R2.last-day' : 'R2.reminder', { ...parts, level: red ? 'late' : 'due' });
}

/** R11: a question to a specialist has a date for its answer: its own, or one by the setting once it is sent. */
function questionFinding(task: TaskFact, settings: Settings, { today }: Now): Finding | null {
  const bySetting = task.sentOn === '' ? '' : dayAfter(task.sentOn, settings.adviceDays, settings);
  const dueOn = task.deadline === '' ? bySetting : task.deadline;
  if (task.message === 'answered') return null;
  if (dueOn === '') return finding('R11.no-date', { ...about(task), level: 'missing', params: [text(task.what)] });
  const late = today > dueOn;
  const parts = { ...about(task), dueOn, params: [text(task.what), date(dueOn)] };
  return finding(late ? 'R11.late' : 'R11.waiting', { ...parts, level: late ? 'late' : 'due' });
}

function deadlineFinding(task: TaskFact, { today }: Now): Finding | null {
  const { deadline, what } = task;
  if (deadline === '' || today < deadline) return null;
  const late = today > deadline;
  return finding(late ? 'deadlines.late' : 'deadlines.today', {
    ...about(task),
    level: late ? 'late' : 'due',
    dueOn: deadline,
    params: [text(what), date(deadline)],
  });
}

/** R3: what is urgent is rung about, and who was rung is written down. */
function ringFinding(task: TaskFact): Finding | null {
  if (!task.urgent || (task.rang !== null && task.rang.who.trim() !== '')) return null;
  return finding('R3.nobody-rung', { ...about(task), level: 'missing', params: [text(task.what)] });
}

/** R4, R5, R6: what is agreed for a time. */
function appointmentFinding(task: TaskFact, settings: Settings): Finding | null {
  const { kind, what, time, deadline, ownerRole } = task;
  if (kind === 'phone-conference' && (deadline === '' || time === ''))
    return finding('R4.no-agreed-time', { ...about(task), level: 'missing', params: [text(what)] });
  const outside = time !== '' && (time < settings.homeVisitFrom || time > settings.homeVisitTo);
  if (kind === 'home-visit' && ownerRole === 'gp' && outside)
    return finding('R5.outside-hours', {
      ...about(task),
      level: 'warning',
      params: [text(what), text(time), text(`${settings.homeVisitFrom}–${settings.homeVisitTo}`)],
    });
  if (kind === 'gp-appointment' && task.owner === '')
    return finding('R6.no-owner', {
      ...about(task),
      level: 'warning',
      params: [text(what), { kind: 'team-role', value: settings.appointmentBooker }],
    });
  return null;
}
