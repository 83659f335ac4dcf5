/** What those who lead do about the others: phases, lock, back to the lobby, out; and where the meeting is. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { standingAgenda } from '../../../shared/meetings/agenda.ts';
import { requests, type RequestName } from '../../../shared/protocol/requests.ts';
import type { MeetingKind } from '../../../shared/protocol/types.ts';
import { Person } from '../../support/person.ts';
import { gather, type CareTeam } from './careTeam.ts';
import { MeetingPage } from './meetingPage.ts';
import { recorded } from './recorded.ts';
import { samples } from './samples.ts';

let team: CareTeam;
let patient: Person;
const pages: MeetingPage[] = [];

beforeAll(async () => {
  team = await gather();
  patient = await team.server.signIn('Harald Solbakken');
});

afterEach(() => {
  for (const page of pages.splice(0)) page.close();
});

afterAll(() => team.close());

async function open(person: Parameters<typeof MeetingPage.open>[0]): Promise<MeetingPage> {
  const page = await MeetingPage.open(person);
  pages.push(page);
  return page;
}

/** A meeting with GP, nurse and patient invited; `change` says what is agreed otherwise than usual. */
async function convene(
  kind: MeetingKind = 'care-team',
  change: { professionalsFirst?: boolean; callIn?: string } = {},
) {
  const { coordinator, gp, nurse, planId } = team;
  const invited = [gp.personId, nurse.personId, patient.personId];
  const body = { kind, startsAt: '2027-01-10T12:00:00.000Z', invited };
  const { meeting } = await coordinator.call('createMeeting', { planId }, body);
  const agenda = meeting.terms.agenda.map((point) =>
    point.id === change.callIn ? { ...point, ownerId: gp.personId, callIn: true } : point,
  );
  const terms = { ...meeting.terms, professionalsFirst: change.professionalsFirst ?? false, agenda };
  const changed = await coordinator.call(
    'changeMeeting',
    { meetingId: meeting.id },
    { startsAt: body.startsAt, invited, terms },
  );
  return changed.meeting;
}

async function host(meetingId: string): Promise<MeetingPage> {
  const page = await open(team.coordinator);
  await page.enter(meetingId);
  return page;
}

/** Somebody let into the room; answers their page and their id. */
async function admitted(leader: MeetingPage, person: Person, meetingId: string) {
  const page = await open(person);
  await page.join(meetingId);
  const { lobby } = await leader.sees((seen) => seen.lobby.some(({ heldBack }) => !heldBack));
  leader.forget();
  await leader.get('meeting:admit', { participantId: lobby.find(({ heldBack }) => !heldBack)!.id });
  const joined = await page.push('meeting:admitted');
  return { page, id: joined.meeting.me };
}

/** What reaches nothing of the room: coming and going, who sits beside oneself, the test of one's own line and making it ready. */
const ofOneself = (name: string) =>
  ['meeting:join', 'meeting:leave', 'meeting:setBeside', 'media:prepare', 'media:connectPrepared'].includes(name) ||
  name.startsWith('test:');

/** Asks for everything of the room and the meeting; answers the codes. */
async function everything(page: MeetingPage): Promise<Record<string, string>> {
  const answers: Record<string, string> = {};
  for (const name of Object.keys(requests) as RequestName[]) {
    if (ofOneself(name)) continue;
    const answer = (await page.askRaw(name, samples[name])) as { ok: boolean; code?: string };
    answers[name] = answer.ok ? 'ok' : (answer.code ?? '');
  }
  return answers;
}

const allRefused = Object.fromEntries(
  Object.keys(requests)
    .filter((name) => !ofOneself(name))
    .map((name) => [name, 'wrong-state']),
);

test('M8: patient and relatives wait until the professional part is over, are told who is in, and come in together', async () => {
  const meeting = await convene('care-team', { professionalsFirst: true });
  const leader = await host(meeting.id);
  const waiting = await open(patient);
  expect(await waiting.join(meeting.id)).toMatchObject({
    state: 'lobby',
    waitingFor: 'professionals',
    present: [{ name: 'Kari Nymoen', role: 'coordinator' }],
  });
  const { lobby } = await leader.sees((seen) => seen.lobby.length === 1);
  expect(lobby[0]).toMatchObject({ heldBack: true });
  expect(await leader.ask('meeting:admit', { participantId: lobby[0]!.id })).toEqual({
    ok: false,
    code: 'wrong-state',
  });
  await leader.get('meeting:admitAll', {});
  expect(await everything(waiting)).toEqual(allRefused);
  await admitted(leader, team.gp, meeting.id);
  expect(await waiting.push('meeting:lobbyChanged', ({ present }) => present.length === 2)).toMatchObject({
    waitingFor: 'professionals',
  });
  await leader.get('meeting:setPhase', { phase: 'everyone' });
  const joined = await waiting.push('meeting:admitted');
  expect(joined.meeting.participants.map(({ name }) => name)).toContain('Harald Solbakken');
  expect(joined.meeting.course.phase).toBe('everyone');
});

test('M8: a new part for professionals takes the patient to the lobby, with what they send, and lets them back in after', async () => {
  const meeting = await convene();
  const leader = await host(meeting.id);
  const { page } = await admitted(leader, patient, meeting.id);
  await leader.get('meeting:setPhase', { phase: 'professionals' });
  expect(await page.push('meeting:putBack')).toMatchObject({ waitingFor: 'professionals' });
  await leader.sees(({ participants }) => participants.length === 1);
  expect(await everything(page)).toEqual(allRefused);
  // Coming back with the same seat is no way round it.
  expect(await page.join(meeting.id)).toMatchObject({ state: 'lobby', waitingFor: 'professionals' });
  page.forget();
  await leader.get('meeting:setPhase', { phase: 'everyone' });
  await page.push('meeting:admitted');
});

test('M8: all who wait are let in at once', async () => {
  const meeting = await convene();
  const leader = await host(meeting.id);
  const gp = await open(team.gp);
  const nurse = await open(team.nurse);
  await Promise.all([gp.join(meeting.id), nurse.join(meeting.id)]);
  await leader.sees(({ lobby }) => lobby.length === 2);
  await leader.get('meeting:admitAll', {});
  await Promise.all([gp.push('meeting:admitted'), nurse.push('meeting:admitted')]);
});

test('M8: one who is put back reaches nothing, also with another page, until they are let in again; it is recorded', async () => {
  const meeting = await convene();
  const leader = await host(meeting.id);
  const { page, id } = await admitted(leader, team.gp, meeting.id);
  await leader.get('meeting:putBack', { participantId: id });
  expect(await page.push('meeting:putBack')).toMatchObject({ state: 'lobby', waitingFor: 'admission' });
  expect(await everything(page)).toEqual(allRefused);
  await page.get('meeting:leave', {});
  expect(await (await open(team.gp)).join(meeting.id)).toMatchObject({ state: 'lobby' });
  const done = recorded(team.server).filter((one) => one.meetingId === meeting.id && one.action === 'meeting:put-back');
  expect(done).toMatchObject([
    { outcome: 'done', actor: { personId: team.coordinator.personId }, subjectId: team.gp.personId },
  ]);
  const refused = recorded(team.server).filter((one) => one.meetingId === meeting.id && one.outcome === 'refused');
  // Answering a ring is for those who wait; without one it is only too early.
  expect(refused.length).toBe(Object.keys(allRefused).length - 1);
});

test('M8: one who is removed is out for good, by sign-in and by link, and the meeting is unknown to them', async () => {
  const meeting = await convene();
  const wife = await team.server.signIn('Inger Solbakken');
  const { startsAt, terms, invited } = meeting;
  await team.coordinator.call(
    'changeMeeting',
    { meetingId: meeting.id },
    { startsAt, terms, invited: [...invited, wife.personId] },
  );
  const { invitations } = await team.coordinator.call('createLinks', { meetingId: meeting.id }, {});
  const url = invitations.find(({ member }) => member.personId === wife.personId)?.url ?? '';
  const token = new URL(url).hash.slice(1);
  const browser = new Person(team.server.url);
  await browser.call('redeemLink', {}, { token });
  const leader = await host(meeting.id);
  const guest = await admitted(leader, browser, meeting.id);
  await leader.get('meeting:remove', { participantId: guest.id });
  expect(await guest.page.push('meeting:removed')).toEqual({});
  await guest.page.disconnected();
  await expect(MeetingPage.open(browser)).rejects.toThrow('not-signed-in');
  await expect(browser.call('redeemLink', {}, { token })).rejects.toMatchObject({ code: 'link-unknown' });
  const gp = await admitted(leader, team.gp, meeting.id);
  await leader.get('meeting:remove', { participantId: gp.id });
  await leader.get('meeting:remove', { participantId: gp.id });
  await gp.page.push('meeting:removed');
  expect(await everything(gp.page)).toEqual(allRefused);
  await expect(gp.page.join(meeting.id)).rejects.toMatchObject({ code: 'not-found' });
  await expect(team.gp.call('meeting', { meetingId: meeting.id }, {})).rejects.toMatchObject({ code: 'not-found' });
  const done = recorded(team.server).filter((one) => one.meetingId === meeting.id && one.action === 'meeting:remove');
  expect(done.map(({ subjectId }) => subjectId)).toEqual([wife.personId, team.gp.personId]);
});

test('M8: who is no longer invited while they are in the room is out at once', async () => {
  const meeting = await convene();
  const leader = await host(meeting.id);
  const { page: gp } = await admitted(leader, team.gp, meeting.id);
  const { startsAt, terms } = meeting;
  const without = { startsAt, terms, invited: [team.nurse.personId] };
  await team.coordinator.call('changeMeeting', { meetingId: meeting.id }, without);
  expect(await gp.push('meeting:removed')).toEqual({});
  expect(await everything(gp)).toEqual(allRefused);
  await leader.sees(({ participants }) => participants.length === 1);
  await expect(gp.join(meeting.id)).rejects.toMatchObject({ code: 'not-found' });
});

test('M8: a locked meeting takes in nobody new, says so, and lets those back who were in; it is recorded', async () => {
  const meeting = await convene();
  const leader = await host(meeting.id);
  const { page: gp } = await admitted(leader, team.gp, meeting.id);
  await leader.get('meeting:lock', { locked: true });
  const nurse = await open(team.nurse);
  await expect(nurse.join(meeting.id)).rejects.toMatchObject({ code: 'meeting-locked' });
  expect(await everything(nurse)).toEqual(allRefused);
  await gp.get('meeting:leave', {});
  expect(await gp.join(meeting.id)).toMatchObject({ state: 'joined' });
  await leader.get('meeting:lock', { locked: false });
  expect(await nurse.join(meeting.id)).toMatchObject({ state: 'lobby' });
  const refused = recorded(team.server).filter((one) => one.meetingId === meeting.id && one.outcome === 'refused');
  expect(refused.map(({ actor, detail }) => [actor?.personId, detail])).toEqual([
    [team.nurse.personId, 'meeting:join meeting-locked'],
  ]);
});

test('M8: nobody who does not lead steers, and nobody who leads is put back or removed', async () => {
  const meeting = await convene();
  const leader = await host(meeting.id);
  const { page: gp } = await admitted(leader, team.gp, meeting.id);
  const { meeting: seen } = await leader.enter(meeting.id);
  for (const name of ['meeting:putBack', 'meeting:remove'] as const) {
    expect(await gp.ask(name, { participantId: seen.me })).toEqual({ ok: false, code: 'not-found' });
    expect(await leader.ask(name, { participantId: seen.me })).toEqual({ ok: false, code: 'wrong-state' });
  }
  for (const name of ['meeting:lock', 'meeting:setPhase', 'meeting:goTo', 'meeting:tick', 'meeting:admitAll'] as const)
    expect([name, await gp.askRaw(name, samples[name])]).toEqual([name, { ok: false, code: 'not-found' }]);
});

test('M9: all follow the point that the leader goes to, and a restart finds the meeting where it was', async () => {
  const first = await gather();
  const meetingId = await first.convene();
  const leader = await MeetingPage.open(first.coordinator);
  const { meeting } = await leader.enter(meetingId);
  const [goals, resources] = meeting.terms.agenda.map(({ id }) => id);
  await leader.get('meeting:goTo', { pointId: goals! });
  await leader.get('meeting:tick', { pointId: goals!, ticked: true, closing: null });
  await leader.get('meeting:goTo', { pointId: resources! });
  expect(await leader.ask('meeting:goTo', { pointId: 'no-such-point' })).toEqual({ ok: false, code: 'not-found' });
  const { course } = await leader.sees(({ course: seen }) => seen.point === resources);
  await first.server.stop();
  const second = await gather({ dataDirectory: first.server.dataDirectory });
  const again = await MeetingPage.open({ url: second.server.url, cookie: first.coordinator.cookie });
  expect((await again.enter(meetingId)).meeting.course).toEqual(course);
  expect(course).toMatchObject({ ticked: [goals], point: resources });
  again.close();
  await second.close();
});

test('M9: the last point of «Hva er viktig for deg?» is ticked only with the next appointment and an answer about the note', async () => {
  const meeting = await convene('what-matters');
  expect(meeting.terms.agenda.map(({ id }) => id)).toEqual(standingAgenda('what-matters').map(({ id }) => id));
  expect(meeting.terms.agenda).toHaveLength(6);
  const leader = await host(meeting.id);
  const pointId = meeting.terms.agenda[5]!.id;
  const tick = (closing: unknown) => leader.askRaw('meeting:tick', { pointId, ticked: true, closing });
  expect(await tick(null)).toEqual({ ok: false, code: 'bad-request' });
  expect(await tick({ nextAppointment: ' ', consentToSend: true })).toEqual({ ok: false, code: 'bad-request' });
  expect(await tick({ nextAppointment: '3. februar' })).toEqual({ ok: false, code: 'bad-request' });
  const closing = { nextAppointment: '3. februar', consentToSend: false };
  expect(await tick(closing)).toEqual({ ok: true, data: {} });
  const { course } = await leader.sees(({ course: seen }) => seen.ticked.includes(pointId));
  expect(course.closing).toEqual(closing);
  const { startsAt, invited, terms } = meeting;
  const five = { startsAt, invited, terms: { ...terms, agenda: terms.agenda.slice(0, 5) } };
  await expect(team.coordinator.call('changeMeeting', { meetingId: meeting.id }, five)).rejects.toMatchObject({
    code: 'bad-request',
  });
});

test('M9: the GP is rung when their point begins, and comes in by answering', async () => {
  const meeting = await convene('discharge', { callIn: 'medicines' });
  const leader = await host(meeting.id);
  const gp = await open(team.gp);
  expect(await gp.join(meeting.id)).toMatchObject({
    state: 'lobby',
    waitingFor: 'point',
    pointAt: '2027-01-10T12:10:00.000Z',
    rung: false,
  });
  expect(await gp.ask('meeting:answerRing', {})).toEqual({ ok: false, code: 'wrong-state' });
  await leader.get('meeting:admitAll', {});
  await leader.get('meeting:goTo', { pointId: 'medicines' });
  expect(await gp.push('meeting:lobbyChanged', ({ rung }) => rung)).toMatchObject({ waitingFor: 'point' });
  await gp.get('meeting:answerRing', {});
  await gp.push('meeting:admitted');
  expect((await leader.sees(({ participants }) => participants.length === 2)).course.point).toBe('medicines');
});

test('M9: what is agreed anew is seen in the room at once; a meeting that is called off is no more', async () => {
  const meeting = await convene();
  const leader = await host(meeting.id);
  const { startsAt, invited, terms } = meeting;
  const title = 'Hvem tar kontakt med skolen?';
  const extra = { id: 'skolen', title, minutes: 5, ownerId: null, section: 'children' as const, callIn: false };
  const body = { startsAt, invited, terms: { ...terms, agenda: [...terms.agenda, extra] } };
  await team.coordinator.call('changeMeeting', { meetingId: meeting.id }, body);
  await leader.sees(({ terms: seen }) => seen.agenda.at(-1)?.title === title);
  await expect(
    team.coordinator.call('cancelMeeting', { meetingId: meeting.id }, { following: false }),
  ).rejects.toMatchObject({
    code: 'wrong-state',
  });
  const other = await convene();
  await team.coordinator.call('cancelMeeting', { meetingId: other.id }, { following: false });
  await expect((await open(team.gp)).join(other.id)).rejects.toMatchObject({ code: 'meeting-ended' });
  const { meetings } = await team.gp.call('home', {}, {});
  expect(meetings.map(({ id }) => id)).not.toContain(other.id);
});
