/** What a task says of itself beside owner, deadline and status, in words; and which fields its kind wants. Pure but for the texts. */
import type { Task, TaskKind } from '../../../shared/careplan/task.ts';
import type { Settings } from '../../../shared/domain/rules/settings.ts';
import { dayAfter } from '../../../shared/domain/rules/taskRules.ts';
import { day } from '../../app/dates.ts';
import { texts } from '../../i18n/texts.ts';
import { choiceText } from '../words.ts';

/** Kinds that are agreed for an hour. */
const timed: ReadonlySet<TaskKind> = new Set(['home-visit', 'phone-conference', 'gp-appointment']);
/** Kinds that go to another organisation as a message (rule R1). */
const messaged: ReadonlySet<TaskKind> = new Set(['message', 'specialist-question']);

export function wantsTime(kind: TaskKind): boolean {
  return timed.has(kind);
}

export function wantsMessage(kind: TaskKind): boolean {
  return messaged.has(kind);
}

/** Whether the message has left. */
export function isSent({ message }: Pick<Task, 'message'>): boolean {
  return message !== 'none' && message !== 'draft';
}

/** What a reader is told of a task, each in a few words: its kind, its hour, its message, that it is urgent. */
export function taskDetails(task: Task): string[] {
  const words = texts().tasks;
  const { kind, time, message } = task;
  return [
    ...(kind === 'task' ? [] : [choiceText('tasks', 'kind', kind)]),
    ...(wantsTime(kind) && time !== '' ? [words.atTime(time)] : []),
    ...(wantsMessage(kind) && message !== 'none' ? [messageText(task)] : []),
    ...(task.urgent ? [`${words.urgent}: ${rungText(task)}`] : []),
  ];
}

function messageText(task: Task): string {
  const state = choiceText('tasks', 'message', task.message).toLowerCase();
  const sentOn = isSent(task) && task['sent-on'] !== '' ? ` (${day(`${task['sent-on']}T12:00:00`)})` : '';
  return `${texts().shared.sections.tasks.fields['message'] ?? ''}: ${state}${sentOn}`;
}

function rungText(task: Task): string {
  const words = texts().tasks;
  const who = task['rang-who'].trim();
  if (who === '') return words.nobodyRung.toLowerCase();
  return task['rang-on'] === '' ? words.rungUndated(who) : words.rung(who, day(`${task['rang-on']}T12:00:00`));
}

/** Whether the GP's home visit is agreed outside the hours for it (rule R5). */
export function isOutsideHours({ kind, time }: Pick<Task, 'kind' | 'time'>, settings: Settings): boolean {
  return kind === 'home-visit' && time !== '' && (time < settings.homeVisitFrom || time > settings.homeVisitTo);
}

/** The ISO date by which a message that has left should be answered (rules R2 and R11); '' where none is waited for. */
export function answerDue(task: Task, settings: Settings): string {
  const waits = task.message === 'sent' || task.message === 'received' || task.message === 'partly';
  if (!wantsMessage(task.kind) || !waits || task['sent-on'] === '') return '';
  const days = task.kind === 'specialist-question' ? settings.adviceDays : settings.answerDays;
  return dayAfter(task['sent-on'], days, settings);
}
