/** The gateway itself: what it does with requests that no page of ours would send. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { newId } from '../../../shared/domain/ids.ts';
import { requestLimit, requests, socketMessageLimit } from '../../../shared/protocol/requests.ts';
import type { Person } from '../../support/person.ts';
import { gather, type CareTeam } from './careTeam.ts';
import { MeetingPage } from './meetingPage.ts';

let team: CareTeam;
const pages: MeetingPage[] = [];

beforeAll(async () => {
  team = await gather();
});

afterEach(() => {
  for (const page of pages.splice(0)) page.close();
});

afterAll(() => team.close());

async function open(person: Person): Promise<MeetingPage> {
  const page = await MeetingPage.open(person);
  pages.push(page);
  return page;
}

const lives = async (page: MeetingPage) => expect(await page.ask('meeting:leave', {})).toEqual({ ok: true, data: {} });

test('H5: a request larger than its limit is refused and the line lives', async () => {
  const page = await open(team.gp);
  const padding = 'x'.repeat(requestLimit);
  expect(await page.askRaw('meeting:leave', { padding })).toEqual({ ok: false, code: 'too-large' });
  expect(await page.askRaw('meeting:leave', Buffer.alloc(requestLimit))).toEqual({ ok: false, code: 'too-large' });
  await lives(page);
});

test('H5: a message larger than the socket takes ends this line only', async () => {
  const [page, other] = [await open(team.gp), await open(team.nurse)];
  page.socket.emit('meeting:leave', { padding: 'x'.repeat(socketMessageLimit) });
  await page.disconnected();
  await lives(other);
});

test('H5: malformed requests are answered bad-request', async () => {
  const page = await open(team.gp);
  const bad = { ok: false, code: 'bad-request' };
  const inputs = [null, 1, 'x', [], true, { meetingId: '../x', seat: 1 }, { __proto__: null, meetingId: newId() }];
  for (const input of inputs) expect(await page.askRaw('meeting:join', input)).toEqual(bad);
  for (const name of ['meeting:unknown', '', 'constructor', '__proto__', 'toString', 'error', 'hasOwnProperty'])
    expect(await page.askRaw(name, {})).toEqual(bad);
  expect(await page.askRaw('meeting:leave')).toEqual(bad);
  expect(await page.askRaw('meeting:leave', {}, {})).toEqual(bad);
  await lives(page);
});

test('H5: nesting without end harms nobody', async () => {
  const [page, other] = [await open(team.gp), await open(team.nurse)];
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  page.socket.io.engine.send(`21["meeting:join",${deep}]`);
  await lives(page);
  page.socket.io.engine.send(`51-2["meeting:join",${deep},{"_placeholder":true,"num":0}]`);
  page.socket.io.engine.send(Buffer.from('x'));
  await lives(other);
});

test('H5: what does not ask for an answer is no request', async () => {
  const page = await open(team.coordinator);
  const meetingId = await team.convene();
  await page.enter(meetingId);
  for (const name of Object.keys(requests)) page.socket.emit(name, {}).emit(name).emit(name, {}, {}, 'no function');
  page.socket.emit('error', new Error('x')).emit('error');
  expect(await page.ask('meeting:raiseHand', { raised: true })).toEqual({ ok: true, data: {} });
});

test('H5: a flood is told to slow down, and the line lives', async () => {
  const page = await open(team.gp);
  const answers = await Promise.all(Array.from({ length: 1_000 }, () => page.ask('meeting:leave', {})));
  const codes = answers.map((answer) => (answer.ok ? 'done' : answer.code));
  expect(new Set(codes)).toEqual(new Set(['done', 'too-many']));
  expect(codes.filter((code) => code === 'done').length).toBeGreaterThan(300);
  // The bucket fills as time goes by: asking until it is answered must come to an end.
  while (!(await page.ask('meeting:leave', {})).ok);
});

test('whoever asks out of turn is told so', async () => {
  const page = await open(team.nurse);
  expect(await page.ask('media:setup', {})).toEqual({ ok: false, code: 'wrong-state' });
  expect(await page.ask('meeting:end', {})).toEqual({ ok: false, code: 'wrong-state' });
});

test('nobody connects without being signed in', async () => {
  await expect(MeetingPage.open({ url: team.server.url, cookie: '' })).rejects.toThrow('not-signed-in');
  await expect(MeetingPage.open({ url: team.server.url, cookie: team.gp.cookie + 'x' })).rejects.toThrow(
    'not-signed-in',
  );
});

test('a network that lets no WebSocket through gets long polling', async () => {
  const page = await MeetingPage.open(team.coordinator, { transport: 'polling' });
  pages.push(page);
  await page.enter(await team.convene());
  await page.get('meeting:raiseHand', { raised: true });
  await page.sees(({ participants }) => participants[0]?.handRaisedAt !== null);
});

test('A4: a foreign page does not connect, over WebSocket or polling', async () => {
  await expect(MeetingPage.open(team.gp, { origin: 'https://evil.example' })).rejects.toThrow();
  const response = await fetch(`${team.server.url}/socket.io/?EIO=4&transport=polling`, {
    headers: { cookie: team.gp.cookie, origin: 'https://evil.example' },
  });
  expect(response.status).toBe(403);
});

test('A5: a session that ended elsewhere ends the line', async () => {
  const person = await team.server.signIn('Sofie Amundsen');
  const page = await open(person);
  await person.call('signOut', {}, {});
  await page.disconnected();
});

test('H4: nothing that was sent, and nobody’s name, is in the log', async () => {
  const canary = 'kanarifugl';
  const page = await open(team.coordinator);
  const meetingId = await team.convene();
  await page.enter(meetingId);
  await page.askRaw(canary, { canary });
  await page.askRaw('meeting:join', { meetingId: canary, seat: canary, takeOver: canary });
  const media = await page.get('media:setup', {});
  const fingerprints = [{ algorithm: canary, value: canary }];
  await page.askRaw('media:connect', { transportId: media.send.id, dtlsParameters: { fingerprints } });
  const rtpParameters = { codecs: [{ mimeType: `audio/${canary}`, payloadType: 100, clockRate: 48_000, channels: 2 }] };
  const produce = { transportId: media.send.id, source: 'microphone', rtpParameters, paused: false };
  expect(await page.askRaw('media:produce', produce)).toEqual({ ok: false, code: 'bad-request' });
  const log = team.server.logged.join('\n');
  expect(log).toContain('meeting live');
  for (const word of [canary, 'Nymoen', 'Solbakken', team.coordinator.personId]) expect(log).not.toContain(word);
});
