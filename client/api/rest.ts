/** REST calls, typed from the one route table. */
import { z } from 'zod';
import { SamradError, errorCodeSchema, type Answer } from '../../shared/protocol/errors.ts';
import {
  routes,
  type RouteBody,
  type RouteName,
  type RouteOutput,
  type RouteParams,
} from '../../shared/protocol/rest.ts';
import { signedInAgain } from './pageLock.ts';

const refusalSchema = z.object({
  ok: z.literal(false),
  code: errorCodeSchema.catch('internal'),
  details: z.array(z.string()).optional(),
});

/** The server could not be reached, or something between it and us answered in its place. */
export class Unreachable extends SamradError {
  constructor() {
    super('internal');
    this.name = 'Unreachable';
  }
}

/** These ask whether there still is a session, or end it. */
const aboutSession: ReadonlySet<RouteName> = new Set<RouteName>(['stayActive', 'signOut']);

/** How long a question may go unanswered before the server counts as not reached, ms. What changes something is waited for. */
const patienceMs = 20_000;

/**
 * Calls one route and returns its data. Where the session has ended meanwhile, it waits until the person is back.
 * @throws SamradError with the server's code; `Unreachable`, whose code is `internal`, where the server could not be reached.
 */
export async function call<Name extends RouteName>(
  name: Name,
  params: RouteParams<Name>,
  body: RouteBody<Name>,
): Promise<RouteOutput<Name>> {
  const route = routes[name];
  const path = route.path.replaceAll(/:(\w+)/g, (_, key: string) =>
    encodeURIComponent((params as Record<string, string>)[key] ?? ''),
  );
  let answer = await request(path, route.method, body);
  // Nothing was done for a request that nobody is signed in for, so it can be made again.
  while (!answer.ok && answer.code === 'not-signed-in' && !aboutSession.has(name)) {
    const again = signedInAgain();
    if (again === null) break;
    await again;
    answer = await request(path, route.method, body);
  }
  if (!answer.ok) throw new SamradError(answer.code, answer.details);
  return route.output.parse(answer.data) as RouteOutput<Name>;
}

async function request(path: string, method: 'GET' | 'POST', body: unknown): Promise<Answer<unknown>> {
  const answer = await fetched(path, method, body);
  if (answer.ok === true) return { ok: true, data: answer.data };
  const refusal = refusalSchema.safeParse(answer);
  return refusal.success ? refusal.data : { ok: false, code: 'internal' };
}

async function fetched(path: string, method: 'GET' | 'POST', body: unknown): Promise<{ ok?: unknown; data?: unknown }> {
  try {
    const response = await fetch(path, {
      method,
      headers: method === 'POST' ? { 'content-type': 'application/json' } : {},
      body: method === 'POST' ? JSON.stringify(body) : null,
      signal: method === 'GET' ? AbortSignal.timeout(patienceMs) : null,
    });
    return (await response.json()) as { ok?: unknown; data?: unknown };
  } catch {
    throw new Unreachable();
  }
}
