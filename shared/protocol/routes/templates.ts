/** REST: the templates that a plan follows. Each POST answers all of them as they are then. */
import { z } from 'zod';
import { talkIdSchema, templateIdSchema } from '../../careplan/templates.ts';
import { templateUseSchema } from '../../careplan/templateUse.ts';
import { idSchema } from '../../domain/ids.ts';
import { none, planParams, type RouteGroup } from './route.ts';

const templateParams = z.object({ planId: idSchema, template: templateIdSchema });
const talkParams = templateParams.extend({ talk: talkIdSchema });
const uses = z.array(templateUseSchema);

export const templateRoutes = {
  /** `mayChange`: I may begin and end templates and note their talks. `mayDecline`: I may say no for the patient, or as the patient. */
  templates: {
    method: 'GET',
    path: '/api/plans/:planId/templates',
    access: 'session',
    params: planParams,
    body: none,
    output: z.object({ uses, mayChange: z.boolean(), mayDecline: z.boolean() }),
  },
  setTemplate: {
    method: 'POST',
    path: '/api/plans/:planId/templates/:template',
    access: 'session',
    params: templateParams,
    body: z.discriminatedUnion('state', [
      z.object({ state: z.literal('active') }),
      z.object({ state: z.literal('ended') }),
      /** The patient says no for now; `askAgainOn` is an ISO date, or `''`. */
      z.object({ state: z.literal('declined'), askAgainOn: z.union([z.iso.date(), z.literal('')]) }),
    ]),
    output: z.object({ uses }),
  },
  /** `heldOn` null: it was not held after all. */
  setTalk: {
    method: 'POST',
    path: '/api/plans/:planId/templates/:template/talks/:talk',
    access: 'session',
    params: talkParams,
    body: z.object({ heldOn: z.iso.date().nullable() }),
    output: z.object({ uses }),
  },
  /** A topic is a heading of the template. */
  tickTopic: {
    method: 'POST',
    path: '/api/plans/:planId/templates/:template/talks/:talk/topics/:topic',
    access: 'session',
    params: talkParams.extend({ topic: z.string().max(60) }),
    body: z.object({ ticked: z.boolean() }),
    output: z.object({ uses }),
  },
} as const satisfies RouteGroup;
