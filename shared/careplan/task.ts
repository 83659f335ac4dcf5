/** A task as plain data. Apart from view.ts, because REST speaks of tasks and a page that opens no plan needs no Yjs. */
import { z } from 'zod';
import { messageStates, taskKinds, taskStatuses } from './sections.ts';

/**
 * One task of a plan, by the field ids of the table. `owner` is a person id, a role id, or `''`; `deadline`, `rang-on` and
 * `sent-on` are ISO dates, `time` is `HH:MM`, each or `''`. `source` says where it comes from, see `taskSource.ts`.
 */
export const taskSchema = z.object({
  id: z.string(),
  what: z.string(),
  kind: z.enum(taskKinds).catch('task'),
  owner: z.string(),
  deadline: z.string(),
  time: z.string(),
  status: z.enum(taskStatuses).catch('open'),
  urgent: z.boolean(),
  'rang-who': z.string(),
  'rang-on': z.string(),
  message: z.enum(messageStates).catch('none'),
  'sent-on': z.string(),
  source: z.string(),
});
export type Task = z.infer<typeof taskSchema>;
export type TaskKind = Task['kind'];

/** Whether a task is done with, one way or the other. */
export function isSettled({ status }: Pick<Task, 'status'>): boolean {
  return status === 'done' || status === 'dropped';
}

/** Whether its deadline has passed on a day, an ISO date. What is settled or has no deadline is never late. */
export function isLate(task: Pick<Task, 'status' | 'deadline'>, today: string): boolean {
  return !isSettled(task) && task.deadline !== '' && task.deadline < today;
}
