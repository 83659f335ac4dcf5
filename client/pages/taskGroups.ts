/** My tasks in the order in which one looks at them: late, this week, later, done. Pure: today is passed in. */
import { isLate, isSettled, type Task } from '../../shared/careplan/task.ts';
import { addDays, weekdayOf, type IsoDate } from '../../shared/domain/calendar/dates.ts';

export const taskGroups = ['late', 'week', 'later', 'settled'] as const;
export type TaskGroup = (typeof taskGroups)[number];

const daysPerWeek = 7;
/** How many that are done with are shown. */
const settledShown = 20;

/** Where a task stands on a day. Without a deadline it is for later. */
function groupOf(task: Task, today: IsoDate): TaskGroup {
  if (isSettled(task)) return 'settled';
  if (isLate(task, today)) return 'late';
  const sunday = addDays(today, daysPerWeek - weekdayOf(today));
  return task.deadline !== '' && task.deadline <= sunday ? 'week' : 'later';
}

/** The tasks by group: what is due first stands first, without a deadline last; of what is done with, the newest. */
export function grouped<Item extends { readonly task: Task }>(
  items: readonly Item[],
  today: IsoDate,
): Readonly<Record<TaskGroup, Item[]>> {
  const inGroup = (group: TaskGroup): Item[] =>
    items
      .filter(({ task }) => groupOf(task, today) === group)
      .toSorted((one, other) => byDeadline(one.task, other.task));
  return {
    late: inGroup('late'),
    week: inGroup('week'),
    later: inGroup('later'),
    settled: inGroup('settled').toReversed().slice(0, settledShown),
  };
}

/** Sorts after every date. */
const never = '9999';

function byDeadline(one: Task, other: Task): number {
  return (one.deadline || never).localeCompare(other.deadline || never);
}
