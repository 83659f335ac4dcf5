/**
 * The one list of REST calls. All answers are `Answer<output>` as JSON; all bodies are JSON.
 * `access`: `anyone`, or `session` (signed in or holding a redeemed link). Finer rights are decided below the handlers.
 */
import { z } from 'zod';
import { taskSchema } from '../careplan/task.ts';
import { idSchema } from '../domain/ids.ts';
import { taskStatuses } from '../careplan/sections.ts';
import {
  instantSchema,
  invitationSchema,
  meetingKindSchema,
  meetingSchema,
  memberSchema,
  meSchema,
  patientSchema,
  planSchema,
} from './types.ts';

interface RouteDefinition {
  readonly method: 'GET' | 'POST';
  /** Express path; each `:name` is a key of `params`. */
  readonly path: string;
  readonly access: 'anyone' | 'session';
  readonly params: z.ZodType<Record<string, string>>;
  readonly body: z.ZodType;
  readonly output: z.ZodType;
}

const none = z.object({});
const planParams = z.object({ planId: idSchema });
const meetingParams = z.object({ meetingId: idSchema });

export const routes = {
  /** Who I am, or null. Also says whether this server is a demo. */
  session: {
    method: 'GET',
    path: '/api/session',
    access: 'anyone',
    params: none,
    body: none,
    output: z.object({ me: meSchema.nullable(), demo: z.boolean() }),
  },
  demoPeople: {
    method: 'GET',
    path: '/api/demo/people',
    access: 'anyone',
    params: none,
    body: none,
    output: z.object({ people: z.array(memberSchema) }),
  },
  demoSignIn: {
    method: 'POST',
    path: '/api/demo/sign-in',
    access: 'anyone',
    params: none,
    body: z.object({ personId: idSchema }),
    output: z.object({ me: meSchema }),
  },
  signOut: { method: 'POST', path: '/api/sign-out', access: 'session', params: none, body: none, output: none },
  home: {
    method: 'GET',
    path: '/api/home',
    access: 'session',
    params: none,
    body: none,
    output: z.object({ patients: z.array(patientSchema), meetings: z.array(meetingSchema) }),
  },
  plan: {
    method: 'GET',
    path: '/api/plans/:planId',
    access: 'session',
    params: planParams,
    body: none,
    output: planSchema,
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
  createMeeting: {
    method: 'POST',
    path: '/api/plans/:planId/meetings',
    access: 'session',
    params: planParams,
    /** `startsAt` null means now. `invited` are members of the team; the convener is always in. */
    body: z.object({ kind: meetingKindSchema, startsAt: instantSchema.nullable(), invited: z.array(idSchema).max(40) }),
    output: z.object({ meeting: meetingSchema }),
  },
  meeting: {
    method: 'GET',
    path: '/api/meetings/:meetingId',
    access: 'session',
    params: meetingParams,
    body: none,
    output: z.object({ meeting: meetingSchema }),
  },
  /** A link for each invited person. Making links again makes the earlier ones unknown. */
  createLinks: {
    method: 'POST',
    path: '/api/meetings/:meetingId/links',
    access: 'session',
    params: meetingParams,
    body: none,
    output: z.object({ invitations: z.array(invitationSchema) }),
  },
  /** Redeems a link; binds it to this browser. The same browser may do it again. */
  redeemLink: {
    method: 'POST',
    path: '/api/links/redeem',
    access: 'anyone',
    params: none,
    body: z.object({ token: z.string().max(100) }),
    output: z.object({ meetingId: idSchema }),
  },
} as const satisfies Record<string, RouteDefinition>;

export type Routes = typeof routes;
export type RouteName = keyof Routes;
export type RouteParams<Name extends RouteName> = z.infer<Routes[Name]['params']>;
export type RouteBody<Name extends RouteName> = z.infer<Routes[Name]['body']>;
export type RouteOutput<Name extends RouteName> = z.infer<Routes[Name]['output']>;

/** The largest body of a REST call, bytes. */
export const bodyLimit = 32 * 1024;
