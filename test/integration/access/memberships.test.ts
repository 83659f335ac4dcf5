/** Who is in a care team: invited, accepted, added and ended, and what that does to what is open. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RouteBody } from '../../../shared/protocol/rest.ts';
import { closeCode } from '../../../shared/protocol/sync.ts';
import { startApp, type RunningApp } from '../../support/app.ts';
import { AuditTail } from '../../support/auditTail.ts';
import { Listener } from '../../support/listener.ts';
import type { Person } from '../../support/person.ts';

let server: RunningApp;
let coordinator: Person;
let patient: Person;
let outsider: Person;
let planId: string;
let tail: AuditTail;

beforeAll(async () => {
  server = await startApp();
  coordinator = await server.signIn('Kari Nymoen');
  patient = await server.signIn('Harald Solbakken');
  outsider = await server.signIn('Tor Eide');
  planId = await coordinator.planOf('Harald Solbakken');
  tail = new AuditTail(server);
});

afterAll(async () => {
  tail.close();
  await server.stop();
  await server.remove();
});

type Invite = RouteBody<'inviteMember'>;
const asHomeCare = (change: Partial<Invite> = {}): Invite => ({
  who: { personId: outsider.personId },
  role: 'home-care',
  organisation: 'Bydel Østensjø',
  purpose: 'TREAT',
  until: null,
  ...change,
});
const team = async () => coordinator.call('team', { planId }, {});
const seatOf = async (personId: string) => (await team()).seats.find(({ member }) => member.personId === personId);

/** Invites the outsider and lets them accept. */
async function join(): Promise<void> {
  await coordinator.call('inviteMember', { planId }, asHomeCare());
  const { invitations } = await outsider.call('ownInvitations', {}, {});
  await outsider.call('answerInvitation', { invitationId: invitations[0]!.id }, { accept: true });
}

const end = (person: Person, personId: string) => person.call('endMembership', { planId, personId }, {});

test('G1: one who is invited reaches nothing before they accept, and then what their role reaches', async () => {
  const { people } = await coordinator.call('findProfessionals', { planId }, { name: 'Tor' });
  expect(people).toMatchObject([{ personId: outsider.personId, name: 'Tor Eide' }]);
  await coordinator.call('inviteMember', { planId }, asHomeCare());
  expect((await team()).invitations).toMatchObject([{ person: { name: 'Tor Eide' }, invitedBy: 'Kari Nymoen' }]);
  await expect(outsider.call('plan', { planId }, {})).rejects.toMatchObject({ code: 'not-found' });
  const { invitations } = await outsider.call('ownInvitations', {}, {});
  expect(invitations).toMatchObject([{ patientName: 'Harald Solbakken', role: 'home-care' }]);
  tail.take();
  await outsider.call('answerInvitation', { invitationId: invitations[0]!.id }, { accept: true });
  expect(tail.take()).toMatchObject([
    { action: 'team:answer', outcome: 'done', actor: { personId: outsider.personId } },
  ]);
  expect((await outsider.call('plan', { planId }, {})).me.role).toBe('home-care');
  expect(await seatOf(outsider.personId)).toMatchObject({ state: 'active', member: { role: 'home-care' } });
  expect((await team()).invitations).toEqual([]);
  await end(coordinator, outsider.personId);
});

test('G1: one who declines stays outside; an invitation is answered once, and by nobody else', async () => {
  await coordinator.call('inviteMember', { planId }, asHomeCare());
  const { invitations } = await outsider.call('ownInvitations', {}, {});
  const invitationId = invitations[0]!.id;
  const stranger = await server.signIn('Henrik Iversen');
  const foreign = stranger.call('answerInvitation', { invitationId }, { accept: true });
  await expect(foreign).rejects.toMatchObject({ code: 'not-found' });
  await outsider.call('answerInvitation', { invitationId }, { accept: false });
  const again = outsider.call('answerInvitation', { invitationId }, { accept: true });
  await expect(again).rejects.toMatchObject({ code: 'not-found' });
  await expect(outsider.call('plan', { planId }, {})).rejects.toMatchObject({ code: 'not-found' });
});

test('G1: an invitation that is taken back is none any more', async () => {
  await patient.call('inviteMember', { planId }, asHomeCare());
  const { invitations } = await outsider.call('ownInvitations', {}, {});
  await coordinator.call('withdrawInvitation', { planId, invitationId: invitations[0]!.id }, {});
  expect((await outsider.call('ownInvitations', {}, {})).invitations).toEqual([]);
});

test('G2: whose membership ends loses what they have open before the end is answered', async () => {
  await join();
  const listener = await Listener.open(outsider, planId);
  const channel = listener.ask('contacts');
  expect(await listener.answer(channel)).toHaveProperty('content');
  tail.take();
  await end(patient, outsider.personId);
  expect(tail.take()).toMatchObject([{ action: 'team:end', outcome: 'done', subjectId: outsider.personId }]);
  expect(await listener.connection.closeOf(channel)).toBe(closeCode.unknown);
  await expect(outsider.call('plan', { planId }, {})).rejects.toMatchObject({ code: 'not-found' });
  expect(await seatOf(outsider.personId)).toMatchObject({ state: 'ended' });
  listener.close();
});

test('G2: anybody may leave, and come back when they are asked again', async () => {
  await join();
  await end(outsider, outsider.personId);
  await expect(outsider.call('plan', { planId }, {})).rejects.toMatchObject({ code: 'not-found' });
  await join();
  expect(await seatOf(outsider.personId)).toMatchObject({ state: 'active' });
  await end(outsider, outsider.personId);
});

test('G2: a membership with a last day ends by itself, with what is open', async () => {
  const until = new Date(Date.now() + 1_500).toISOString();
  await coordinator.call('inviteMember', { planId }, asHomeCare({ until }));
  const { invitations } = await outsider.call('ownInvitations', {}, {});
  await outsider.call('answerInvitation', { invitationId: invitations[0]!.id }, { accept: true });
  const listener = await Listener.open(outsider, planId);
  const channel = listener.ask('contacts');
  expect(await listener.connection.closeOf(channel)).toBe(closeCode.unknown);
  listener.close();
});

test('G3: a relative is added by name, and sees only what is opened for them', async () => {
  const who = { name: 'Berit Berg' };
  await patient.call('inviteMember', { planId }, asHomeCare({ who, role: 'relative', organisation: 'Søster' }));
  const { seats } = await team();
  expect(seats.find(({ member }) => member.name === who.name)).toMatchObject({
    state: 'active',
    purpose: 'TREAT',
    member: { role: 'relative', organisation: 'Søster' },
  });
});

const wrong: readonly [string, () => Partial<Invite>, string][] = [
  ['somebody who is there already', () => ({ who: { personId: patient.personId } }), 'already-there'],
  ['a professional by name alone', () => ({ who: { name: 'Tor Eide' } }), 'person-unknown'],
  ['a last day that is over', () => ({ until: '2020-01-01T00:00:00.000Z' }), 'until-past'],
  ['nobody', () => ({ who: { personId: 'AAAAAAAAAAAAAAAAAAAAAA' } }), 'person-unknown'],
];
test.each(wrong)('G4: inviting %s is refused in words that say why', async (_what, change, problem) => {
  const invited = coordinator.call('inviteMember', { planId }, asHomeCare(change()));
  await expect(invited).rejects.toMatchObject({
    code: 'bad-request',
    details: expect.arrayContaining([problem]) as unknown,
  });
});

test('G4: a relative of another patient is nobody to this team', async () => {
  const stranger = await server.signIn('Henrik Iversen');
  const { people } = await coordinator.call('findProfessionals', { planId }, { name: 'Henrik' });
  expect(people).toEqual([]);
  const invited = coordinator.call('inviteMember', { planId }, asHomeCare({ who: { personId: stranger.personId } }));
  await expect(invited).rejects.toMatchObject({ code: 'bad-request', details: ['person-unknown'] });
});

test('G4: the patient and the last coordinator cannot be taken out', async () => {
  await expect(end(coordinator, patient.personId)).rejects.toMatchObject({ details: ['is-patient'] });
  await expect(end(patient, coordinator.personId)).rejects.toMatchObject({ details: ['last-coordinator'] });
});

test('A1: who may not change the team is told nothing of who is invited', async () => {
  await coordinator.call('inviteMember', { planId }, asHomeCare());
  const gp = await server.signIn('Anne Lindqvist');
  const seen = await gp.call('team', { planId }, {});
  expect([seen.mayChange, seen.invitations]).toEqual([false, []]);
  await expect(end(gp, patient.personId)).rejects.toMatchObject({ code: 'not-found' });
});
