/** Emergency access: a professional outside the team reads, changes nothing, and is seen to have read. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sections, sectionIds } from '../../../shared/careplan/sections.ts';
import { readingActions } from '../../../shared/domain/auditAction.ts';
import { SamradError } from '../../../shared/protocol/errors.ts';
import { routePolicy } from '../../../shared/protocol/routePolicy.ts';
import type { RouteBody } from '../../../shared/protocol/rest.ts';
import { closeCode } from '../../../shared/protocol/sync.ts';
import { startApp, type RunningApp } from '../../support/app.ts';
import { AuditTail } from '../../support/auditTail.ts';
import { Listener } from '../../support/listener.ts';
import type { Person } from '../../support/person.ts';
import { targets, type PlanRoute, type World } from '../../support/policyTargets.ts';
import { wordUpdate } from '../../support/teamPlan.ts';

let server: RunningApp;
let tail: AuditTail;
let nurse: Person;
let coordinator: Person;
let world: World;

const reason = 'Pasienten er funnet på gulvet og kan ikke svare for seg.';
type Wish = RouteBody<'openEmergency'>;
const wish = (change: Partial<Wish> = {}): Wish => ({
  patient: 'harald solbakken',
  role: 'home-care',
  organisation: 'Legevakten',
  reason,
  ...change,
});

beforeAll(async () => {
  server = await startApp();
  nurse = await server.signIn('Tor Eide');
  coordinator = await server.signIn('Kari Nymoen');
  const gp = await server.signIn('Anne Lindqvist');
  const [patient, relative] = [await server.signIn('Harald Solbakken'), await server.signIn('Inger Solbakken')];
  const planId = await gp.planOf('Harald Solbakken');
  const body = { kind: 'care-team' as const, startsAt: null, invited: [relative.personId] };
  const { meeting } = await gp.call('createMeeting', { planId }, body);
  world = { planId, meetingId: meeting.id, gp, patient, relative };
  tail = new AuditTail(server);
});

afterAll(async () => {
  tail.close();
  await server.stop();
  await server.remove();
});

test('G6: nothing is read before it is opened; then all that the role reads, and no more', async () => {
  const { planId } = world;
  await expect(nurse.call('plan', { planId }, {})).rejects.toMatchObject({ code: 'not-found' });
  expect(await nurse.call('openEmergency', {}, wish())).toEqual({ planId });
  const plan = await nurse.call('plan', { planId }, {});
  expect(plan).toMatchObject({ mayConvene: false, emergencyUntil: expect.any(String) as unknown });
  for (const { id, access } of plan.sections)
    expect([id, access]).toEqual([id, ['read', 'write'].includes(sections[id].access['home-care']) ? 'read' : 'none']);
  expect(plan.sections).toHaveLength(sectionIds.length);
  expect((await nurse.call('home', {}, {})).patients).toContainEqual(
    expect.objectContaining({ planId, emergencyUntil: plan.emergencyUntil }),
  );
});

test('G6: what is written to a section is refused, with the line', async () => {
  const listener = await Listener.open(nurse, world.planId);
  const channel = listener.ask('contacts');
  expect(await listener.answer(channel)).toHaveProperty('content');
  listener.write(channel, wordUpdate('Inntrenger'));
  expect(await listener.connection.closeOf(channel)).toBe(closeCode.notAllowed);
  listener.close();
});

const routes = Object.keys(targets) as PlanRoute[];
const changing = routes.filter((name) => {
  const { record } = routePolicy[name];
  return record === null || !readingActions.has(record);
});

describe('G6: what changes something is refused, and recorded as the one who has emergency access', () => {
  test.each(changing)('%s', async (name) => {
    const { params, body } = await targets[name](world);
    tail.take();
    await expect(nurse.call(name, params, body)).rejects.toEqual(new SamradError('not-found'));
    const told = tail.take().filter(({ actor }) => actor?.personId === nurse.personId);
    expect(told).toMatchObject([{ action: routePolicy[name].record, outcome: 'refused' }]);
  });
});

test('G6: patient and coordinator are told until each has seen it; nobody else is', async () => {
  const told = { name: 'Tor Eide', organisation: 'Legevakten', reason, patientName: 'Harald Solbakken' };
  const [mine] = (await coordinator.call('emergencies', {}, {})).emergencies;
  expect(mine).toMatchObject(told);
  const emergencyId = mine?.id ?? '';
  expect((await world.gp.call('emergencies', {}, {})).emergencies).toEqual([]);
  const foreign = world.gp.call('acknowledgeEmergency', { emergencyId }, {});
  await expect(foreign).rejects.toMatchObject({ code: 'not-found' });
  await coordinator.call('acknowledgeEmergency', { emergencyId }, {});
  expect((await coordinator.call('emergencies', {}, {})).emergencies).toEqual([]);
  const again = coordinator.call('acknowledgeEmergency', { emergencyId }, {});
  await expect(again).rejects.toMatchObject({ code: 'not-found' });
  expect((await world.patient.call('emergencies', {}, {})).emergencies).toMatchObject([told]);
});

test('G6: the patient reads the reason in the log, and what was read by it is marked', async () => {
  const { entries } = await world.patient.call('accessLog', { planId: world.planId, before: 'newest' }, {});
  const theirs = entries.filter(({ who }) => who?.personId === nurse.personId);
  expect(theirs).toContainEqual(expect.objectContaining({ action: 'plan:emergency', outcome: 'done', reason }));
  expect(theirs).toContainEqual(expect.objectContaining({ action: 'section:read', purpose: 'ETREAT' }));
  expect(theirs.every(({ reason: told, action }) => told === null || action === 'plan:emergency')).toBe(true);
});

test('G6: one who is asked into the team meanwhile becomes a member like others', async () => {
  const { planId } = world;
  const invite = { who: { personId: nurse.personId }, role: 'home-care', organisation: '', until: null } as const;
  await coordinator.call('inviteMember', { planId }, { ...invite, purpose: 'TREAT' });
  const { invitations } = await nurse.call('ownInvitations', {}, {});
  await nurse.call('answerInvitation', { invitationId: invitations[0]?.id ?? '' }, { accept: true });
  expect(await nurse.call('plan', { planId }, {})).toMatchObject({ mayConvene: true, emergencyUntil: null });
  await expect(nurse.call('openEmergency', {}, wish())).rejects.toMatchObject({ details: ['already-there'] });
  await coordinator.call('endMembership', { planId, personId: nurse.personId }, {});
});

const wrong: readonly [string, () => Person, Partial<Wish>, object][] = [
  ['a patient who is not here', () => nurse, { patient: 'Ola Ukjent' }, { details: ['patient-unknown'] }],
  ['part of a name', () => nurse, { patient: 'Harald' }, { details: ['patient-unknown'] }],
  ['no reason', () => nurse, { reason: 'haster' }, { code: 'bad-request' }],
  ['a relative', () => world.relative, {}, { code: 'not-found' }],
  ['the patient of another plan', () => world.patient, { patient: 'Ruth Iversen' }, { code: 'not-found' }],
];
test.each(wrong)('G6: %s opens nothing, and it is recorded', async (_what, who, change, refusal) => {
  tail.take();
  await expect(who().call('openEmergency', {}, wish(change))).rejects.toMatchObject(refusal);
  if (!('reason' in change)) expect(tail.take()).toMatchObject([{ action: 'plan:emergency', outcome: 'refused' }]);
});

test('G6: it ends by itself, with what is open', async () => {
  const short = await startApp({ emergencyMs: 1_500 });
  const person = await short.signIn('Tor Eide');
  const { planId } = await person.call('openEmergency', {}, wish());
  const listener = await Listener.open(person, planId);
  const channel = listener.ask('contacts');
  expect(await listener.connection.closeOf(channel)).toBe(closeCode.unknown);
  await expect(person.call('plan', { planId }, {})).rejects.toMatchObject({ code: 'not-found' });
  listener.close();
  await short.stop();
  await short.remove();
});
