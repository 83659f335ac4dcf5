/** REST: who is it. */
import { z } from 'zod';
import { idSchema } from '../../domain/ids.ts';
import { memberSchema, meSchema } from '../types.ts';
import { none, type RouteGroup } from './route.ts';

export const sessionRoutes = {
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
} as const satisfies RouteGroup;
