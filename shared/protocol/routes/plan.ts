/** REST: my patients, and what a page must know to show a plan. */
import { z } from 'zod';
import { taskStatuses } from '../../careplan/sections.ts';
import { taskSchema } from '../../careplan/task.ts';
import { idSchema } from '../../domain/ids.ts';
import { coreProfessionals } from '../../domain/roles.ts';
import { instantSchema, meetingSchema, patientSchema, planSchema } from '../types.ts';
import { none, planParams, type RouteGroup } from './route.ts';

export const planRoutes = {
  home: {
    method: 'GET',
    path: '/api/home',
    access: 'session',
    params: none,
    body: none,
    output: z.object({
      /** `emergencyUntil`: when my emergency access is over; null for a member like others. */
      patients: z.array(patientSchema.extend({ emergencyUntil: instantSchema.nullable() })),
      meetings: z.array(meetingSchema),
      /** Whether I may make the plan of a new patient. */
      mayCreatePlan: z.boolean(),
      /** Whether I administrate who works here. */
      administrates: z.boolean(),
    }),
  },
  /**
   * Makes the plan of a patient who has none, with the patient and the one who asks as its team. With the patient's national
   * identity number they can sign in; without, they come by links. `bad-request` with details as in shared/domain/membership.ts.
   */
  createPlan: {
    method: 'POST',
    path: '/api/plans',
    access: 'session',
    params: none,
    body: z.object({
      patientName: z.string().trim().min(1).max(120),
      number: z.string().max(40).nullable(),
      /** What I am in the team. */
      role: z.enum(coreProfessionals),
      organisation: z.string().trim().max(120),
    }),
    output: z.object({ planId: idSchema }),
  },
  plan: {
    method: 'GET',
    path: '/api/plans/:planId',
    access: 'session',
    params: planParams,
    body: none,
    output: planSchema,
  },
  /** Has the plan deleted, with all that belongs to it, after the days that the server's settings give for taking it back. */
  deletePlan: {
    method: 'POST',
    path: '/api/plans/:planId/deletion',
    access: 'session',
    params: planParams,
    body: none,
    output: none,
  },
  /** Takes a deletion back. */
  keepPlan: {
    method: 'POST',
    path: '/api/plans/:planId/deletion/cancel',
    access: 'session',
    params: planParams,
    body: none,
    output: none,
  },
  /** The tasks that I own, also where I may not read the section. */
  ownTasks: {
    method: 'GET',
    path: '/api/plans/:planId/own-tasks',
    access: 'session',
    params: planParams,
    body: none,
    output: z.object({ tasks: z.array(taskSchema) }),
  },
  setOwnTaskStatus: {
    method: 'POST',
    path: '/api/plans/:planId/own-tasks/:taskId/status',
    access: 'session',
    params: z.object({ planId: idSchema, taskId: idSchema }),
    body: z.object({ status: z.enum(taskStatuses) }),
    output: none,
  },
} as const satisfies RouteGroup;
