/** Tests of lines before a meeting, asked for over the socket by a hand-written page and carried out by a real worker. */
import { once } from 'node:events';
import { observer, type types } from 'mediasoup';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { LineTests } from '../../../server/media/lineTests.ts';
import { WorkerPool } from '../../../server/media/workerPool.ts';
import { createLog } from '../../../server/log.ts';
import { SamradError } from '../../../shared/protocol/errors.ts';
import type { RequestName } from '../../../shared/protocol/requests.ts';
import { freeUdpPort } from '../../support/app.ts';
import { Person } from '../../support/person.ts';
import { gather, type CareTeam } from '../meetings/careTeam.ts';
import { MeetingPage } from '../meetings/meetingPage.ts';
import { recorded } from '../meetings/recorded.ts';
import { samples } from '../meetings/samples.ts';

let team: CareTeam;
const pages: MeetingPage[] = [];
/** The routers that are open in the workers, in the order in which they were made. */
const routers = new Set<types.Router>();

observer.on('newworker', (worker) =>
  worker.observer.on('newrouter', (router) => {
    routers.add(router);
    router.observer.on('close', () => routers.delete(router));
  }),
);

beforeAll(async () => {
  team = await gather({ turn: { urls: ['turn:turn.example:3478'], secret: 'a shared secret' } });
});

afterEach(() => {
  for (const page of pages.splice(0)) page.close();
});

afterAll(() => team.close());

async function open(person: Pick<Person, 'url' | 'cookie'>): Promise<MeetingPage> {
  const page = await MeetingPage.open(person);
  pages.push(page);
  return page;
}

/** The router of the test that this page has just begun. */
async function begin(page: MeetingPage): Promise<types.Router> {
  await page.get('test:open', {});
  return [...routers].at(-1)!;
}

async function code(asked: Promise<unknown>): Promise<string> {
  return asked.then(
    () => 'ok',
    (error: unknown) => (error instanceof SamradError ? error.code : String(error)),
  );
}

const inner = Object.keys(samples).filter((name): name is RequestName => /^test:(?!open|close)/.test(name));

test('N1: a test has transports by UDP and by TCP alone on the port of the meetings, TURN servers, and is told what to send', async () => {
  const page = await open(team.gp);
  const { iceServers, calm, burst } = await page.get('test:open', {});
  expect(iceServers[0]?.urls).toEqual(['turn:turn.example:3478']);
  expect([calm.everyMs, burst.bytes * 8 > calm.bytes * 8]).toEqual([20, true]);
  const meeting = await open(team.coordinator);
  const { media } = await meeting.enter(await team.convene());
  const ports = new Set(media.send.iceCandidates.map(({ port }) => port));
  for (const way of ['udp', 'tcp'] as const) {
    const { send, receive } = await page.get('test:way', { way });
    const candidates = [...send.iceCandidates, ...receive.iceCandidates];
    expect(candidates.map(({ protocol }) => protocol)).toEqual([way, way]);
    expect(candidates.every(({ port }) => ports.has(port))).toBe(true);
  }
});

test('N1: a round counts from when it is answered, one at a time, and what never came is not there', async () => {
  const page = await open(team.gp);
  await begin(page);
  await page.get('test:way', { way: 'udp' });
  const measure = (phase: 'calm' | 'up', round: number) => code(page.get('test:measure', { way: 'udp', phase, round }));
  // Before the page has a stream there is nothing to count.
  expect(await measure('calm', 1)).toBe('wrong-state');
  const { dataProducerId } = await page.get('test:produce', { way: 'udp', streamId: 0 });
  expect(await measure('calm', 1)).toBe('ok');
  expect(await measure('calm', 2)).toBe('wrong-state');
  const first = await page.get('test:result', {});
  expect([first.sent > 0, first.received, first.bitrate]).toEqual([true, 0, 0]);
  expect(await code(page.get('test:result', {}))).toBe('wrong-state');
  expect(await measure('up', 3)).toBe('ok');
  expect(await page.get('test:result', {})).toEqual({ sent: 0, received: 0, bitrate: 0 });
  // Asked again, the stream takes the place of the one before, and the way that of the one before.
  expect((await page.get('test:produce', { way: 'udp', streamId: 0 })).dataProducerId).not.toBe(dataProducerId);
  const { send } = await page.get('test:way', { way: 'udp' });
  const dtlsParameters = { fingerprints: [{ algorithm: 'sha-256' as const, value: 'AB:'.repeat(31) + 'AB' }] };
  const connect = () => page.get('test:connect', { way: 'udp', transportId: send.id, dtlsParameters });
  expect([await code(connect()), await code(connect())]).toEqual(['ok', 'ok']);
});

test('A1: before a test is begun, and in a meeting, nothing of it is answered', async () => {
  const page = await open(team.gp);
  for (const name of inner)
    expect([name, await page.askRaw(name, samples[name])]).toEqual([name, { ok: false, code: 'wrong-state' }]);
  const host = await open(team.coordinator);
  await host.enter(await team.convene());
  expect(await code(host.get('test:open', {}))).toBe('wrong-state');
});

test('A10: what does not have the agreed form is refused before it comes to a worker', async () => {
  const page = await open(team.gp);
  await begin(page);
  const { send } = await page.get('test:way', { way: 'udp' });
  await page.get('test:produce', { way: 'udp', streamId: 0 });
  const wrong: [string, unknown][] = [
    ['test:way', { way: 'both' }],
    ['test:produce', { way: 'udp', streamId: 16 }],
    ['test:produce', { way: 'udp', streamId: 0.5 }],
    ['test:measure', { way: 'udp', phase: 'flood', round: 1 }],
    ['test:measure', { way: 'udp', phase: 'calm', round: 0 }],
    ['test:measure', { way: 'udp', phase: 'calm', round: 256 }],
    ['test:connect', { way: 'udp', transportId: send.id, dtlsParameters: { fingerprints: [{ algorithm: 'md5' }] } }],
  ];
  for (const [name, input] of wrong)
    expect([name, await page.askRaw(name, input)]).toEqual([name, { ok: false, code: 'bad-request' }]);
  // What is somebody else's, or of a way that is not open, is not there.
  const dtlsParameters = { fingerprints: [] };
  const elsewhere = { way: 'udp' as const, transportId: '7c9e6679-7425-40de-944b-e07fc1f90ae7', dtlsParameters };
  expect(await code(page.get('test:connect', elsewhere))).toBe('wrong-state');
  expect(await code(page.get('test:produce', { way: 'tcp', streamId: 0 }))).toBe('wrong-state');
});

test('N1: a connection has one test: a new one, a hang-up, a meeting and its own word end it, and its router goes', async () => {
  const page = await open(team.nurse);
  const first = await begin(page);
  const second = await begin(page);
  expect([first.closed, second.closed]).toEqual([true, false]);
  await page.get('test:close', {});
  expect(second.closed).toBe(true);
  expect(await page.ask('test:way', { way: 'udp' })).toEqual({ ok: false, code: 'wrong-state' });

  const third = await begin(page);
  const closed = once(third.observer, 'close');
  page.close();
  await closed;

  const guest = await open(team.nurse);
  const fourth = await begin(guest);
  await guest.join(await team.convene());
  expect(fourth.closed).toBe(true);
});

test('N1: whoever came by a link may test; who tests without end is told to wait, and it is written down', async () => {
  const { coordinator, planId, server } = team;
  const { team: members } = await coordinator.call('plan', { planId }, {});
  const relative = members.find(({ role }) => role === 'relative')!;
  const body = { kind: 'care-team' as const, startsAt: null, invited: [relative.personId] };
  const { meeting } = await coordinator.call('createMeeting', { planId }, body);
  const { invitations } = await coordinator.call('createLinks', { meetingId: meeting.id }, {});
  const browser = new Person(server.url);
  await browser.call('redeemLink', {}, { token: new URL(invitations[0]?.url ?? '').hash.slice(1) });
  const page = await open(browser);
  const codes: string[] = [];
  while (codes.at(-1) !== 'too-many' && codes.length < 20) codes.push(await code(page.get('test:open', {})));
  expect(new Set(codes.slice(0, -1))).toEqual(new Set(['ok']));
  expect([codes.length > 4, codes.at(-1)]).toEqual([true, 'too-many']);
  await expect
    .poll(() => recorded(server))
    .toContainEqual(expect.objectContaining({ action: 'request:refuse', detail: 'too-many' }));
});

test('N1: a test ends by itself; there are only so many at a time; a worker that dies takes its tests along', async () => {
  const listenAddresses = [{ ip: '127.0.0.1' }];
  const log = createLog('silent');
  const pool = await WorkerPool.create({ workers: 1, listenAddresses, firstPort: await freeUdpPort(), log });
  const brief = new LineTests({ pool, limits: { lifetimeMs: 300, atOnce: 2 } });
  const [one, two] = await Promise.all([brief.open(), brief.open()]);
  expect(await code(brief.open())).toBe('media-unavailable');
  const [ownRouter] = [...routers].slice(-1);
  await once(ownRouter!.observer, 'close');
  expect(await code(one.openWay({ way: 'udp' }))).toBe('wrong-state');

  const lasting = new LineTests({ pool, limits: { lifetimeMs: 60_000, atOnce: 1 } });
  const test = await lasting.open();
  const [pid] = pool.workerPids;
  const died = once([...routers].at(-1)!.observer, 'close');
  process.kill(pid!, 'SIGKILL');
  await died;
  expect(await code(test.openWay({ way: 'tcp' }))).toBe('wrong-state');
  // Its place is free again, on the worker that took the dead one's.
  expect(await code(lasting.open())).toBe('ok');
  lasting.close();
  two.close();
  pool.close();
});
