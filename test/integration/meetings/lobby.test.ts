/** The lobby: who waits, who is let in, and what those who wait can reach. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { newId } from '../../../shared/domain/ids.ts';
import { requests, type RequestName } from '../../../shared/protocol/requests.ts';
import { gather, type CareTeam } from './careTeam.ts';
import { MeetingPage } from './meetingPage.ts';
import { recorded } from './recorded.ts';
import { samples } from './samples.ts';

let team: CareTeam;
const pages: MeetingPage[] = [];

beforeAll(async () => {
  team = await gather();
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

test('the convener enters, the others knock and are told what they wait for', async () => {
  const meetingId = await team.convene();
  const gp = await open(team.gp);
  expect(await gp.join(meetingId)).toEqual({
    state: 'lobby',
    meetingId,
    kind: 'care-team',
    convenerName: 'Kari Nymoen',
    waitingFor: 'convener',
    present: [],
    pointAt: null,
    rung: false,
  });
  const coordinator = await open(team.coordinator);
  const entered = await coordinator.enter(meetingId);
  expect(entered.meeting.participants).toMatchObject([{ name: 'Kari Nymoen', state: 'joined' }]);
  expect(entered.meeting).toMatchObject({ mayLead: true, me: entered.meeting.participants[0]!.id });
  const { id: _, ...knock } = entered.meeting.lobby[0]!;
  const gpAsShown = {
    beside: [],
    heldBack: false,
    callIn: false,
    name: 'Anne Lindqvist',
    role: 'gp',
    organisation: 'Bøler legekontor',
    identification: 'demo',
  };
  expect(knock).toEqual(gpAsShown);
  expect(await gp.push('meeting:lobbyChanged')).toMatchObject({ waitingFor: 'admission' });
  gp.forget();
  await coordinator.get('meeting:leave', {});
  expect(await gp.push('meeting:lobbyChanged')).toMatchObject({ waitingFor: 'convener' });
});

test('M2: one who is let in gets the room with its media at once, and everybody sees them', async () => {
  const meetingId = await team.convene();
  const coordinator = await open(team.coordinator);
  await coordinator.enter(meetingId);
  const { page: gp, joined } = await team.admit(coordinator, team.gp, meetingId);
  pages.push(gp);
  expect(joined.meeting).toMatchObject({ mayLead: false, lobby: [] });
  expect(joined.meeting.participants.map(({ name }) => name)).toEqual(['Kari Nymoen', 'Anne Lindqvist']);
  expect(joined.media.send.id).not.toBe(joined.media.receive.id);
  const seen = await coordinator.sees(({ participants }) => participants.length === 2);
  expect(seen.lobby).toEqual([]);
  expect(await gp.ask('meeting:raiseHand', { raised: true })).toEqual({ ok: true, data: {} });
});

test('only those who lead see who waits', async () => {
  const meetingId = await team.convene();
  const coordinator = await open(team.coordinator);
  await coordinator.enter(meetingId);
  const { page: gp } = await team.admit(coordinator, team.gp, meetingId);
  pages.push(gp);
  const nurse = await open(team.nurse);
  await nurse.join(meetingId);
  await coordinator.sees(({ lobby }) => lobby.length === 1);
  await gp.get('meeting:raiseHand', { raised: true });
  const seen = await gp.sees(({ participants }) => participants.some(({ handRaisedAt }) => handRaisedAt !== null));
  expect(seen.lobby).toEqual([]);
  expect(gp.all('meeting:changed').every(({ lobby }) => lobby.length === 0)).toBe(true);
});

test('one who is turned away is out, and may knock again', async () => {
  const meetingId = await team.convene();
  const coordinator = await open(team.coordinator);
  await coordinator.enter(meetingId);
  const gp = await open(team.gp);
  await gp.join(meetingId);
  const { lobby } = await coordinator.sees((meeting) => meeting.lobby.length === 1);
  await coordinator.get('meeting:decline', { participantId: lobby[0]!.id });
  expect(await gp.push('meeting:declined')).toEqual({});
  await coordinator.sees((meeting) => meeting.lobby.length === 0);
  expect(await gp.ask('meeting:raiseHand', { raised: true })).toEqual({ ok: false, code: 'wrong-state' });
  expect(await coordinator.ask('meeting:decline', { participantId: lobby[0]!.id })).toEqual({ ok: true, data: {} });
  expect(await (await open(team.gp)).join(meetingId)).toMatchObject({ state: 'lobby' });
});

test('M3: one who was let in comes straight in again, also when the server has restarted', async () => {
  const first = await gather();
  const meetingId = await first.convene();
  const coordinator = await MeetingPage.open(first.coordinator);
  await coordinator.enter(meetingId);
  const { page } = await first.admit(coordinator, first.gp, meetingId);
  await page.get('meeting:leave', {});
  expect(await page.join(meetingId)).toMatchObject({ state: 'joined' });
  await first.server.stop();
  const second = await gather({ dataDirectory: first.server.dataDirectory });
  const again = await MeetingPage.open({ url: second.server.url, cookie: first.gp.cookie });
  const answer = await again.enter(meetingId);
  expect(answer.meeting.participants).toMatchObject([{ name: 'Anne Lindqvist' }]);
  again.close();
  await second.close();
});

test('M1: whoever waits reaches nothing of the room, receives nothing of it, and the attempt is recorded', async () => {
  const meetingId = await team.convene();
  const coordinator = await open(team.coordinator);
  await coordinator.enter(meetingId);
  const gp = await open(team.gp);
  await gp.join(meetingId);
  const forbidden = Object.entries(requests).filter(
    ([, { states }]) => !(states as readonly string[]).includes('lobby'),
  );
  expect(forbidden.length).toBeGreaterThan(10);
  for (const [name] of forbidden) {
    const answer = await gp.askRaw(name, samples[name as RequestName]);
    expect([name, answer]).toEqual([name, { ok: false, code: 'wrong-state' }]);
  }
  await coordinator.get('meeting:raiseHand', { raised: true });
  await coordinator.sees(({ participants }) => participants[0]?.handRaisedAt !== null);
  expect(gp.pushed.map(({ name }) => name)).toEqual([]);
  const refused = recorded(team.server).filter((one) => one.outcome === 'refused' && one.meetingId === meetingId);
  expect(refused.map(({ detail }) => detail).sort()).toEqual(forbidden.map(([name]) => `${name} wrong-state`).sort());
});

test('A1: who does not lead can admit, decline and end nothing; it looks like something unknown and is recorded', async () => {
  const meetingId = await team.convene();
  const coordinator = await open(team.coordinator);
  await coordinator.enter(meetingId);
  const { page: gp } = await team.admit(coordinator, team.gp, meetingId);
  pages.push(gp);
  const nurse = await open(team.nurse);
  await nurse.join(meetingId);
  const { lobby } = await coordinator.sees((meeting) => meeting.lobby.length === 1);
  const participantId = lobby[0]!.id;
  const unknown = await coordinator.ask('meeting:admit', { participantId: newId() });
  expect(unknown).toEqual({ ok: false, code: 'not-found' });
  expect(await gp.ask('meeting:admit', { participantId })).toEqual(unknown);
  expect(await gp.ask('meeting:decline', { participantId })).toEqual(unknown);
  expect(await gp.ask('meeting:end', {})).toEqual(unknown);
  const refused = recorded(team.server).filter((one) => one.outcome === 'refused' && one.meetingId === meetingId);
  expect(refused.map(({ actor, detail }) => [actor?.personId, detail])).toEqual([
    [team.coordinator.personId, 'meeting:admit not-found'],
    [team.gp.personId, 'meeting:admit not-found'],
    [team.gp.personId, 'meeting:decline not-found'],
    [team.gp.personId, 'meeting:end not-found'],
  ]);
  expect(await nurse.join(meetingId)).toMatchObject({ state: 'lobby' });
});

test('A1: a meeting that one is not invited to looks like one that does not exist', async () => {
  const meetingId = await team.convene();
  const outsider = await open(team.outsider);
  const ask = (id: string) => outsider.ask('meeting:join', { meetingId: id, seat: outsider.seat, takeOver: false });
  expect(await ask(meetingId)).toEqual({ ok: false, code: 'not-found' });
  expect(await ask(newId())).toEqual({ ok: false, code: 'not-found' });
});

test('M7: a full meeting says so to who comes and to who lets in; a kept seat counts', async () => {
  const small = await gather({ meetingCapacity: 2 });
  const meetingId = await small.convene();
  const coordinator = await MeetingPage.open(small.coordinator);
  await coordinator.enter(meetingId);
  const nurse = await MeetingPage.open(small.nurse);
  await nurse.join(meetingId);
  const gp = await MeetingPage.open(small.gp);
  await gp.join(meetingId);
  const { lobby: both } = await coordinator.sees((meeting) => meeting.lobby.length === 2);
  await coordinator.get('meeting:admit', { participantId: both.find(({ role }) => role === 'gp')!.id });
  await gp.push('meeting:admitted');
  const late = await MeetingPage.open(small.oncologist);
  const knock = late.ask('meeting:join', { meetingId, seat: late.seat, takeOver: false });
  expect(await knock).toEqual({ ok: false, code: 'meeting-full' });
  const { lobby } = await coordinator.sees((meeting) => meeting.lobby.length === 1);
  const admit = () => coordinator.ask('meeting:admit', { participantId: lobby[0]!.id });
  expect(await admit()).toEqual({ ok: false, code: 'meeting-full' });
  gp.cut();
  await coordinator.sees(({ participants }) => participants.some(({ state }) => state === 'reconnecting'));
  expect(await admit()).toEqual({ ok: false, code: 'meeting-full' });
  const back = await MeetingPage.open(small.gp);
  await back.enter(meetingId);
  await back.get('meeting:leave', {});
  expect(await admit()).toEqual({ ok: true, data: {} });
  await nurse.push('meeting:admitted');
  const full = back.ask('meeting:join', { meetingId, seat: back.seat, takeOver: false });
  expect(await full).toEqual({ ok: false, code: 'meeting-full' });
  await small.close();
});
