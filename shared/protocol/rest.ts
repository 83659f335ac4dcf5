/**
 * The one list of REST calls, gathered from its groups. All answers are `Answer<output>` as JSON; all bodies are JSON.
 */
import type { z } from 'zod';
import { accessLogRoutes } from './routes/accessLog.ts';
import { administrationRoutes } from './routes/administration.ts';
import { commentRoutes } from './routes/comments.ts';
import { consentRoutes } from './routes/consents.ts';
import { emergencyRoutes } from './routes/emergencyAccess.ts';
import { historyRoutes } from './routes/history.ts';
import { medicinesRoutes } from './routes/medicines.ts';
import { minutesRoutes } from './routes/minutes.ts';
import { meetingRoutes } from './routes/meetings.ts';
import { passkeyRoutes } from './routes/passkeys.ts';
import { planRoutes } from './routes/plan.ts';
import { ruleRoutes } from './routes/rules.ts';
import { sessionRoutes } from './routes/session.ts';
import { versionRoutes } from './routes/versions.ts';
import { signInRoutes } from './routes/signIn.ts';
import { taskRoutes } from './routes/tasks.ts';
import { teamRoutes } from './routes/team.ts';
import { templateRoutes } from './routes/templates.ts';
import { transitionRoutes } from './routes/transitions.ts';

export const routes = {
  ...sessionRoutes,
  ...planRoutes,
  ...meetingRoutes,
  ...minutesRoutes,
  ...medicinesRoutes,
  ...consentRoutes,
  ...commentRoutes,
  ...historyRoutes,
  ...versionRoutes,
  ...transitionRoutes,
  ...ruleRoutes,
  ...templateRoutes,
  ...taskRoutes,
  ...signInRoutes,
  ...teamRoutes,
  ...accessLogRoutes,
  ...emergencyRoutes,
  ...passkeyRoutes,
  ...administrationRoutes,
};

export type Routes = typeof routes;
export type RouteName = keyof Routes;
export type RouteParams<Name extends RouteName> = z.infer<Routes[Name]['params']>;
export type RouteBody<Name extends RouteName> = z.infer<Routes[Name]['body']>;
export type RouteOutput<Name extends RouteName> = z.infer<Routes[Name]['output']>;

/** The largest body of a REST call, bytes. */
export const bodyLimit = 32 * 1024;
