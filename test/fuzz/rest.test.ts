/** Hostile requests at the REST API. */
import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { routes } from '../../shared/protocol/rest.ts';
import { startApp, type RunningApp } from '../support/app.ts';
import { Random, seedOf } from '../support/random.ts';
import { marker } from './hostileBytes.ts';

const cases = 1_500;
const random = new Random(seedOf('FUZZ', 20261123));
let server: RunningApp;
let cookie: string;

beforeAll(async () => {
  server = await startApp();
  cookie = (await server.signIn('Anne Lindqvist')).cookie;
});

afterAll(async () => {
  await server.stop();
  await server.remove();
});

function hostileValue(): unknown {
  const nested = (depth: number): unknown => (depth === 0 ? marker : [nested(depth - 1)]);
  return random.pick([
    null,
    marker,
    -1,
    1e308,
    '',
    'A'.repeat(22),
    [],
    {},
    { personId: marker },
    { token: { $ne: marker } },
    { token: marker, __proto__: { admin: true } },
    { kind: 'care-team', startsAt: marker, invited: [marker] },
    { kind: 'care-team', startsAt: null, invited: Array.from({ length: 500 }, () => 'A'.repeat(22)) },
    nested(200),
  ]);
}

function hostilePath(): string {
  const route = random.pick(Object.values(routes));
  const part = () => random.pick(['A'.repeat(22), marker, '..%2f..', '%00', '%E0%A4%A', "'%20or%201=1--", 'é', '0']);
  const path = route.path.replaceAll(/:\w+/g, part);
  return random.below(5) === 0 ? `${path}/${part()}?${part()}` : path;
}

/** Sends a request that fetch would not let through; answers status and body, or status 0 where the connection was cut. */
function send(method: string, path: string, body: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve) => {
    const headers = {
      cookie: random.pick([cookie, '', `samrad_session=${marker}`, 'samrad_session=', `${cookie}; ${cookie}`, '=;=;']),
      'content-type': random.pick(['application/json', 'application/json; charset=utf-99', 'text/xml', '']),
      'content-length': String(Buffer.byteLength(body)),
    };
    const outgoing = request(
      server.url,
      { method, headers, path: encodeURI(path).replaceAll('%25', '%') },
      (incoming) => {
        let text = '';
        incoming.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        incoming.on('end', () => resolve({ status: incoming.statusCode ?? 0, text }));
      },
    );
    outgoing.on('error', () => resolve({ status: 0, text: '' }));
    outgoing.end(body);
  });
}

test(`H5: ${cases} hostile REST requests never reach a fault of ours`, async () => {
  const statuses = new Set<number>();
  for (let done = 0; done < cases; done += 1) {
    const method = random.pick(['POST', 'POST', 'GET', 'PUT', 'DELETE']);
    const whole = JSON.stringify(hostileValue());
    const body = random.below(6) === 0 ? whole.slice(0, random.below(whole.length + 1)) : whole;
    const { status, text } = await send(method, hostilePath(), method === 'GET' ? '' : body);
    statuses.add(status);
    expect(status).toBeLessThan(500);
    expect(text).not.toContain('at file:');
  }
  expect(statuses).toContain(400);
  expect(statuses).toContain(404);
  const ready = await fetch(`${server.url}/readyz`);
  expect(ready.status).toBe(200);
  expect(server.logged.join('\n')).not.toContain(marker);
  expect(server.logged.filter((line) => line.includes('"level":50'))).toEqual([]);
});
