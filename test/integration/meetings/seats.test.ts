/** Seats: lines that are lost and come back, second pages, hands, leaving, and the end. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { gather, type CareTeam } from './careTeam.ts';
import { MeetingPage } from './meetingPage.ts';
import { recorded } from './recorded.ts';

let team: CareTeam;
let meetingId: string;
let coordinator: MeetingPage;
let gp: MeetingPage;
const pages: MeetingPage[] = [];

beforeAll(async () => {
  team = await gather();
});

beforeEach(async () => {
  meetingId = await team.convene();
  coordinator = await open(team.coordinator);
  await coordinator.enter(meetingId);
  gp = (await team.admit(coordinator, team.gp, meetingId)).page;
  pages.push(gp);
});

afterEach(() => {
  for (const page of pages.splice(0)) page.close();
});

afterAll(() => team.close());

async function open(person: Parameters<typeof MeetingPage.open>[0], seat?: string): Promise<MeetingPage> {
  const page = await MeetingPage.open(person, seat === undefined ? {} : { seat });
  pages.push(page);
  return page;
}

test('joining again on the same line changes nothing', async () => {
  const [first, second] = await Promise.all([gp.enter(meetingId), gp.enter(meetingId)]);
  expect(first.meeting.me).toBe(second.meeting.me);
  expect(first.media).toEqual(second.media);
  expect(first.meeting.participants).toHaveLength(2);
});

test('two pages that come at the same moment get one seat, and the other is asked', async () => {
  await gp.get('meeting:leave', {});
  const [left, right] = await Promise.all([open(team.gp), open(team.gp)]);
  const answers = await Promise.all(
    [left, right].map((page) => page.ask('meeting:join', { meetingId, seat: page.seat, takeOver: false })),
  );
  expect(answers.map((answer) => (answer.ok ? answer.data.state : answer.code)).sort()).toEqual([
    'already-joined',
    'joined',
  ]);
});

test('M3: a page whose line was lost is waited for, and goes on in its seat with the same transports', async () => {
  const before = await gp.enter(meetingId);
  await gp.get('meeting:raiseHand', { raised: true });
  gp.cut();
  await coordinator.sees(({ participants }) => participants.some(({ state }) => state === 'reconnecting'));
  coordinator.forget();
  const back = await open(team.gp, gp.seat);
  const after = await back.enter(meetingId);
  expect(after.meeting.me).toBe(before.meeting.me);
  expect(after.media).toEqual(before.media);
  const seen = await coordinator.sees(({ participants }) => participants.every(({ state }) => state === 'joined'));
  expect(seen.participants).toHaveLength(2);
  expect(seen.participants.find(({ id }) => id === after.meeting.me)?.handRaisedAt).not.toBeNull();
});

test('M3: the same page on a new line replaces the old line before that is known to be dead', async () => {
  const before = await gp.enter(meetingId);
  const back = await open(team.gp, gp.seat);
  const after = await back.enter(meetingId);
  await gp.disconnected();
  expect(after.meeting.me).toBe(before.meeting.me);
  expect(gp.all('meeting:takenOver')).toEqual([]);
  expect(await back.ask('meeting:raiseHand', { raised: true })).toEqual({ ok: true, data: {} });
});

test('M5: a second page is asked, and takes over when told to: same person, new media, the first page is out', async () => {
  const before = await gp.enter(meetingId);
  const second = await open(team.gp);
  const refused = await second.ask('meeting:join', { meetingId, seat: second.seat, takeOver: false });
  expect(refused).toEqual({ ok: false, code: 'already-joined' });
  expect(await second.ask('meeting:raiseHand', { raised: true })).toEqual({ ok: false, code: 'wrong-state' });
  const after = await second.enter(meetingId, { takeOver: true });
  expect(after.meeting.me).toBe(before.meeting.me);
  expect(after.media.send.id).not.toBe(before.media.send.id);
  expect(await gp.push('meeting:takenOver')).toEqual({});
  await gp.disconnected();
  expect(after.meeting.participants.map(({ state }) => state)).toEqual(['joined', 'joined']);
});

test('another page simply takes a seat whose line is lost', async () => {
  const before = await gp.enter(meetingId);
  gp.cut();
  await coordinator.sees(({ participants }) => participants.some(({ state }) => state === 'reconnecting'));
  const after = await (await open(team.gp)).enter(meetingId);
  expect(after.meeting.me).toBe(before.meeting.me);
  expect(after.media.send.id).not.toBe(before.media.send.id);
});

test('hands are taken in the order in which they went up, and a hand that is up keeps its turn', async () => {
  await gp.get('meeting:raiseHand', { raised: true });
  await coordinator.get('meeting:raiseHand', { raised: true });
  const both = await coordinator.sees(({ participants }) => participants.every((one) => one.handRaisedAt !== null));
  const order = [...both.participants].sort((a, b) => (a.handRaisedAt! < b.handRaisedAt! ? -1 : 1));
  expect(order.map(({ name }) => name)).toEqual(['Anne Lindqvist', 'Kari Nymoen']);
  coordinator.forget();
  await gp.get('meeting:raiseHand', { raised: true });
  await coordinator.get('meeting:raiseHand', { raised: false });
  const after = await coordinator.sees(({ participants }) => participants.some((one) => one.handRaisedAt === null));
  expect(after.participants.find(({ name }) => name === 'Anne Lindqvist')?.handRaisedAt).toBe(order[0]?.handRaisedAt);
});

test('A2: coming, waiting, being let in and going are recorded', async () => {
  await gp.get('meeting:leave', {});
  await coordinator.sees(({ participants }) => participants.length === 1);
  const about = recorded(team.server).filter((one) => one.meetingId === meetingId && one.action.startsWith('meeting:'));
  const gpId = team.gp.personId;
  const told = about.map(({ action, actor, subjectId }) => [action, actor?.personId, subjectId]);
  expect(told).toContainEqual(['meeting:wait', gpId, undefined]);
  expect(told).toContainEqual(['meeting:admit', team.coordinator.personId, gpId]);
  expect(told).toContainEqual(['meeting:join', gpId, undefined]);
  expect(told).toContainEqual(['meeting:join', team.coordinator.personId, undefined]);
  expect(told.at(-1)).toEqual(['meeting:leave', gpId, undefined]);
});

test('M6: the meeting ends for all, those who wait included, and stays ended', async () => {
  const nurse = await open(team.nurse);
  await nurse.join(meetingId);
  await coordinator.get('meeting:end', {});
  await Promise.all([coordinator, gp, nurse].map((page) => page.push('meeting:ended')));
  for (const page of [coordinator, gp, nurse]) {
    const again = await page.ask('meeting:join', { meetingId, seat: page.seat, takeOver: false });
    expect(again).toEqual({ ok: false, code: 'meeting-ended' });
  }
  const left = recorded(team.server).filter((one) => one.meetingId === meetingId && one.action === 'meeting:leave');
  expect(left).toHaveLength(2);
  expect(gp.socket.connected).toBe(true);
});

test('A5: signing out takes one out of the room at once, with the media', async () => {
  await team.server.signIn('Anne Lindqvist').then(async (elsewhere) => {
    const page = await open(elsewhere);
    await page.enter(meetingId, { takeOver: true });
    coordinator.forget();
    await elsewhere.call('signOut', {}, {});
    await page.disconnected();
    await coordinator.sees(({ participants }) => participants.length === 1);
    expect(
      coordinator.all('meeting:changed').flatMap(({ participants }) => participants.map((one) => one.state)),
    ).not.toContain('reconnecting');
  });
});

test('A5: signing out takes one out also while the line is lost', async () => {
  const elsewhere = await team.server.signIn('Anne Lindqvist');
  const page = await open(elsewhere);
  await page.enter(meetingId, { takeOver: true });
  page.cut();
  await coordinator.sees(({ participants }) => participants.some(({ state }) => state === 'reconnecting'));
  await elsewhere.call('signOut', {}, {});
  await coordinator.sees(({ participants }) => participants.length === 1);
});

test('one page that goes to another meeting gives up its place in the first', async () => {
  const other = await team.convene();
  expect(await gp.join(other)).toMatchObject({ state: 'lobby' });
  await coordinator.sees(({ participants }) => participants.length === 1);
});

test('changes in one turn are told in one push', async () => {
  coordinator.forget();
  await Promise.all([
    gp.get('meeting:raiseHand', { raised: true }),
    gp.get('meeting:raiseHand', { raised: false }),
    gp.get('meeting:raiseHand', { raised: true }),
  ]);
  await coordinator.sees(({ participants }) => participants.some((one) => one.handRaisedAt !== null));
  expect(coordinator.all('meeting:changed').length).toBeLessThan(3);
});
