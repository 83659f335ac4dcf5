/** The REST API as different people meet it. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { routes, bodyLimit } from '../../../shared/protocol/rest.ts';
import { validInput } from '../../support/validInput.ts';
import { startApp, type RunningApp } from '../../support/app.ts';
import { closeCode } from '../../../shared/protocol/sync.ts';
import { Person } from '../../support/person.ts';
import { StockClient } from '../../support/stockClient.ts';
import { MeetingPage } from '../meetings/meetingPage.ts';
import { recorded } from '../meetings/recorded.ts';

let server: RunningApp;
let coordinator: Person;
let outsider: Person;
let planId: string;

beforeAll(async () => {
  server = await startApp();
  coordinator = await server.signIn('Kari Nymoen');
  outsider = await server.signIn('Tor Eide');
  planId = await coordinator.planOf('Harald Solbakken');
});

afterAll(async () => {
  await server.stop();
  await server.remove();
});

const unknownId = 'AAAAAAAAAAAAAAAAAAAAAA';

/** The raw answer to a request, without what differs between any two answers. */
async function rawAnswer(path: string, init: RequestInit): Promise<unknown> {
  const response = await fetch(server.url + path, init);
  const { date: _date, etag: _etag, ...headers } = Object.fromEntries(response.headers);
  return { status: response.status, headers, body: await response.text() };
}

describe('what one may not see', () => {
  const withPlan = Object.entries(routes).filter(([, route]) => route.path.includes(':planId'));
  test.each(withPlan)('A1: %s answers a plan that is not mine as one that does not exist', async (_name, route) => {
    const params = z.record(z.string(), z.string()).parse(validInput(route.params));
    const path = (id: string) =>
      route.path.replaceAll(/:(\w+)/g, (_match, name: string) => (name === 'planId' ? id : (params[name] ?? '')));
    const body = JSON.stringify(validInput(route.body));
    const init = {
      method: route.method,
      headers: { cookie: outsider.cookie, 'content-type': 'application/json' },
      ...(route.method === 'POST' ? { body } : {}),
    };
    const [mine, unknown] = [await rawAnswer(path(planId), init), await rawAnswer(path(unknownId), init)];
    expect(mine).toMatchObject({ status: 404 });
    expect(mine).toEqual(unknown);
  });

  test('A1: a meeting that is not mine is answered as one that does not exist', async () => {
    const { meeting } = await coordinator.call(
      'createMeeting',
      { planId },
      { kind: 'care-team', startsAt: null, invited: [] },
    );
    const init = { headers: { cookie: outsider.cookie } };
    const foreign = await rawAnswer(`/api/meetings/${meeting.id}`, init);
    expect(foreign).toMatchObject({ status: 404 });
    expect(foreign).toEqual(await rawAnswer(`/api/meetings/${unknownId}`, init));
  });

  test('A1: every route that wants a session says 401 without one', async () => {
    for (const route of Object.values(routes).filter(({ access }) => access === 'session')) {
      const path = route.path.replaceAll(/:\w+/g, unknownId);
      const response = await fetch(server.url + path, { method: route.method });
      expect(response.status).toBe(401);
    }
  });

  test('P3: a relative may read only what is opened for her, and her plan says so', async () => {
    const daughter = await server.signIn('Marte Solbakken');
    const { sections } = await daughter.call('plan', { planId }, {});
    const readable = sections.filter(({ access }) => access !== 'none');
    expect(readable).toEqual([
      { id: 'what-matters', access: 'read' },
      { id: 'contacts', access: 'read' },
      { id: 'team', access: 'read' },
    ]);
  });

  test('A1: a relative can make no meeting', async () => {
    const wife = await server.signIn('Inger Solbakken');
    const meeting = { kind: 'care-team' as const, startsAt: null, invited: [] };
    await expect(wife.call('createMeeting', { planId }, meeting)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('links', () => {
  async function meetingWith(name: string) {
    const { team } = await coordinator.call('plan', { planId }, {});
    const invited = team.filter((member) => member.name === name).map(({ personId }) => personId);
    const { meeting } = await coordinator.call(
      'createMeeting',
      { planId },
      { kind: 'care-team', startsAt: null, invited },
    );
    const { invitations } = await coordinator.call('createLinks', { meetingId: meeting.id }, {});
    const url = new URL(invitations.find(({ member }) => member.name === name)!.url);
    expect(url.pathname).toBe('/bli-med');
    return { meeting, token: url.hash.slice(1) };
  }

  test('A3: a relative opens a link with no account, again in the same browser, and never in another', async () => {
    const { meeting, token } = await meetingWith('Inger Solbakken');
    const browser = new Person(server.url);
    expect(await browser.call('redeemLink', {}, { token })).toEqual({ meetingId: meeting.id });
    const { me } = await browser.call('session', {}, {});
    expect(me).toMatchObject({ name: 'Inger Solbakken', identification: 'link', meetingId: meeting.id });
    expect(await browser.call('redeemLink', {}, { token })).toEqual({ meetingId: meeting.id });
    const other = new Person(server.url);
    await expect(other.call('redeemLink', {}, { token })).rejects.toMatchObject({ code: 'link-used' });
  });

  test('M1: one who holds a link and has not been let in reaches no plan; after the end, none any more', async () => {
    const { meeting, token } = await meetingWith('Inger Solbakken');
    const browser = new Person(server.url);
    await browser.call('redeemLink', {}, { token });
    await expect(browser.call('plan', { planId }, {})).rejects.toMatchObject({ code: 'not-found' });
    await expect(browser.call('ownTasks', { planId }, {})).rejects.toMatchObject({ code: 'not-found' });
    const { patients, meetings } = await browser.call('home', {}, {});
    expect([patients.length, meetings.map(({ id }) => id)]).toEqual([0, [meeting.id]]);
    const waiting = new StockClient({ person: browser, planId, sectionId: 'contacts' });
    expect(await waiting.refused()).toBe(closeCode.unknown);
    waiting.close();

    const host = await MeetingPage.open(coordinator);
    await host.enter(meeting.id);
    const guest = await MeetingPage.open(browser);
    await guest.join(meeting.id);
    const { lobby } = await host.sees((snapshot) => snapshot.lobby.length === 1);
    await host.get('meeting:admit', { participantId: lobby[0]!.id });
    await guest.push('meeting:admitted');
    const reader = await new StockClient({ person: browser, planId, sectionId: 'contacts' }).open();
    const cut = new Promise<number>((resolve) => reader.provider.once('closed', ({ code }) => resolve(code)));
    await host.get('meeting:end', {});
    expect(await cut).toBe(closeCode.unknown);
    await expect(browser.call('plan', { planId }, {})).rejects.toMatchObject({ code: 'not-found' });
    [reader, host, guest].forEach((client) => client.close());
  });

  test('A3: a browser whose answer was lost on the way may redeem its link again', async () => {
    const { meeting, token } = await meetingWith('Inger Solbakken');
    const browser = new Person(server.url);
    await browser.call('session', {}, {});
    await browser.copy().call('redeemLink', {}, { token });
    expect(await browser.call('redeemLink', {}, { token })).toEqual({ meetingId: meeting.id });
  });

  test('A3: a link that is taken back is unknown, and whoever came by it is out', async () => {
    const { meeting, token } = await meetingWith('Inger Solbakken');
    const browser = new Person(server.url);
    await browser.call('redeemLink', {}, { token });
    const guest = await MeetingPage.open(browser);
    await guest.join(meeting.id);
    const out = new Promise<void>((resolve) => guest.socket.once('disconnect', () => resolve()));
    const { me } = await browser.call('session', {}, {});
    await coordinator.call('revokeLink', { meetingId: meeting.id, personId: me!.personId }, {});
    await out;
    expect((await browser.call('session', {}, {})).me).toBeNull();
    await expect(browser.call('redeemLink', {}, { token })).rejects.toMatchObject({ code: 'link-unknown' });
  });

  test('A3: a link that has run out opens neither a call nor a line, and is recorded', async () => {
    const { meeting, token } = await meetingWith('Inger Solbakken');
    const database = new DatabaseSync(join(server.dataDirectory, 'samrad.sqlite'));
    const { changes } = database
      .prepare('update link set expires_at = ? where meeting_id = ?')
      .run(new Date(Date.now() - 1_000).toISOString(), meeting.id);
    database.close();
    expect(Number(changes)).toBe(1);
    const browser = new Person(server.url);
    await expect(browser.call('redeemLink', {}, { token })).rejects.toMatchObject({ code: 'link-expired' });
    expect((await browser.call('session', {}, {})).me).toBeNull();
    await expect(browser.call('meeting', { meetingId: meeting.id }, {})).rejects.toMatchObject({
      code: 'not-signed-in',
    });
    // Without a line there is nobody to ask for anything in the meeting.
    await expect(MeetingPage.open(browser)).rejects.toThrow('not-signed-in');
    const refused = recorded(server).filter((one) => one.meetingId === meeting.id && one.outcome === 'refused');
    expect(refused).toMatchObject([{ action: 'link:redeem', detail: 'link-expired', actor: null }]);
  });

  test('A3: a link session reaches only its own meeting', async () => {
    const { token } = await meetingWith('Inger Solbakken');
    const { meeting: second } = await meetingWith('Inger Solbakken');
    const browser = new Person(server.url);
    await browser.call('redeemLink', {}, { token });
    await expect(browser.call('meeting', { meetingId: second.id }, {})).rejects.toMatchObject({ code: 'not-found' });
  });

  test('A3: an unknown link and a replaced one are unknown; one for a professional asks to sign in first', async () => {
    const browser = new Person(server.url);
    await expect(browser.call('redeemLink', {}, { token: unknownId })).rejects.toMatchObject({ code: 'link-unknown' });
    const { meeting, token } = await meetingWith('Inger Solbakken');
    await coordinator.call('createLinks', { meetingId: meeting.id }, {});
    await expect(browser.call('redeemLink', {}, { token })).rejects.toMatchObject({ code: 'link-unknown' });
    const professional = await meetingWith('Anne Lindqvist');
    await expect(browser.call('redeemLink', {}, { token: professional.token })).rejects.toMatchObject({
      code: 'sign-in-first',
    });
    const gp = await server.signIn('Anne Lindqvist');
    expect(await gp.call('redeemLink', {}, { token: professional.token })).toEqual({
      meetingId: professional.meeting.id,
    });
  });
});

describe('own tasks', () => {
  test('P4: a volunteer sees and answers his own task and no other', async () => {
    const volunteer = await server.signIn('Bjørn Aasen');
    const { tasks } = await volunteer.call('ownTasks', { planId }, {});
    expect(tasks.map(({ owner }) => owner)).toEqual([volunteer.personId]);
    const taskId = tasks[0]!.id;
    await volunteer.call('setOwnTaskStatus', { planId, taskId }, { status: 'done' });
    expect((await volunteer.call('ownTasks', { planId }, {})).tasks[0]?.status).toBe('done');
    const wife = await server.signIn('Inger Solbakken');
    await expect(wife.call('setOwnTaskStatus', { planId, taskId }, { status: 'open' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

describe('hostile requests', () => {
  test('A4: a request from a foreign page is not carried out', async () => {
    const response = await fetch(`${server.url}/api/sign-out`, {
      method: 'POST',
      headers: { cookie: coordinator.cookie, origin: 'https://elsewhere.example' },
    });
    expect(response.status).toBe(404);
    const { me } = await coordinator.call('session', {}, {});
    expect(me?.name).toBe('Kari Nymoen');
  });

  test('H5: no JSON, too much, and the wrong shape each get their code', async () => {
    const post = async (body: string) => {
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(`${server.url}/api/links/redeem`, { method: 'POST', headers, body });
      return ((await response.json()) as { code: string }).code;
    };
    expect(await post('{')).toBe('bad-request');
    expect(await post(JSON.stringify({ token: 'x'.repeat(bodyLimit) }))).toBe('too-large');
    expect(await post('{"token":5}')).toBe('bad-request');
  });

  test('H5: every page comes with a strict content security policy and no foreign host', async () => {
    const response = await fetch(`${server.url}/healthz`);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect(policy).not.toMatch(/https:/);
  });
});
