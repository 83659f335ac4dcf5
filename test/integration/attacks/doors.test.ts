/** Attacks from outside, by people whom nobody has let in: each is refused, written down, and harms nobody. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { frameLimit, syncPath } from '../../../shared/protocol/sync.ts';
import { bodyLimit } from '../../../shared/protocol/rest.ts';
import { requestLimit } from '../../../shared/protocol/requests.ts';
import { startApp, type RunningApp } from '../../support/app.ts';
import { AuditTail, type AuditRecord } from '../../support/auditTail.ts';
import { Person } from '../../support/person.ts';
import { RawConnection } from '../../support/rawConnection.ts';
import { MeetingPage } from '../meetings/meetingPage.ts';

let server: RunningApp;
let gp: Person;
let tail: AuditTail;
const foreign = 'https://foreign.example';

beforeAll(async () => {
  server = await startApp();
  gp = await server.signIn('Anne Lindqvist');
  tail = new AuditTail(server);
});

afterAll(async () => {
  tail.close();
  await server.stop();
  await server.remove();
});

/** Resolves with the first record of this kind that is written from now on. */
async function recorded(kind: string, channel: string): Promise<AuditRecord> {
  const found: AuditRecord[] = [];
  await expect
    .poll(() => {
      found.push(...tail.take().filter(({ detail }) => detail === kind));
      return found.filter((record) => record.channel === channel).length;
    })
    .toBeGreaterThan(0);
  return found.find((record) => record.channel === channel)!;
}

/** All that a server says on a plain connection until it ends it. */
async function saidUntilEnd(socket: Socket): Promise<string> {
  const said: Buffer[] = [];
  socket.on('data', (data: Buffer) => said.push(data));
  await once(socket, 'close');
  return Buffer.concat(said).toString('latin1');
}

async function post(headers: Record<string, string>, body: string | Uint8Array<ArrayBuffer>): Promise<Response> {
  return fetch(`${server.url}/api/demo/sign-in`, { method: 'POST', headers, body });
}

test('A10: a page of another site that asks by REST gets nothing, and it is recorded with its address', async () => {
  tail.take();
  const response = await fetch(`${server.url}/api/home`, { headers: { cookie: gp.cookie, origin: foreign } });
  expect([response.status, await response.json()]).toEqual([404, { ok: false, code: 'not-found' }]);
  expect(await recorded('foreign-origin', 'rest')).toMatchObject({
    action: 'request:refuse',
    outcome: 'refused',
    actor: null,
    address: '127.0.0.1',
    count: 1,
  });
});

test('A10: a page of another site opens no WebSocket to the plan, whatever way its Origin is written', async () => {
  for (const origin of [
    foreign,
    'null',
    `${server.url}.foreign.example`,
    `${server.url}:1`,
    server.url.toUpperCase(),
  ]) {
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}${syncPath}`, {
      headers: { cookie: gp.cookie, origin },
    });
    const [error] = (await once(socket, 'error')) as [Error];
    expect(error.message, origin).toMatch(/socket hang up|ECONNRESET/);
  }
  expect(await recorded('foreign-origin', 'sync')).toMatchObject({ action: 'request:refuse' });
});

test.each(['websocket', 'polling'] as const)('A10: nor to a meeting, by %s', async (transport) => {
  await expect(MeetingPage.open(gp, { origin: foreign, transport })).rejects.toThrow();
  if (transport === 'websocket') expect(await recorded('foreign-origin', 'socket')).toMatchObject({ actor: null });
});

test('A10: what is larger than any page sends is refused at each door, and the next who comes is served', async () => {
  const large = await post({ 'content-type': 'application/json' }, JSON.stringify({ a: 'x'.repeat(bodyLimit) }));
  expect([large.status, await large.json()]).toEqual([413, { ok: false, code: 'too-large' }]);
  await recorded('too-large', 'rest');

  const connection = await RawConnection.open({ url: server.url, cookie: gp.cookie });
  connection.socket.send(Buffer.alloc(frameLimit + 1));
  expect(await connection.ended).toBe(1009);
  expect(await recorded('too-large', 'sync')).toMatchObject({ actor: { personId: gp.personId } });

  const page = await MeetingPage.open(gp);
  expect(await page.askRaw('meeting:leave', { padding: 'x'.repeat(requestLimit) })).toEqual({
    ok: false,
    code: 'too-large',
  });
  page.close();
  expect(await recorded('too-large', 'socket')).toMatchObject({ actor: { personId: gp.personId } });
  expect((await gp.call('session', {}, {})).me).not.toBeNull();
});

test('A10: headers without end are refused and recorded', async () => {
  const socket = connect(server.port, '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write(`GET /api/session HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(64 * 1024)}\r\n\r\n`);
  expect(await saidUntilEnd(socket)).toMatch(/^HTTP\/1\.1 431 /);
});

test('A10: a request that never ends is not waited for', async () => {
  const socket = connect(server.port, '127.0.0.1');
  socket.write('GET /api/session HTTP/1.1\r\nHost: x\r\nX-Slow: ');
  expect(await saidUntilEnd(socket)).toMatch(/^HTTP\/1\.1 408 /);
  expect(await recorded('too-slow', 'rest')).toMatchObject({ action: 'request:refuse', address: '127.0.0.1' });
});

test('A10: what is no HTTP is refused and recorded', async () => {
  const socket = connect(server.port, '127.0.0.1');
  socket.write('\x16\x03\x01\x02\x00\x01\x00\r\n\r\n');
  expect(await saidUntilEnd(socket)).toMatch(/^HTTP\/1\.1 400 /);
  await recorded('malformed', 'rest');
});

test('A10: a body that is small on the line and large behind it is not unpacked', async () => {
  const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024));
  const response = await post({ 'content-type': 'application/json', 'content-encoding': 'gzip' }, new Uint8Array(bomb));
  expect([response.status, await response.json()]).toEqual([400, { ok: false, code: 'bad-request' }]);
});

test('A10: a WebSocket agrees to no compression', async () => {
  const connection = await RawConnection.open({ url: server.url, cookie: gp.cookie });
  expect(connection.socket.extensions).toBe('');
  connection.close();
});

test('A10: XML is not read, so nothing in it grows or is fetched', async () => {
  const entities = Array.from({ length: 12 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join('');
  const xml = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e0 SYSTEM "file:///etc/passwd">${entities}]><x>&e12;</x>`;
  for (const type of ['application/xml', 'text/xml', 'application/json', 'multipart/form-data; boundary=x']) {
    const response = await post({ 'content-type': type }, xml);
    expect([response.status, await response.json()], type).toEqual([400, { ok: false, code: 'bad-request' }]);
  }
});

test('A10: words that look like lines of the log make none', async () => {
  const forged = '"}\n{"level":30,"msg":"forged line"}\r\n\u001b[2Kforged';
  const page = await MeetingPage.open(gp);
  await page.askRaw(`meeting:leave${forged}`, {});
  page.close();
  await fetch(`${server.url}/api/plans/${encodeURIComponent(forged)}`, { headers: { cookie: gp.cookie } });
  await new Person(server.url).call('redeemLink', {}, { token: forged }).catch(() => undefined);
  for (const line of server.logged) expect(JSON.parse(line)).not.toMatchObject({ msg: 'forged line' });
  expect(server.logged.join('')).not.toContain('\u001b');
});

test('A10: a flood of sockets is refused before anybody is asked who they are, and counted in two records a minute', async () => {
  tail.take();
  const flood = async (): Promise<string> => {
    const socket = connect(server.port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.once('data', () => socket.destroy());
    socket.write(
      `GET ${syncPath} HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
        'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n',
    );
    return saidUntilEnd(socket);
  };
  let refused = 0;
  while (refused < 500) {
    const answers = await Promise.all(Array.from({ length: 250 }, flood));
    refused += answers.filter((answer) => answer === '').length;
  }
  expect(await recorded('too-many', 'sync')).toMatchObject({ action: 'request:refuse', count: 1 });
  expect(tail.take().filter(({ detail }) => detail === 'too-many')).toEqual([]);
});
