/** REST: my tasks, over all my patients. */
import { z } from 'zod';
import { taskSchema } from '../../careplan/task.ts';
import { patientSchema } from '../types.ts';
import { none, type RouteGroup } from './route.ts';

export const taskRoutes = {
  /** The tasks that are mine as a person or by my role, with each of my patients, also those where I have none. */
  myTasks: {
    method: 'GET',
    path: '/api/my-tasks',
    access: 'session',
    params: none,
    body: none,
    output: z.object({ patients: z.array(patientSchema.extend({ tasks: z.array(taskSchema) })) }),
  },
  /** How many of them are late. Says nothing of which. */
  lateTasks: {
    method: 'GET',
    path: '/api/my-tasks/late',
    access: 'session',
    params: none,
    body: none,
    output: z.object({ late: z.number().int() }),
  },
} as const satisfies RouteGroup;
