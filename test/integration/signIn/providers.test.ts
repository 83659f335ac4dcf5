/** Signing in by real identity providers in this process, one as HelseID does it and one as ID-porten does. */
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { isIdentityNumber } from '../../../shared/domain/membership.ts';
import { backChannelPath } from '../../../shared/protocol/routes/signIn.ts';
import { closeCode } from '../../../shared/protocol/sync.ts';
import { startApp, type RunningApp } from '../../support/app.ts';
import { AuditTail, type AuditRecord } from '../../support/auditTail.ts';
import { startProvider, type Claims, type Forgery, type RunningProvider } from '../../support/identityProvider.ts';
import { Person } from '../../support/person.ts';
import { ProviderBrowser } from '../../support/providerBrowser.ts';
import { RawConnection } from '../../support/rawConnection.ts';

let server: RunningApp;
let helseId: RunningProvider;
let idPorten: RunningProvider;
let own: RunningProvider;
let tail: AuditTail;
let subjects = 0;

beforeAll(async () => {
  [helseId, idPorten, own] = await Promise.all([
    startProvider('helseid', 'helseid'),
    startProvider('id-porten', 'id-porten'),
    startProvider('own', 'plain'),
  ]);
  const providers = [helseId.settings, idPorten.settings, own.settings];
  server = await startApp({ oidc: { providers, identityNumberKey: randomBytes(32) } });
  helseId.serve(server.url);
  idPorten.serve(server.url);
  own.serve(server.url);
  tail = new AuditTail(server);
});

afterAll(async () => {
  tail.close();
  await server.stop();
  await server.remove();
  await Promise.all([helseId.close(), idPorten.close(), own.close()]);
});

beforeEach(() => {
  subjects += 1;
  helseId.forge(null);
  idPorten.forge(null);
  helseId.say(doctor());
  idPorten.say(citizen());
});

/** Eleven digits that are nobody's: there is no month 99. */
const number = (): string => `0199${String(subjects).padStart(7, '0')}`;

/** A number as the tax authority makes them for tests: 80 is added to the month. */
function syntheticNumber(from = 1_81_80_10_000): string {
  for (let digits = from; ; digits += 1) {
    const number = String(digits).padStart(11, '0');
    if (isIdentityNumber(number)) return number;
  }
}

function doctor(change: Claims = {}): Claims {
  return {
    sub: `doctor-${subjects}`,
    name: 'Prøve Lege',
    'helseid://claims/identity/pid': number(),
    'helseid://claims/identity/security_level': '4',
    'helseid://claims/hpr/hpr_number': '999900002',
    'helseid://claims/hpr/hpr_details': { approvals: [{ profession: 'LE' }] },
    ...change,
  };
}

function citizen(change: Claims = {}): Claims {
  return { sub: `citizen-${subjects}`, pid: number(), acr: 'idporten-loa-high', ...change };
}

async function browser(): Promise<ProviderBrowser> {
  const person = new Person(server.url);
  await person.call('session', {}, {});
  return new ProviderBrowser(person);
}

const meOf = async ({ person }: ProviderBrowser) => (await person.call('session', {}, {})).me;

/** The sign-ins that were refused since the last look. */
function refusals(): AuditRecord[] {
  return tail.take().filter(({ action, outcome }) => action === 'sign-in' && outcome === 'refused');
}

test('I1: a professional signs in by HelseID, with PAR, DPoP and a signed assertion, and is the same person next time', async () => {
  helseId.used.splice(0);
  tail.take();
  const first = await browser();
  expect(await first.signIn('helseid')).toMatchObject({ problem: null });
  const me = await meOf(first);
  expect(me).toMatchObject({ name: 'Prøve Lege', identification: 'oidc', meetingId: null });
  expect(helseId.used).toContain('POST /request');
  expect(tail.take().filter(({ action }) => action === 'sign-in')).toMatchObject([
    { outcome: 'done', actor: { personId: me!.personId } },
  ]);
  const again = await browser();
  await again.signIn('helseid');
  expect((await meOf(again))!.personId).toBe(me!.personId);
});

test('I1: a citizen signs in by ID-porten; by the same identity number they are the same person at both', async () => {
  const citizenBrowser = await browser();
  expect(await citizenBrowser.signIn('id-porten')).toMatchObject({ problem: null });
  const doctorBrowser = await browser();
  await doctorBrowser.signIn('helseid');
  expect((await meOf(doctorBrowser))!.personId).toBe((await meOf(citizenBrowser))!.personId);
});

test('I1: a provider that nobody answers for makes no one somebody else, by number or by subject', async () => {
  const victim = await browser();
  await victim.signIn('id-porten');
  own.say({ sub: `citizen-${subjects}`, name: 'Falsk Person', pid: number() });
  const impostor = await browser();
  expect(await impostor.signIn('own')).toMatchObject({ problem: null });
  expect((await meOf(impostor))!.personId).not.toBe((await meOf(victim))!.personId);
});

test('S2: the way back gives a new secret, and what the browser had before is nobody’s', async () => {
  const one = await browser();
  await one.signIn('helseid');
  const before = one.person.copy();
  await one.signIn('helseid');
  expect(one.person.cookie).not.toBe(before.cookie);
  expect((await before.call('session', {}, {})).me).toBeNull();
  expect(await meOf(one)).not.toBeNull();
});

const fallsShort: readonly [string, 'helseid' | 'id-porten', Claims, string][] = [
  ['level 3', 'helseid', { 'helseid://claims/identity/security_level': '3' }, 'level-too-low'],
  ['no level', 'helseid', { 'helseid://claims/identity/security_level': undefined }, 'level-too-low'],
  ['no HPR number', 'helseid', { 'helseid://claims/hpr/hpr_number': undefined }, 'no-hpr-number'],
  ['no identity number', 'helseid', { 'helseid://claims/identity/pid': undefined }, 'no-number'],
  ['a level that is too low', 'id-porten', { acr: 'idporten-loa-substantial' }, 'level-too-low'],
  ['no identity number', 'id-porten', { pid: undefined }, 'no-number'],
];
test.each(fallsShort)('I1: %s by %s signs nobody in, says what is wrong, and is recorded', async (...given) => {
  const [, providerId, change, problem] = given;
  if (providerId === 'helseid') helseId.say(doctor(change));
  else idPorten.say(citizen(change));
  tail.take();
  const one = await browser();
  expect(await one.signIn(providerId)).toMatchObject({ problem });
  expect(await meOf(one)).toBeNull();
  expect(refusals()).toHaveLength(1);
});

const hour = 3_600;
const now = () => Math.floor(Date.now() / 1000);
const forgeries: readonly [string, Forgery][] = [
  ['another issuer', (claims) => ({ claims: { ...claims, iss: 'https://foreign.example' } })],
  ['a token for another client', (claims) => ({ claims: { ...claims, aud: 'another' } })],
  ['a token that has run out', (claims) => ({ claims: { ...claims, iat: now() - 2 * hour, exp: now() - hour } })],
  ['a token that is not yet good', (claims) => ({ claims: { ...claims, nbf: now() + hour } })],
  ['the nonce of another sign-in', (claims) => ({ claims: { ...claims, nonce: 'another' } })],
  ['the signature of another key', (claims) => ({ claims, with: 'other-key' })],
  ['no signature', (claims) => ({ claims, with: 'nothing' })],
  ['another subject than userinfo tells', (claims) => ({ claims: { ...claims, sub: 'another' } })],
];
test.each(forgeries)('I2: %s signs nobody in and is recorded', async (_what, forgery) => {
  helseId.forge(forgery);
  tail.take();
  const one = await browser();
  expect(await one.signIn('helseid')).toMatchObject({ problem: 'try-again' });
  expect(await meOf(one)).toBeNull();
  expect(refusals()).toMatchObject([{ detail: expect.stringMatching(/^helseid: /) as string }]);
});

describe('the way back', () => {
  test('I2: a code that was used is good for nobody', async () => {
    const one = await browser();
    const callback = await one.leave('helseid');
    expect(await one.comeBack(callback)).toMatchObject({ problem: null });
    tail.take();
    expect(await one.comeBack(callback)).toMatchObject({ problem: 'try-again' });
    const thief = await browser();
    expect(await thief.comeBack(callback)).toMatchObject({ problem: 'try-again' });
    expect(await meOf(thief)).toBeNull();
    expect(refusals()).toMatchObject([{ detail: 'unknown-attempt' }, { detail: 'unknown-attempt' }]);
  });

  test('I2: a code that was stolen on its way back is good in no other browser, and in its own still', async () => {
    const victim = await browser();
    const callback = await victim.leave('helseid');
    const thief = await browser();
    await thief.leave('helseid');
    expect(await thief.comeBack(callback)).toMatchObject({ problem: 'try-again' });
    expect(await meOf(thief)).toBeNull();
    expect(await victim.comeBack(callback)).toMatchObject({ problem: null });
  });

  test.each([
    ['a state of nobody’s', (url: URL) => (url.searchParams.set('state', 'AAAA'), url)],
    ['no state', (url: URL) => (url.searchParams.delete('state'), url)],
    ['another issuer', (url: URL) => (url.searchParams.set('iss', 'https://foreign.example'), url)],
    ['another code', (url: URL) => (url.searchParams.set('code', 'AAAA'), url)],
  ])('I2: %s signs nobody in and is recorded', async (_what, tamper) => {
    const one = await browser();
    tail.take();
    expect(await one.signIn('helseid', tamper)).toMatchObject({ problem: 'try-again' });
    expect(await meOf(one)).toBeNull();
    expect(refusals()).toHaveLength(1);
  });

  test('I2: a code of one provider is no code of the other', async () => {
    const one = await browser();
    const [mine, other] = [await one.leave('helseid'), await one.leave('id-porten')];
    const mixed = new URL(mine);
    mixed.searchParams.set('state', new URL(other).searchParams.get('state') ?? '');
    expect(await one.comeBack(mixed.href)).toMatchObject({ problem: 'try-again' });
    expect(await meOf(one)).toBeNull();
  });

  test('I1: whoever thinks better of it is told so', async () => {
    const one = await browser();
    const cancelled = (url: URL): URL => {
      url.searchParams.delete('code');
      url.searchParams.set('error', 'access_denied');
      return url;
    };
    expect(await one.signIn('id-porten', cancelled)).toMatchObject({ problem: 'cancelled' });
  });

  test('A1: a provider that there is not is answered as nothing', async () => {
    const response = await fetch(`${server.url}/api/sign-in/unknown`, { redirect: 'manual' });
    expect([response.status, await response.json()]).toEqual([404, { ok: false, code: 'not-found' }]);
  });
});

describe('signing out', () => {
  async function signedIn(): Promise<{ one: ProviderBrowser; socket: RawConnection }> {
    const one = await browser();
    await one.signIn('helseid');
    const socket = await RawConnection.open({ url: server.url, cookie: one.person.cookie });
    return { one, socket };
  }

  const tell = (token: string): Promise<Response> =>
    fetch(server.url + backChannelPath, { method: 'POST', body: new URLSearchParams({ logout_token: token }) });

  const notice = () => ({
    iss: helseId.issuer,
    aud: 'samrad',
    sub: `doctor-${subjects}`,
    iat: now(),
    exp: now() + 120,
    jti: `notice-${subjects}-${now()}`,
    events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
  });

  test('I3: what the provider tells ends the sessions here with their open sockets; told again it is refused', async () => {
    const { one, socket } = await signedIn();
    const token = await helseId.logoutToken(notice());
    expect((await tell(token)).status).toBe(200);
    expect(await socket.ended).toBe(closeCode.notSignedIn);
    expect(await meOf(one)).toBeNull();
    tail.take();
    expect((await tell(token)).status).toBe(400);
    expect(tail.take()).toMatchObject([{ action: 'sign-out', outcome: 'refused', detail: 'back-channel' }]);
  });

  test.each([
    ['signed by another', {}, 'other-key' as const],
    ['for another client', { aud: 'another' }, 'own-key' as const],
    ['of yesterday', { iat: now() - 86_400 }, 'own-key' as const],
    ['that is an ID token', { nonce: 'x' }, 'own-key' as const],
    ['of no event', { events: {} }, 'own-key' as const],
    ['that names nobody', { sub: undefined }, 'own-key' as const],
    ['that is an access token', {}, 'own-key' as const, 'at+jwt'],
  ])('I3: a notice %s ends nothing and is recorded', async (_what, change, key, typ?: string) => {
    const { one, socket } = await signedIn();
    tail.take();
    expect((await tell(await helseId.logoutToken({ ...notice(), ...change }, key, typ))).status).toBe(400);
    expect(tail.take()).toMatchObject([{ action: 'sign-out', outcome: 'refused' }]);
    expect(await meOf(one)).not.toBeNull();
    socket.close();
  });

  test('I3: signing out here says where the session at the provider ends', async () => {
    const { one } = await signedIn();
    const { onwards } = await one.person.call('signOut', {}, {});
    const url = new URL(onwards ?? '');
    expect(url.origin).toBe(helseId.issuer);
    expect(url.searchParams.get('post_logout_redirect_uri')).toBe(`${server.url}/logg-inn`);
    expect(url.searchParams.get('id_token_hint')).toMatch(/^ey/);
    expect(await meOf(one)).toBeNull();
  });
});

describe('one who came by a link', () => {
  async function guest(guestName = 'Inger Solbakken'): Promise<ProviderBrowser> {
    const coordinator = await server.signIn('Kari Nymoen');
    const planId = await coordinator.planOf('Harald Solbakken');
    const { team } = await coordinator.call('plan', { planId }, {});
    const invited = team.filter(({ name }) => name === guestName).map(({ personId }) => personId);
    const body = { kind: 'care-team' as const, startsAt: null, invited };
    const { meeting } = await coordinator.call('createMeeting', { planId }, body);
    const { invitations } = await coordinator.call('createLinks', { meetingId: meeting.id }, {});
    const link = invitations.find(({ member }) => member.name === guestName);
    const one = await browser();
    await one.person.call('redeemLink', {}, { token: new URL(link?.url ?? '').hash.slice(1) });
    return one;
  }

  test('I4: stays unconfirmed where nobody has said who the link is for, and keeps their place', async () => {
    const one = await guest();
    tail.take();
    expect(await one.signIn('id-porten')).toMatchObject({ problem: 'not-registered' });
    expect(await meOf(one)).toMatchObject({ name: 'Inger Solbakken', identification: 'link' });
    expect(refusals()).toMatchObject([{ detail: 'id-porten: number-of-guest-unknown' }]);
  });

  test('I4: is confirmed where the coordinator has said whose number it is, and in the same place from then on', async () => {
    const coordinator = await server.signIn('Kari Nymoen');
    const planId = await coordinator.planOf('Harald Solbakken');
    const { seats } = await coordinator.call('team', { planId }, {});
    const daughter = seats.find(({ member }) => member.name === 'Marte Solbakken')!.member;
    expect(seats.find(({ member }) => member.name === daughter.name)).toMatchObject({ isKnown: false });
    const register = (number: string) =>
      coordinator.call('registerNumber', { planId, personId: daughter.personId }, { number });
    await expect(register('12345678901')).rejects.toMatchObject({ details: ['number-wrong'] });
    const synthetic = syntheticNumber();
    await register(`${synthetic.slice(0, 6)} ${synthetic.slice(6)}`);
    idPorten.say(citizen({ pid: synthetic }));
    const one = await guest('Marte Solbakken');
    expect(await one.signIn('id-porten')).toMatchObject({ problem: null });
    expect(await meOf(one)).toMatchObject({ personId: daughter.personId, identification: 'oidc', meetingId: null });
    const later = await browser();
    await later.signIn('id-porten');
    expect((await meOf(later))!.personId).toBe(daughter.personId);
    await expect(register(syntheticNumber(Number(synthetic) + 1))).rejects.toMatchObject({ details: ['number-taken'] });
  });

  test('I4: is refused where they are known as somebody else', async () => {
    await (await browser()).signIn('id-porten');
    const one = await guest();
    expect(await one.signIn('id-porten')).toMatchObject({ problem: 'other-person' });
    expect(await meOf(one)).toMatchObject({ identification: 'link' });
  });
});
