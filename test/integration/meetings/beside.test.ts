/** Who sits beside somebody at the same device: told to all, written in the record, and nothing of their own. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startApp } from '../../support/app.ts';
import { AuditTail } from '../../support/auditTail.ts';
import { gather, type CareTeam } from './careTeam.ts';
import { MeetingPage } from './meetingPage.ts';

let team: CareTeam;
let tail: AuditTail;
const pages: MeetingPage[] = [];
const nora = { name: 'Nora Vik', relation: 'hjemmesykepleier' };
const emil = { name: 'Emil', relation: 'barnebarn' };

beforeAll(async () => {
  team = await gather();
  tail = new AuditTail(team.server);
});

afterEach(() => {
  for (const page of pages.splice(0)) page.close();
});

afterAll(async () => {
  tail.close();
  await team.close();
});

async function open(person: CareTeam['gp'], seat?: string): Promise<MeetingPage> {
  const page = await MeetingPage.open(person, seat === undefined ? {} : { seat });
  pages.push(page);
  return page;
}

/** The coordinator in a meeting of their own team, with the GP who knocks with somebody beside them. */
async function knocked() {
  const meetingId = await team.convene();
  const leader = await open(team.coordinator);
  await leader.enter(meetingId);
  const gp = await open(team.gp);
  await gp.get('meeting:join', { meetingId, seat: gp.seat, takeOver: false, beside: [nora] });
  const { lobby } = await leader.sees((meeting) => meeting.lobby.length > 0);
  return { meetingId, leader, gp, knock: lobby[0]! };
}

async function admitted() {
  const known = await knocked();
  await known.leader.get('meeting:admit', { participantId: known.knock.id });
  const { meeting } = await known.gp.push('meeting:admitted');
  return { ...known, meeting };
}

async function patientId(): Promise<string> {
  const { team: members } = await team.coordinator.call('plan', { planId: team.planId }, {});
  return members.find(({ role }) => role === 'patient')?.personId ?? '';
}

/** Who sits beside the GP by the record of the meeting. */
async function recordOf(meetingId: string) {
  const { attendance } = await team.coordinator.call('meetingRecord', { meetingId }, {});
  return attendance.filter(({ name }) => name === 'Anne Lindqvist');
}

test('M17: who knocks with somebody beside them says so to those who lead, and to all in the room', async () => {
  const { knock, gp, leader, meeting } = await admitted();
  expect(knock.beside).toEqual([nora]);
  expect(meeting.participants.find(({ id }) => id === meeting.me)?.beside).toEqual([nora]);
  leader.forget();
  await gp.get('meeting:setBeside', { beside: [emil] });
  const { participants } = await leader.sees(({ participants: all }) => all.some(({ beside }) => beside.length > 0));
  expect(participants.map(({ name, beside }) => [name, beside])).toEqual([
    ['Kari Nymoen', []],
    ['Anne Lindqvist', [emil]],
  ]);
});

test('M17: one who waits may say it too, and who waits for the professionals is told who sits beside those who are in', async () => {
  const { gp, leader, knock } = await knocked();
  await gp.get('meeting:setBeside', { beside: [emil] });
  await leader.sees(({ lobby }) => lobby[0]?.beside[0]?.name === 'Emil');
  await leader.get('meeting:admit', { participantId: knock.id });
  const { meeting } = await gp.push('meeting:admitted');
  await leader.get('meeting:setPhase', { phase: 'professionals' });
  const patient = await open(await team.server.signIn('Harald Solbakken'));
  const { startsAt, invited, terms } = (await team.coordinator.call('meeting', meeting, {})).meeting;
  const body = { startsAt, invited: [...invited, await patientId()], terms };
  await team.coordinator.call('changeMeeting', meeting, body);
  const waiting = await patient.join(meeting.meetingId);
  expect(waiting).toMatchObject({ state: 'lobby', waitingFor: 'professionals' });
  expect('present' in waiting && waiting.present.map(({ beside }) => beside)).toEqual([[], [emil]]);
});

test('M17: it is written in the record from when to when, and in the audit log without a name', async () => {
  tail.take();
  const { meetingId, gp, leader } = await admitted();
  await gp.get('meeting:setBeside', { beside: [nora, emil] });
  await gp.get('meeting:setBeside', { beside: [nora, emil] });
  await gp.get('meeting:setBeside', { beside: [emil] });
  const [during] = await recordOf(meetingId);
  expect(during?.beside).toMatchObject([{ ...nora }, { ...emil, wentAt: null }]);
  expect(during?.beside[0]?.wentAt).not.toBeNull();
  await leader.get('meeting:end', {});
  const after = await recordOf(meetingId);
  expect(after).toHaveLength(1);
  expect(after[0]?.beside.every(({ wentAt }) => wentAt !== null)).toBe(true);
  const records = tail.take().filter(({ action }) => action === 'meeting:beside');
  expect(records.map(({ detail }) => detail)).toEqual(['1', '2', '1']);
  expect(JSON.stringify(records)).not.toMatch(/Nora|Emil/);
  expect(team.server.logged.filter((line) => /Nora|Emil/.test(line))).toEqual([]);
});

test('M17: the same page keeps who sits there when it comes back; another device has nobody until it says so', async () => {
  const { meetingId, gp, leader } = await admitted();
  gp.cut();
  await gp.disconnected();
  const again = await open(team.gp, gp.seat);
  const { meeting } = await again.enter(meetingId);
  expect(meeting.participants.find(({ id }) => id === meeting.me)?.beside).toEqual([nora]);
  const other = await open(team.gp);
  const taken = await other.enter(meetingId, { takeOver: true });
  expect(taken.meeting.participants.find(({ id }) => id === taken.meeting.me)?.beside).toEqual([]);
  leader.forget();
  await other.get('meeting:join', { meetingId, seat: other.seat, takeOver: false, beside: [emil] });
  await leader.sees(({ participants }) => participants.some(({ beside }) => beside[0]?.name === 'Emil'));
  const [present] = await recordOf(meetingId);
  expect(present?.beside.map(({ name, wentAt }) => [name, wentAt === null])).toEqual([
    ['Nora Vik', false],
    ['Emil', true],
  ]);
});

test('M17, M3: after a restart the page says it again with its join, and it is written once', async () => {
  const own = await gather();
  const meetingId = await own.convene();
  const leader = await MeetingPage.open(own.coordinator);
  const beside = [nora];
  await leader.get('meeting:join', { meetingId, seat: leader.seat, takeOver: false, beside });
  await own.server.stop();
  const server = await startApp({ dataDirectory: own.server.dataDirectory });
  try {
    const person = own.coordinator.copy();
    const back = await MeetingPage.open({ url: server.url, cookie: person.cookie });
    await back.get('meeting:join', { meetingId, seat: leader.seat, takeOver: false, beside });
    const kari = await server.signIn('Kari Nymoen');
    const { attendance } = await kari.call('meetingRecord', { meetingId }, {});
    expect(attendance.flatMap((one) => one.beside).filter(({ wentAt }) => wentAt === null)).toHaveLength(1);
    back.close();
  } finally {
    await server.stop();
    await server.remove();
  }
});

test('M17: what is said of a helper is short, of two at the most, and nothing from outside', async () => {
  const { gp } = await admitted();
  const refused = { ok: false, code: 'bad-request' };
  for (const beside of [
    [{ name: '', relation: 'nabo' }],
    [{ name: 'Nora', relation: ' ' }],
    [{ name: 'N'.repeat(61), relation: 'nabo' }],
    [{ name: 'Nora', relation: 'n'.repeat(41) }],
    [nora, emil, nora],
  ])
    expect(await gp.ask('meeting:setBeside', { beside })).toEqual(refused);
  const outside = await open(team.nurse);
  expect(await outside.ask('meeting:setBeside', { beside: [nora] })).toEqual({ ok: false, code: 'wrong-state' });
});

test('M17: the convener notes who helps an invited patient or relative, and nobody else; no mail tells of it', async () => {
  const { coordinator, planId } = team;
  const { team: members } = await coordinator.call('plan', { planId }, {});
  const idOf = (role: string) => members.find((member) => member.role === role)?.personId ?? '';
  const [patient, relative, gp] = ['patient', 'relative', 'gp'].map(idOf) as [string, string, string];
  const body = { kind: 'care-team' as const, startsAt: null, invited: [patient, gp] };
  const { meeting } = await coordinator.call('createMeeting', { planId }, body);
  const helpers = [patient, relative, gp].map((personId) => ({ personId, ...nora }));
  const terms = { ...meeting.terms, helpers };
  const params = { meetingId: meeting.id };
  const emails = [{ personId: patient, email: 'harald@example.no' }];
  await coordinator.call('sendInvitations', params, { language: 'nb', emails });
  const changed = { startsAt: meeting.startsAt, invited: meeting.invited, terms };
  const answer = await coordinator.call('changeMeeting', params, changed);
  expect(answer.meeting.terms.helpers).toEqual([{ personId: patient, ...nora }]);
  await coordinator.call('cancelMeeting', params, { following: false });
  const { mails } = await coordinator.call('mailbox', {}, {});
  expect(mails.length).toBeGreaterThan(0);
  expect(JSON.stringify(mails)).not.toMatch(/Nora|hjemmesykepleier/);
});
