/** Transports that are made for a page before it is in the room. */
import { observer, type types } from 'mediasoup';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { mostPrepared } from '../../../server/media/mediaPolicy.ts';
import type { MediaSetup } from '../../../shared/protocol/media.ts';
import type { Person } from '../../support/person.ts';
import { gather, type CareTeam } from '../meetings/careTeam.ts';
import { MeetingPage } from '../meetings/meetingPage.ts';
import { recorded } from '../meetings/recorded.ts';

const fingerprint = Array.from({ length: 32 }, (_, index) => (index + 16).toString(16).toUpperCase()).join(':');
const dtlsParameters = {
  role: 'client' as const,
  fingerprints: [{ algorithm: 'sha-256' as const, value: fingerprint }],
};

let team: CareTeam;
let meetingId: string;
let leader: MeetingPage;
const pages: MeetingPage[] = [];
/** The worker's transports as they are, by id. */
const transports = new Map<string, types.Transport>();

observer.on('newworker', (worker) =>
  worker.observer.on('newrouter', (router) =>
    router.observer.on('newtransport', (transport) => transports.set(transport.id, transport)),
  ),
);

beforeAll(async () => {
  team = await gather();
});

beforeEach(async () => {
  meetingId = await team.convene();
  leader = await open(team.coordinator);
});

afterEach(() => {
  for (const page of pages.splice(0)) page.close();
});

afterAll(() => team.close());

async function open(person: Person): Promise<MeetingPage> {
  const page = await MeetingPage.open(person);
  pages.push(page);
  return page;
}

async function prepare(page: MeetingPage): Promise<MediaSetup> {
  const { media } = await page.get('media:prepare', { meetingId });
  if (media === null) throw new Error('nothing was prepared');
  return media;
}

/** The leader's page lets in the one who waits. */
async function letIn(): Promise<void> {
  const { lobby } = await leader.sees((meeting) => meeting.lobby.length > 0);
  await leader.get('meeting:admit', { participantId: lobby[0]?.id ?? '' });
}

const idsOf = ({ send, receive }: MediaSetup) => [send.id, receive.id];

const isClosed = (setup: MediaSetup) => idsOf(setup).map((id) => transports.get(id)?.closed);

test('M20: who waits in the lobby has the way in ready, and takes it along when let in', async () => {
  await leader.enter(meetingId);
  const gp = await open(team.gp);
  await gp.join(meetingId);
  const prepared = await prepare(gp);
  const { id: transportId } = prepared.receive;
  await gp.get('media:connectPrepared', { transportId, dtlsParameters });
  await letIn();
  const { media } = await gp.push('meeting:admitted');
  expect(idsOf(media)).toEqual(idsOf(prepared));
  // The handshake that was begun before is the one of now; asking again does no harm, with either name.
  await gp.get('media:connectPrepared', { transportId, dtlsParameters });
  await gp.get('media:connect', { transportId, dtlsParameters });
  // Only once: who begins anew gets others.
  expect((await gp.get('media:setup', {})).receive.id).not.toBe(transportId);
  expect(isClosed(prepared)).toEqual([true, true]);
});

test('M20: who was let in before has it ready before the join', async () => {
  await leader.enter(meetingId);
  const first = await team.admit(leader, team.gp, meetingId);
  await first.page.get('meeting:leave', {});
  first.page.close();
  const gp = await open(team.gp);
  const prepared = await prepare(gp);
  const { media } = await gp.enter(meetingId);
  expect(idsOf(media)).toEqual(idsOf(prepared));
  await gp.get('meeting:leave', {});
  expect(isClosed(prepared)).toEqual([true, true]);
});

test('M20, M1: nothing can be sent or received over it before one is in', async () => {
  await leader.enter(meetingId);
  const gp = await open(team.gp);
  await gp.join(meetingId);
  const { send, receive, routerRtpCapabilities } = await prepare(gp);
  const rtpParameters = { codecs: [], encodings: [] };
  const asked = [
    await gp.ask('media:connect', { transportId: receive.id, dtlsParameters }),
    await gp.ask('media:restartIce', { transportId: receive.id }),
    await gp.ask('media:receive', { rtpCapabilities: routerRtpCapabilities }),
    await gp.ask('media:produce', { transportId: send.id, source: 'camera', rtpParameters, paused: false }),
  ];
  expect(asked).toEqual(asked.map(() => ({ ok: false, code: 'wrong-state' })));
  expect(recorded(team.server).filter(({ outcome }) => outcome === 'refused').length).toBeGreaterThanOrEqual(4);
});

test('M20: it goes with the page, and another one takes its place', async () => {
  await leader.enter(meetingId);
  const gp = await open(team.gp);
  const first = await prepare(gp);
  const second = await prepare(gp);
  expect(isClosed(first)).toEqual([true, true]);
  expect(await gp.ask('media:connectPrepared', { transportId: first.receive.id, dtlsParameters })).toEqual({
    ok: false,
    code: 'not-found',
  });
  gp.close();
  await expect.poll(() => isClosed(second)).toEqual([true, true]);
});

test('M20: two at once are one, and a join that comes between leaves nothing behind', async () => {
  await leader.enter(meetingId);
  const gp = await open(team.gp);
  const answers = await Promise.all([1, 2].map(() => gp.get('media:prepare', { meetingId })));
  expect(answers.filter(({ media }) => media !== null)).toHaveLength(1);
  const before = transports.size;
  const [{ media }] = await Promise.all([gp.get('media:prepare', { meetingId }), gp.join(meetingId)]);
  await letIn();
  const joined = await gp.push('meeting:admitted');
  if (media) expect(idsOf(joined.media)).toEqual(idsOf(media));
  const left = [...transports.values()].slice(before).filter(({ closed }) => !closed);
  expect(left.map(({ id }) => id).sort()).toEqual(idsOf(joined.media).sort());
});

test('M20, A1: nothing is made where nobody is in the meeting, where it is locked, and for one who is not invited', async () => {
  const gp = await open(team.gp);
  expect(await gp.get('media:prepare', { meetingId })).toEqual({ media: null });
  expect(await gp.ask('media:connectPrepared', { transportId: crypto.randomUUID(), dtlsParameters })).toEqual({
    ok: false,
    code: 'wrong-state',
  });
  await leader.enter(meetingId);
  await leader.get('meeting:lock', { locked: true });
  expect(await gp.get('media:prepare', { meetingId })).toEqual({ media: null });
  const outsider = await open(team.outsider);
  expect(await outsider.ask('media:prepare', { meetingId })).toEqual({ ok: false, code: 'not-found' });
  expect(recorded(team.server).at(-1)).toMatchObject({ action: 'meeting:join', outcome: 'refused' });
});

test('M20, M8: one who was put back can make ready again; one who was removed, or may not come any more, can not', async () => {
  await leader.enter(meetingId);
  const { page: gp, joined } = await team.admit(leader, team.gp, meetingId);
  leader.forget();
  gp.forget();
  await leader.get('meeting:putBack', { participantId: joined.meeting.me });
  await gp.push('meeting:putBack');
  const prepared = await prepare(gp);
  await letIn();
  const again = await gp.push('meeting:admitted');
  expect(idsOf(again.media)).toEqual(idsOf(prepared));
  await leader.get('meeting:remove', { participantId: again.meeting.me });
  await gp.push('meeting:removed');
  expect(isClosed(prepared)).toEqual([true, true]);
  expect(await gp.ask('media:prepare', { meetingId })).toEqual({ ok: false, code: 'not-found' });
});

test('M20, M7: no more are made than people may be in the room; who comes then comes in all the same', async () => {
  await leader.enter(meetingId);
  const waiting = [];
  for (let page = 0; page < mostPrepared; page += 1) waiting.push(await open(team.gp));
  for (const page of waiting) await prepare(page);
  const nurse = await open(team.nurse);
  expect(await nurse.get('media:prepare', { meetingId })).toEqual({ media: null });
  await nurse.join(meetingId);
  await letIn();
  await nurse.push('meeting:admitted');
  waiting[0]?.close();
  const oncologist = await open(team.oncologist);
  await expect.poll(async () => (await oncologist.get('media:prepare', { meetingId })).media).not.toBeNull();
});

test('M20, M3: where the media worker died meanwhile, who comes in gets others', async () => {
  await leader.enter(meetingId);
  const gp = await open(team.gp);
  await gp.join(meetingId);
  const prepared = await prepare(gp);
  process.kill(team.server.app.workerPids()[0] ?? 0, 'SIGKILL');
  await leader.push('media:lost');
  await letIn();
  const { media } = await gp.push('meeting:admitted');
  expect(media.receive.id).not.toBe(prepared.receive.id);
  expect(transports.get(media.receive.id)?.closed).toBe(false);
});
