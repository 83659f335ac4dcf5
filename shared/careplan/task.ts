/** A task as plain data. Apart from view.ts, because REST speaks of tasks and a page that opens no plan needs no Yjs. */
import { z } from 'zod';
import { taskStatuses } from './sections.ts';

/** One task of a plan. `owner` is a person id, a role id, or `''`; `deadline` an ISO date or `''`. */
export const taskSchema = z.object({
  id: z.string(),
  what: z.string(),
  owner: z.string(),
  deadline: z.string(),
  status: z.enum(taskStatuses).catch('open'),
});
export type Task = z.infer<typeof taskSchema>;
