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

const refusalSchema = z.object({
  ok: z.literal(false),
  code: errorCodeSchema.catch('internal'),
  details: z.array(z.string()).optional(),
});

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
  if (!answer.ok) throw new SamradError(answer.code, answer.details);
  return route.output.parse(answer.data) as RouteOutput<Name>;
}

async function request(path: string, method: 'GET' | 'POST', body: unknown): Promise<Answer<unknown>> {
  try {
    const response = await fetch(path, {
      method,
      headers: method === 'POST' ? { 'content-type': 'application/json' } : {},
      body: method === 'POST' ? JSON.stringify(body) : null,
    });
    const answer = (await response.json()) as { ok?: unknown; data?: unknown };
    return answer.ok === true ? { ok: true, data: answer.data } : refusalSchema.parse(answer);
  } catch {
    return { ok: false, code: 'internal' };
  }
}
