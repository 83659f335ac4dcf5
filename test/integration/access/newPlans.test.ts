/** The first plan of a patient, on a server where people sign in by providers and the demonstration is gone. */
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isIdentityNumber } from '../../../shared/domain/membership.ts';
import type { RouteBody } from '../../../shared/protocol/rest.ts';
import { startApp, type RunningApp } from '../../support/app.ts';
import { AuditTail } from '../../support/auditTail.ts';
import { startProvider, type RunningProvider } from '../../support/identityProvider.ts';
import { Person } from '../../support/person.ts';
import { ProviderBrowser } from '../../support/providerBrowser.ts';

let server: RunningApp;
let helseId: RunningProvider;
let idPorten: RunningProvider;
let tail: AuditTail;
let gp: Person;

beforeAll(async () => {
  [helseId, idPorten] = await Promise.all([
    startProvider('helseid', 'helseid'),
    startProvider('id-porten', 'id-porten'),
  ]);
  const providers = [helseId.settings, idPorten.settings];
  server = await startApp({ demo: false, oidc: { providers, identityNumberKey: randomBytes(32) } });
  helseId.serve(server.url);
  idPorten.serve(server.url);
  tail = new AuditTail(server);
  gp = await professional('Gro Lege', '999900011');
});

afterAll(async () => {
  tail.close();
  await server.stop();
  await server.remove();
  await Promise.all([helseId.close(), idPorten.close()]);
});

let lastNumber = 1_81_80_10_000;
/** A number as the tax authority makes them for tests: 80 is added to the month. Another at each call. */
function syntheticNumber(): string {
  do lastNumber += 1;
  while (!isIdentityNumber(String(lastNumber).padStart(11, '0')));
  return String(lastNumber).padStart(11, '0');
}

async function professional(name: string, hpr: string): Promise<Person> {
  helseId.say({
    sub: `subject-${hpr}`,
    name,
    'helseid://claims/identity/pid': syntheticNumber(),
    'helseid://claims/identity/security_level': '4',
    'helseid://claims/hpr/hpr_number': hpr,
    'helseid://claims/hpr/hpr_details': { approvals: [{ profession: 'LE' }] },
  });
  return signedIn('helseid');
}

async function citizen(name: string, pid: string): Promise<Person> {
  idPorten.say({ sub: `subject-${pid.slice(-4)}`, name, pid, acr: 'idporten-loa-high' });
  return signedIn('id-porten');
}

async function signedIn(providerId: string): Promise<Person> {
  const person = new Person(server.url);
  await person.call('session', {}, {});
  expect(await new ProviderBrowser(person).signIn(providerId)).toMatchObject({ problem: null });
  person.personId = (await person.call('session', {}, {})).me?.personId ?? '';
  return person;
}

type Wish = RouteBody<'createPlan'>;
const wish = (change: Partial<Wish> = {}): Wish => ({
  patientName: 'Pål Pasient',
  number: null,
  role: 'coordinator',
  organisation: 'Bøler legekontor',
  ...change,
});

test('G5: a professional makes the plan, and the patient signs in to it by their number', async () => {
  const number = syntheticNumber();
  expect(await gp.call('home', {}, {})).toMatchObject({ patients: [], mayCreatePlan: true });
  tail.take();
  const { planId } = await gp.call('createPlan', {}, wish({ number }));
  expect(tail.take()).toMatchObject([{ action: 'plan:create', outcome: 'done', actor: { role: 'coordinator' } }]);
  expect(await gp.planOf('Pål Pasient')).toBe(planId);
  const patient = await citizen('Pål Pasient', number);
  expect((await patient.call('home', {}, {})).patients).toMatchObject([{ planId, role: 'patient' }]);
  const { seats } = await patient.call('team', { planId }, {});
  expect(seats.map(({ member }) => member.role).toSorted()).toEqual(['coordinator', 'patient']);
  const { entries } = await patient.call('accessLog', { planId, before: 'newest' }, {});
  expect(entries.map(({ action }) => action)).toContain('plan:create');
});

test('G5: a patient has one plan, also when two make it at once', async () => {
  const number = syntheticNumber();
  const made = await Promise.allSettled([1, 2, 3].map(() => gp.call('createPlan', {}, wish({ number }))));
  expect(made.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected', 'rejected']);
  const again = gp.call('createPlan', {}, wish({ number }));
  await expect(again).rejects.toMatchObject({ code: 'bad-request', details: ['has-plan'] });
});

test('G5: a number that is none is said, and nothing is made', async () => {
  const before = (await gp.call('home', {}, {})).patients.length;
  const wrong = gp.call('createPlan', {}, wish({ number: '12345678901' }));
  await expect(wrong).rejects.toMatchObject({ code: 'bad-request', details: ['number-wrong'] });
  expect((await gp.call('home', {}, {})).patients).toHaveLength(before);
});

test('G5: nobody but a professional makes a plan; the attempt is recorded', async () => {
  const somebody = await citizen('Siv Sivil', syntheticNumber());
  expect(await somebody.call('home', {}, {})).toMatchObject({ mayCreatePlan: false });
  tail.take();
  await expect(somebody.call('createPlan', {}, wish())).rejects.toMatchObject({ code: 'not-found' });
  expect(tail.take()).toMatchObject([{ action: 'plan:create', outcome: 'refused' }]);
});

test('G5: while nobody coordinates, core professionals invite, and no more once somebody does', async () => {
  const nurse = await professional('Kine Koordinator', '999900012');
  const { planId } = await gp.call('createPlan', {}, wish({ role: 'gp', patientName: 'Per Pasient' }));
  expect(await gp.call('team', { planId }, {})).toMatchObject({ mayChange: true });
  await gp.call(
    'inviteMember',
    { planId },
    { who: { personId: nurse.personId }, role: 'coordinator', organisation: '', purpose: 'TREAT', until: null },
  );
  const { invitations } = await nurse.call('ownInvitations', {}, {});
  await nurse.call('answerInvitation', { invitationId: invitations[0]?.id ?? '' }, { accept: true });
  expect(await gp.call('team', { planId }, {})).toMatchObject({ mayChange: false });
  await expect(gp.call('findProfessionals', { planId }, { name: 'Kine' })).rejects.toMatchObject({ code: 'not-found' });
  expect(await nurse.call('team', { planId }, {})).toMatchObject({ mayChange: true });
});
