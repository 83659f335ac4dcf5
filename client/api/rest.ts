/** REST calls, typed from the one route table. */
import { SamradError, errorCodeSchema, type Answer } from '../../shared/protocol/errors.ts';
import {
  routes,
  type RouteBody,
  type RouteName,
  type RouteOutput,
  type RouteParams,
} from '../../shared/protocol/rest.ts';

/**
 * Calls one route and returns its data.
 * @throws SamradError with the server's code; `internal` where the server could not be reached or understood.
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
  const answer = await request(path, route.method, body);
  if (!answer.ok) throw new SamradError(answer.code);
  return route.output.parse(answer.data) as RouteOutput<Name>;
}

async function request(path: string, method: 'GET' | 'POST', body: unknown): Promise<Answer<unknown>> {
  try {
    const response = await fetch(path, {
      method,
      headers: method === 'POST' ? { 'content-type': 'application/json' } : {},
      body: method === 'POST' ? JSON.stringify(body) : null,
    });
    const answer = (await response.json()) as { ok?: unknown; data?: unknown; code?: unknown };
    if (answer.ok === true) return { ok: true, data: answer.data };
    return { ok: false, code: errorCodeSchema.catch('internal').parse(answer.code) };
  } catch {
    return { ok: false, code: 'internal' };
  }
}
