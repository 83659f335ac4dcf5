/** How sessions begin, are used and end, with everything that was open by them. */
import { afterEach, describe, expect, test } from 'vitest';
import { sessionLimits } from '../../../server/access/sessionLimits.ts';
import { closeCode } from '../../../shared/protocol/sync.ts';
import { startApp, type RunningApp } from '../../support/app.ts';
import { Person } from '../../support/person.ts';
import { RawConnection } from '../../support/rawConnection.ts';
import { MeetingPage } from '../meetings/meetingPage.ts';
import { recorded } from '../meetings/recorded.ts';

const day = 86_400_000;
let server: RunningApp;

afterEach(async () => {
  await server.stop();
  await server.remove();
});

/** Starts a server whose sessions last no longer than this, ms. */
async function start({ idleMs = day, absoluteMs = day } = {}): Promise<void> {
  const limit = { idleMs, absoluteMs };
  server = await startApp({ sessionLimits: sessionLimits({ signedIn: limit, link: limit }) });
}

const open = (person: Person) => RawConnection.open({ url: server.url, cookie: person.cookie });
const isSignedIn = async (person: Person) => (await person.call('session', {}, {})).me !== null;

/** What was recorded of this kind; looked at when the server has stopped. */
async function told(action: string) {
  await server.stop();
  return recorded(server).filter((event) => event.action === action);
}

/** Goes on doing something, at the pace of a person in haste, until what is waited for comes. */
async function busyUntil(person: Person, end: Promise<unknown>): Promise<void> {
  const act = () => void person.call('stayActive', {}, {}).catch(() => undefined);
  const acting = setInterval(act, 100);
  await end;
  clearInterval(acting);
}

describe('a session that ends', () => {
  test('A5: ended on another device, it closes the sockets of the plan and of the meeting, and is recorded', async () => {
    await start();
    const here = await server.signIn('Anne Lindqvist');
    const there = await server.signIn('Anne Lindqvist');
    const plan = await open(there);
    const meeting = await MeetingPage.open(there);
    const { sessions } = await here.call('ownSessions', {}, {});
    expect(sessions).toHaveLength(2);
    const other = sessions.find(({ isThis }) => !isThis)!;
    await here.call('endSession', { sessionId: other.id }, {});
    expect(await plan.ended).toBe(closeCode.notSignedIn);
    await meeting.disconnected();
    expect(await isSignedIn(there)).toBe(false);
    expect(await isSignedIn(here)).toBe(true);
    expect((await here.call('ownSessions', {}, {})).sessions.map(({ isThis }) => isThis)).toEqual([true]);
    expect(await told('session:end')).toMatchObject([{ actor: { personId: here.personId } }]);
  });

  test('A5: all others are ended at once, and nobody else’s', async () => {
    await start();
    const here = await server.signIn('Anne Lindqvist');
    const others = [await server.signIn('Anne Lindqvist'), await server.signIn('Anne Lindqvist')];
    const colleague = await server.signIn('Kari Nymoen');
    const sockets = await Promise.all(others.map(open));
    await here.call('endOtherSessions', {}, {});
    expect(await Promise.all(sockets.map(({ ended }) => ended))).toEqual(others.map(() => closeCode.notSignedIn));
    expect(await isSignedIn(here)).toBe(true);
    expect(await isSignedIn(colleague)).toBe(true);
  });

  test('A1: another’s session is unknown', async () => {
    await start();
    const gp = await server.signIn('Anne Lindqvist');
    const coordinator = await server.signIn('Kari Nymoen');
    const { sessions } = await gp.call('ownSessions', {}, {});
    const attempt = coordinator.call('endSession', { sessionId: sessions[0]!.id }, {});
    await expect(attempt).rejects.toMatchObject({ code: 'not-found' });
    expect(await isSignedIn(gp)).toBe(true);
    const refused = (await told('session:end')).map(({ actor }) => actor?.personId);
    expect(refused).toEqual([coordinator.personId]);
  });

  test('S1: one that goes unused ends with its open sockets, however its page asks and listens; one that is used goes on', async () => {
    await start({ idleMs: 2_500 });
    const idle = await server.signIn('Anne Lindqvist');
    const active = await server.signIn('Kari Nymoen');
    const socket = await open(idle);
    // What a page does by itself, when others have changed something, is no use.
    const asking = busyUntil(active, socket.ended);
    expect(await idle.call('home', {}, {})).toMatchObject({ patients: expect.any(Array) as unknown });
    expect(await socket.ended).toBe(closeCode.notSignedIn);
    await asking;
    expect(await isSignedIn(idle)).toBe(false);
    expect(await isSignedIn(active)).toBe(true);
    expect((await told('session:expire')).map(({ actor }) => actor?.personId)).toEqual([idle.personId]);
  });

  test('S1: one that is used all the time ends too when its time is up', async () => {
    await start({ absoluteMs: 1_500 });
    const person = await server.signIn('Kari Nymoen');
    const socket = await open(person);
    await busyUntil(person, socket.ended);
    expect(await socket.ended).toBe(closeCode.notSignedIn);
    expect(await isSignedIn(person)).toBe(false);
  });
});

describe('the cookie', () => {
  test('S2: signing in gives a new secret, never one that the browser came with', async () => {
    await start();
    const planted = 'A'.repeat(22);
    const gp = await server.signIn('Anne Lindqvist');
    const answer = await signIn(gp.personId, `samrad_session=${planted}`);
    expect(answer).toMatch(/^samrad_session=[\w-]{22};/);
    expect(answer).not.toContain(planted);
    expect(await meBy(`samrad_session=${planted}`)).toBeNull();
  });

  test('S2: the session that a browser had ends when somebody signs in there anew', async () => {
    await start();
    const person = await server.signIn('Anne Lindqvist');
    const before = person.copy();
    const socket = await open(before);
    await person.call('demoSignIn', {}, { personId: person.personId });
    expect(person.cookie).not.toBe(before.cookie);
    expect(await socket.ended).toBe(closeCode.notSignedIn);
    expect(await isSignedIn(before)).toBe(false);
    expect(await isSignedIn(person)).toBe(true);
  });

  test.each([
    ['with no browser’s mark', () => ''],
    ['with another browser’s mark', () => '; samrad_browser=BBBBBBBBBBBBBBBBBBBBBB'],
  ])('S3: taken to another browser, %s, it is good for nobody any more', async (_how, mark) => {
    await start();
    const { personId } = await server.signIn('Anne Lindqvist');
    const owner = new Person(server.url);
    await owner.call('session', {}, {});
    await owner.call('demoSignIn', {}, { personId });
    const socket = await open(owner);
    const stolen = owner.cookie.split('; ').find((cookie) => cookie.startsWith('samrad_session='))!;
    expect(await meBy(stolen + mark())).toBeNull();
    expect(await socket.ended).toBe(closeCode.notSignedIn);
    expect(await isSignedIn(owner)).toBe(false);
    expect(await told('session:refuse')).toMatchObject([{ actor: { personId }, detail: 'other-browser' }]);
  });

  test('S3: reached by HTTPS, it is for this very host alone, and no other name is taken for it', async () => {
    server = await startApp({ publicUrl: 'https://samrad.example' });
    const { people } = await new Person(server.url).call('demoPeople', {}, {});
    const cookie = await signIn(people[0]!.personId, '');
    expect(cookie).toMatch(
      /^__Host-samrad_session=[\w-]{22}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=\d+; Secure$/,
    );
    const value = cookie.split(';')[0]!;
    expect(await meBy(value)).not.toBeNull();
    expect(await meBy(value.replace('__Host-', ''))).toBeNull();
  });
});

/** The Set-Cookie of the session that a demo sign-in gives. */
async function signIn(personId: string, cookie: string): Promise<string> {
  const headers = { 'content-type': 'application/json', cookie };
  const body = JSON.stringify({ personId });
  const answer = await fetch(`${server.url}/api/demo/sign-in`, { method: 'POST', headers, body });
  return answer.headers.getSetCookie().find((given) => given.includes('samrad_session')) ?? '';
}

async function meBy(cookie: string): Promise<unknown> {
  const answer = await fetch(`${server.url}/api/session`, { headers: { cookie } });
  return ((await answer.json()) as { data: { me: unknown } }).data.me;
}
