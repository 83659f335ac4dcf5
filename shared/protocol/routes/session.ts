/** REST: who is it. */
import { z } from 'zod';
import { idSchema } from '../../domain/ids.ts';
import { browserSchema, systemSchema } from '../../domain/device.ts';
import { identificationSchema } from '../../domain/identification.ts';
import { instantSchema, memberSchema, meSchema } from '../types.ts';
import { none, type RouteGroup } from './route.ts';

/** One place where I am signed in. */
const ownSessionSchema = z.object({
  id: idSchema,
  /** The one that asks. */
  isThis: z.boolean(),
  identification: identificationSchema,
  browser: browserSchema,
  system: systemSchema,
  startedAt: instantSchema,
  lastUsedAt: instantSchema,
  /** It ends then at the latest. */
  expiresAt: instantSchema,
});
export type OwnSession = z.infer<typeof ownSessionSchema>;

export const sessionRoutes = {
  /**
   * Who I am, or null, and after how many milliseconds without use the session ends. Also says whether this server is a demo.
   */
  session: {
    method: 'GET',
    path: '/api/session',
    access: 'anyone',
    params: none,
    body: none,
    output: z.object({ me: meSchema.nullable(), idleMs: z.number().nullable(), demo: z.boolean() }),
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
  /** The person does something on the page: the session is not idle. Pages say so at most once in a while. */
  stayActive: {
    method: 'POST',
    path: '/api/session/active',
    access: 'session',
    params: none,
    body: none,
    output: none,
  },
  /** Where I am signed in, the newest first. */
  ownSessions: {
    method: 'GET',
    path: '/api/sessions',
    access: 'session',
    params: none,
    body: none,
    output: z.object({ sessions: z.array(ownSessionSchema) }),
  },
  /** Ends one of mine; `not-found` for another's. */
  endSession: {
    method: 'POST',
    path: '/api/sessions/:sessionId/end',
    access: 'session',
    params: z.object({ sessionId: idSchema }),
    body: none,
    output: none,
  },
  /** Ends all of mine except this one. */
  endOtherSessions: {
    method: 'POST',
    path: '/api/sessions/end-others',
    access: 'session',
    params: none,
    body: none,
    output: none,
  },
  /** `onwards`: where the browser ends the session at the identity provider, too; null where there is nothing to end. */
  signOut: {
    method: 'POST',
    path: '/api/sign-out',
    access: 'session',
    params: none,
    body: none,
    output: z.object({ onwards: z.url().nullable() }),
  },
} as const satisfies RouteGroup;
