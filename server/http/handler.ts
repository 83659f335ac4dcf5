/** How every REST call is carried out: parse → who is it → call → answer. Errors are mapped once, here. */
import type { Express, Request, Response } from 'express';
import { SamradError, httpStatus, type ErrorCode } from '../../shared/protocol/errors.ts';
import {
  routes,
  type RouteBody,
  type RouteName,
  type RouteOutput,
  type RouteParams,
  type Routes,
} from '../../shared/protocol/rest.ts';
import type { Session, Sessions } from '../access/sessions.ts';
import type { AttemptKind } from '../guard/attempts.ts';
import type { Guard } from '../guard/guard.ts';
import type { Log } from '../log.ts';

/** What a handler gets. `session` is never null on a route whose access is `session`. */
export interface Call<Name extends RouteName> {
  readonly params: RouteParams<Name>;
  readonly body: RouteBody<Name>;
  readonly session: Routes[Name]['access'] extends 'session' ? Session : Session | null;
  readonly request: Request;
  readonly response: Response;
}

/** The handlers of one group of routes. */
export type HandlersOf<Group> = { readonly [Name in keyof Group & RouteName]: Handlers[Name] };

export type Handlers = { readonly [Name in RouteName]: (call: Call<Name>) => Promise<RouteOutput<Name>> };

/** Binds a handler to every route of the table. */
export function bindRoutes(app: Express, handlers: Handlers, parts: Parts): void {
  for (const name of Object.keys(routes) as RouteName[]) bindRoute(app, name, handlers, parts);
}

interface Parts {
  readonly sessions: Sessions;
  readonly guard: Guard;
  readonly log: Log;
}

/** Refusals that a page of ours never meets. */
const attempts: Partial<Record<ErrorCode, AttemptKind>> = { 'bad-request': 'malformed', 'too-many': 'too-many' };

function bindRoute(app: Express, name: RouteName, handlers: Handlers, { sessions, guard, log }: Parts): void {
  const route = routes[name];
  // Name and handler come from the same key of the table, which TypeScript can't see through a union of names.
  const handle = handlers[name] as (call: Call<RouteName>) => Promise<unknown>;
  const method = route.method === 'GET' ? 'get' : 'post';
  app[method](route.path, async (request, response) => {
    let session: Session | null = null;
    try {
      session = await sessions.authenticate(request.headers);
      if (session !== null && !guard.mayCall(session.personId)) throw new SamradError('too-many');
      if (route.access === 'session' && session === null) throw new SamradError('not-signed-in');
      // What only reads may be the page's own doing; what changes something is a person's.
      if (session !== null && route.method === 'POST') sessions.used(session);
      // An id that can't be one names nothing, so it is answered as unknown.
      const params = route.params.safeParse(request.params);
      if (!params.success) throw new SamradError('not-found');
      const body = route.body.safeParse(request.body ?? {});
      if (!body.success) throw new SamradError('bad-request');
      const call = { params: params.data, body: body.data, session, request, response } as Call<RouteName>;
      response.json({ ok: true, data: await handle(call) });
    } catch (error) {
      const kind = error instanceof SamradError && attempts[error.code];
      if (kind) guard.note({ kind, channel: 'rest', session, address: guard.addressOf(request) });
      if (!(error instanceof SamradError)) log.error({ err: error, route: name }, 'a request failed');
      if (error instanceof SamradError) refuse(response, error.code, error.details);
      else refuse(response, 'internal');
    }
  });
}

/** Answers a failure in the one agreed form. */
export function refuse(response: Response, code: ErrorCode, details?: readonly string[]): void {
  response.status(httpStatus[code]).json({ ok: false, code, ...(details && { details }) });
}
