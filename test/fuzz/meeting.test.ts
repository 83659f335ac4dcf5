/** Hostile requests and bytes at the meeting's socket, from outside, from the lobby and from the room. */
import { once } from 'node:events';
import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { newId } from '../../shared/domain/ids.ts';
import { errorCodeSchema } from '../../shared/protocol/errors.ts';
import { requestLimit, requests } from '../../shared/protocol/requests.ts';
import { startApp, type RunningApp } from '../support/app.ts';
import { Random, seedOf } from '../support/random.ts';
import { marker } from './hostileBytes.ts';

const casesPerState = 700;
const random = new Random(seedOf('FUZZ', 20261123));
const names = Object.keys(requests);
let server: RunningApp;
let meetingId: string;
const cookies = { outside: '', lobby: '', joined: '' };
const sockets: Socket[] = [];

beforeAll(async () => {
  server = await startApp();
  const coordinator = await server.signIn('Kari Nymoen');
  const gp = await server.signIn('Anne Lindqvist');
  const planId = await coordinator.planOf('Harald Solbakken');
  const invited = [gp.personId];
  const { meeting } = await coordinator.call(
    'createMeeting',
    { planId },
    { kind: 'care-team', startsAt: null, invited },
  );
  meetingId = meeting.id;
  cookies.joined = coordinator.cookie;
  cookies.lobby = gp.cookie;
  cookies.outside = (await server.signIn('Tor Eide')).cookie;
});

afterAll(async () => {
  sockets.forEach((socket) => socket.disconnect());
  await server.stop();
  await server.remove();
});

/** A socket in its state. */
async function connect(state: keyof typeof cookies): Promise<Socket> {
  const socket = io(server.url, {
    transports: ['websocket'],
    extraHeaders: { cookie: cookies[state], origin: server.url },
    forceNew: true,
    reconnection: false,
  });
  sockets.push(socket);
  await new Promise<void>((resolve) => socket.once('connect', () => resolve()));
  if (state === 'outside') return socket;
  const answer = await ask(socket, 'meeting:join', [{ meetingId, seat: newId(), takeOver: true }]);
  expect(answer).toMatchObject({ ok: true, data: { state } });
  return socket;
}

/** Sends any arguments until its person may ask for more again; resolves with the answer, or with null where the server hung up. */
async function ask(socket: Socket, name: string, args: readonly unknown[]): Promise<unknown> {
  for (;;) {
    const answer = await askOnce(socket, name, args);
    // Another test of the line may be begun after half a minute only: too many is then the answer.
    if (!isTooMany(answer) || name === 'test:open') return answer;
  }
}

function isTooMany(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'code' in answer && answer.code === 'too-many';
}

function askOnce(socket: Socket, name: string, args: readonly unknown[]): Promise<unknown> {
  return new Promise((resolve) => {
    socket.once('disconnect', () => resolve(null));
    socket.emit(name, ...args, (answer: unknown) => resolve(answer));
  });
}

const uuid = '7c9e6679-7425-40de-944b-e07fc1f90ae7';

function hostileInput(depth = 0): unknown {
  const leaf = [null, true, -1, 1e300, '', marker, newId(), uuid, [], {}, Buffer.from(marker), 'x'.repeat(5_000)];
  if (depth > 3 || random.below(2) === 0) return random.pick(leaf);
  const keys = ['meetingId', 'seat', 'takeOver', 'participantId', 'transportId', 'rtpParameters', 'source', 'paused'];
  const more = [
    'consumerIds',
    'consumerId',
    'size',
    'dtlsParameters',
    'rtpCapabilities',
    'codecs',
    '__proto__',
    'raised',
  ];
  return Object.fromEntries(
    Array.from({ length: random.below(6) }, () => [random.pick([...keys, ...more]), hostileInput(depth + 1)]),
  );
}

/** Inputs of the right form with contents that mediasoup must refuse. */
function plausibleInput(): unknown {
  return random.pick<unknown>([
    { transportId: uuid, source: 'camera', rtpParameters: { codecs: [], encodings: [{}] }, paused: false },
    { transportId: uuid, dtlsParameters: { role: marker, fingerprints: [{ algorithm: marker, value: marker }] } },
    { rtpCapabilities: { codecs: [{ kind: 'audio', mimeType: marker, clockRate: -1 }], headerExtensions: marker } },
    { consumerIds: Array.from({ length: 80 }, () => uuid) },
    { consumerIds: [uuid] },
    { consumerId: uuid, size: 'large' },
    { source: 'microphone', paused: true },
    { participantId: newId() },
    { meetingId: newId(), seat: newId(), takeOver: true },
  ]);
}

// Leaving and ending are in their right; here they would only end the test early.
const harmless = names.filter((name) => name !== 'meeting:leave' && name !== 'meeting:end');

test.each(['outside', 'lobby', 'joined'] as const)(
  `H5: ${casesPerState} hostile requests from one who is %s each get a clear code`,
  async (state) => {
    let socket = await connect(state);
    const codes = new Set<string>();
    for (let done = 0; done < casesPerState; done += 1) {
      if (!socket.connected) socket = await connect(state);
      const name =
        random.below(8) === 0
          ? random.pick([marker, '__proto__', 'constructor', 'connect_error_', ''])
          : random.pick(harmless);
      const input = random.below(3) === 0 ? plausibleInput() : hostileInput();
      const args = random.below(10) === 0 ? random.pick([[], [input, input], [input, input, input]]) : [input];
      const answer = await ask(socket, name, args);
      expect(answer).not.toBe(null);
      const { ok, code } = answer as { ok: boolean; code?: string };
      if (ok) continue;
      codes.add(errorCodeSchema.parse(code));
    }
    expect(codes).toContain('bad-request');
    expect(codes).not.toContain('internal');
    if (state !== 'joined') expect(codes).toContain('wrong-state');
  },
);

test('H5: a request over its limit is refused with too-large and the connection lives', async () => {
  const socket = await connect('outside');
  const seat = 'x'.repeat(requestLimit);
  expect(await ask(socket, 'meeting:join', [{ meetingId, seat, takeOver: false }])).toEqual({
    ok: false,
    code: 'too-large',
  });
  expect(await ask(socket, 'meeting:leave', [{}])).toEqual({ ok: true, data: {} });
});

test('H5: bytes that are no Socket.IO end their own socket and no other', async () => {
  const witness = await connect('outside');
  for (let done = 0; done < 200; done += 1) {
    const raw = new WebSocket(`${server.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`, {
      headers: { cookie: cookies.outside, origin: server.url },
    });
    await once(raw, 'open');
    raw.on('error', () => undefined);
    raw.send(
      random.pick([
        `4${random.below(10)}${marker}`,
        '40',
        '42["x"',
        random.bytes(50),
        '451-["a",{"_placeholder":true}]',
        '',
      ]),
    );
    raw.send('9');
    raw.terminate();
  }
  expect(await ask(witness, 'meeting:leave', [{}])).toEqual({ ok: true, data: {} });
});

test('H5: afterwards the server is well and its log holds none of it', async () => {
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  expect((await server.app.audit.verify()).broken).toBe(null);
  expect(server.logged.join('\n')).not.toContain(marker);
  expect(server.logged.filter((line) => line.includes('"level":50'))).toEqual([]);
});
