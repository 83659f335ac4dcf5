/** Keys of end-to-end encryption: pages with real sockets, the client's own keys, and a server that passes on what it can't read. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { KeyMessage } from '../../../client/media/endToEnd/messages.ts';
import { MeetingKeys } from '../../../client/meeting/endToEnd/meetingKeys.ts';
import { newId } from '../../../shared/domain/ids.ts';
import type { PassedKey } from '../../../shared/protocol/mediaKeys.ts';
import type { MeetingSnapshot } from '../../../shared/protocol/types.ts';
import { startApp, type RunningApp } from '../../support/app.ts';
import { Person } from '../../support/person.ts';
import { MeetingPage } from './meetingPage.ts';

let server: RunningApp;
let meetingId: string;
const ends: (() => void)[] = [];

beforeEach(async () => {
  server = await startApp();
  const coordinator = await Person.signIn(server.url, 'Kari Nymoen');
  const planId = await coordinator.planOf('Harald Solbakken');
  const { team } = await coordinator.call('plan', { planId }, {});
  const invited = team.map(({ personId }) => personId);
  const { meeting } = await coordinator.call(
    'createMeeting',
    { planId },
    { kind: 'care-team', startsAt: null, invited },
  );
  meetingId = meeting.id;
});

afterEach(async () => {
  for (const end of ends.splice(0)) end();
  await server.stop();
  await server.remove();
});

const secret = newId();

/** Somebody in the room with the client's own keys, and what their encrypting thread was told. */
interface Keyed {
  readonly page: MeetingPage;
  readonly keys: MeetingKeys;
  readonly told: KeyMessage[];
  readonly me: string;
}

async function enter(name: string, host: Keyed | null, meetingSecret = secret): Promise<Keyed> {
  const page = await MeetingPage.open(await Person.signIn(server.url, name));
  const told: KeyMessage[] = [];
  const keys = new MeetingKeys({
    meetingId,
    secret: meetingSecret,
    ask: (request, input) => page.get(request, input),
    tell: (message) => void told.push(message),
    onChanged: () => undefined,
  });
  ends.push(() => {
    keys.close();
    page.close();
  });
  page.socket.on('meeting:changed', (meeting: MeetingSnapshot) => keys.update(meeting));
  page.socket.on('meeting:keyPassed', (key: PassedKey) => keys.passed(key));
  const answer = await page.join(meetingId);
  if (answer.state === 'lobby' && host) {
    const { lobby } = await host.page.sees(({ lobby: waiting }) => waiting.some((one) => one.name === name));
    const knock = lobby.find((one) => one.name === name);
    await host.page.get('meeting:admit', { participantId: knock?.id ?? '' });
  }
  const joined = answer.state === 'joined' ? answer : await page.push('meeting:admitted');
  keys.entered(joined.meeting);
  return { page, keys, told, me: joined.meeting.me };
}

/** The newest key that one sends with, as hexadecimal. */
function sending({ told }: Keyed): string | null {
  const last = told.findLast((message) => message.do === 'send');
  return last ? `${last.keyId} ${Buffer.from(last.secret).toString('hex')}` : null;
}

/** The newest key that one has of another. */
function has({ told }: Keyed, of: Keyed): string | null {
  const last = told.findLast((message) => message.do === 'receive' && message.participantId === of.me);
  return last?.do === 'receive' ? `${last.keyId} ${Buffer.from(last.secret).toString('hex')}` : null;
}

const seconds = { timeout: 10_000, interval: 20 };

/** All of these have the keys that the others send with. */
function allAgree(people: readonly Keyed[]): Promise<void> {
  return vi.waitFor(() => {
    for (const one of people)
      for (const other of people) {
        if (one === other) continue;
        expect(sending(other)).not.toBeNull();
        expect(has(one, other)).toBe(sending(other));
      }
  }, seconds);
}

test('C1: all who have the secret get the key of each, and not a byte of it passes readable through the server', async () => {
  const host = await enter('Kari Nymoen', null);
  const people = [host, await enter('Anne Lindqvist', host), await enter('Sofie Amundsen', host)];
  await allAgree(people);
  expect(new Set(people.map(sending)).size).toBe(3);
  const passed = JSON.stringify(people.flatMap(({ page }) => page.pushed));
  for (const { told } of people)
    for (const message of told) {
      if (!('secret' in message)) continue;
      expect(passed).not.toContain(Buffer.from(message.secret).toString('base64url').slice(0, 20));
    }
  expect(passed).not.toContain(secret);
});

test('C1: who has another secret gets no key and gives none, and the others are told so', async () => {
  const host = await enter('Kari Nymoen', null);
  const gp = await enter('Anne Lindqvist', host);
  const stranger = await enter('Sofie Amundsen', host, newId());
  await allAgree([host, gp]);
  await vi.waitFor(() => {
    for (const { keys } of [host, gp]) expect(keys.unproven).toEqual([stranger.me]);
    expect([...stranger.keys.unproven].sort()).toEqual([host.me, gp.me].sort());
  }, seconds);
  expect(stranger.page.all('meeting:keyPassed')).toEqual([]);
  expect(stranger.told.filter((message) => message.do === 'receive')).toEqual([]);
});

test('C2: when somebody leaves or is removed, those who stay send with keys that the other never had', async () => {
  const host = await enter('Kari Nymoen', null);
  const gp = await enter('Anne Lindqvist', host);
  const nurse = await enter('Sofie Amundsen', host);
  await allAgree([host, gp, nurse]);
  const before = [host, gp].map(sending);
  await host.page.get('meeting:remove', { participantId: nurse.me });
  await vi.waitFor(() => [host, gp].forEach((one, index) => expect(sending(one)).not.toBe(before[index])), seconds);
  await allAgree([host, gp]);
  for (const one of [host, gp]) {
    expect(has(nurse, one)).not.toBe(sending(one));
    expect(one.told).toContainEqual({ do: 'forget', participantId: nurse.me });
  }
});

test('C2: who comes back by a new line gets the keys of now, also those made while they were away', async () => {
  const host = await enter('Kari Nymoen', null);
  const gp = await enter('Anne Lindqvist', host);
  const nurse = await enter('Sofie Amundsen', host);
  await allAgree([host, gp, nurse]);
  gp.page.cut();
  await host.page.sees(({ participants }) => participants.some(({ id, state }) => id === gp.me && state !== 'joined'));
  await nurse.page.get('meeting:leave', {});
  const back = await enter('Anne Lindqvist', host);
  await allAgree([host, back]);
  expect(has(nurse, host)).not.toBe(sending(host));
});

test('C1: a key that a server makes up, swaps between people or plays again is not taken', async () => {
  const host = await enter('Kari Nymoen', null);
  const gp = await enter('Anne Lindqvist', host);
  const nurse = await enter('Sofie Amundsen', host);
  await allAgree([host, gp, nurse]);
  const [first] = gp.page.all('meeting:keyPassed').filter(({ from }) => from === host.me);
  const before = [...gp.told];
  // Played again, said to come from another, made up, and meant for another.
  gp.keys.passed(first!);
  gp.keys.passed({ ...first!, from: nurse.me });
  gp.keys.passed({ from: host.me, box: 'A'.repeat(64) });
  gp.keys.passed(nurse.page.all('meeting:keyPassed').find(({ from }) => from === host.me)!);
  // Another's public key under this participant's name has no proof that fits.
  const meeting = await gp.page.sees(
    ({ participants }) => participants.length === 3 && participants.every(({ mediaKey }) => mediaKey !== null),
  );
  const [hostKey, nurseKey] = [host, nurse].map(({ me }) => meeting.participants.find(({ id }) => id === me)?.mediaKey);
  const swapped = meeting.participants.map((one) => (one.id === host.me ? { ...one, mediaKey: nurseKey! } : one));
  gp.keys.update({ ...meeting, participants: swapped });
  await vi.waitFor(() => expect(gp.keys.unproven).toEqual([host.me]), seconds);
  expect(hostKey).not.toEqual(nurseKey);
  expect(gp.told.filter((message) => message.do === 'receive')).toEqual(
    before.filter((message) => message.do === 'receive'),
  );
});

test('C1: what is no key is refused, and one for somebody who has gone is passed over', async () => {
  const host = await enter('Kari Nymoen', null);
  const gp = await enter('Anne Lindqvist', host);
  const bad = { ok: false, code: 'bad-request' };
  expect(await gp.page.askRaw('meeting:announceKey', { publicKey: 'x', proof: 'y' })).toEqual(bad);
  expect(await gp.page.askRaw('meeting:passKeys', { keys: [{ to: host.me, box: 'short' }] })).toEqual(bad);
  const many = Array.from({ length: 65 }, () => ({ to: host.me, box: 'A'.repeat(64) }));
  expect(await gp.page.askRaw('meeting:passKeys', { keys: many })).toEqual(bad);
  const gone = { keys: [{ to: newId(), box: 'A'.repeat(64) }] };
  expect(await gp.page.ask('meeting:passKeys', gone)).toEqual({ ok: true, data: {} });
});

test('C1: whether a meeting is encrypted is decided when it is made, and nobody changes it later', async () => {
  const coordinator = await Person.signIn(server.url, 'Kari Nymoen');
  const { meeting } = await coordinator.call('meeting', { meetingId }, {});
  expect(meeting.terms.endToEnd).toBe(false);
  const { startsAt, invited, planId } = meeting;
  const terms = { ...meeting.terms, endToEnd: true };
  const { meeting: changed } = await coordinator.call('changeMeeting', { meetingId }, { startsAt, invited, terms });
  expect(changed.terms.endToEnd).toBe(false);
  const made = await coordinator.call(
    'createMeeting',
    { planId },
    { kind: 'care-team', startsAt: null, invited, terms },
  );
  expect(made.meeting.terms.endToEnd).toBe(true);
  const plain = { startsAt, invited, terms: { ...terms, endToEnd: false } };
  const kept = await coordinator.call('changeMeeting', { meetingId: made.meeting.id }, plain);
  expect(kept.meeting.terms.endToEnd).toBe(true);
});
