/** REST: the patient is admitted or sent home; the checklist and the calls that follow. Each POST answers the transition as it is then. */
import { z } from 'zod';
import { checkPointSchema, transitionKinds, transitionSchema } from '../../careplan/transition.ts';
import { idSchema } from '../../domain/ids.ts';
import { instantSchema, languageSchema } from '../types.ts';
import { planParams, none, type RouteGroup } from './route.ts';

const transitionParams = z.object({ planId: idSchema, transitionId: idSchema });
const answer = z.object({ transition: transitionSchema });
const shortText = z.string().trim().max(200);

export const transitionRoutes = {
  /** Newest first. `mayAct`: I may record, tick and make tasks. */
  transitions: {
    method: 'GET',
    path: '/api/plans/:planId/transitions',
    access: 'session',
    params: planParams,
    body: none,
    output: z.object({ transitions: z.array(transitionSchema), mayAct: z.boolean() }),
  },
  /** The page gives the id: sent twice, it is recorded once. */
  startTransition: {
    method: 'POST',
    path: '/api/plans/:planId/transitions',
    access: 'session',
    params: planParams,
    body: z.object({
      id: idSchema,
      kind: z.enum(transitionKinds),
      at: instantSchema,
      place: shortText,
      seriouslyIll: z.boolean(),
    }),
    output: answer,
  },
  tickPoint: {
    method: 'POST',
    path: '/api/plans/:planId/transitions/:transitionId/points/:point',
    access: 'session',
    params: transitionParams.extend({ point: checkPointSchema }),
    body: z.object({ ticked: z.boolean() }),
    output: answer,
  },
  /** The contact doctor has rung the GP. */
  recordCall: {
    method: 'POST',
    path: '/api/plans/:planId/transitions/:transitionId/call',
    access: 'session',
    params: transitionParams,
    body: z.object({ who: shortText.min(1), at: instantSchema }),
    output: answer,
  },
  /** Makes a task of every point that is neither ticked nor a task yet, in the words of the page's language. */
  makeTransitionTasks: {
    method: 'POST',
    path: '/api/plans/:planId/transitions/:transitionId/tasks',
    access: 'session',
    params: transitionParams,
    body: z.object({ language: languageSchema }),
    output: answer.extend({ made: z.number().int() }),
  },
} as const satisfies RouteGroup;
