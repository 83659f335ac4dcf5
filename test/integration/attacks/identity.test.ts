/** Attacks by people who want to be somebody else, or more than they are: each is refused and written down. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import { newId } from '../../../shared/domain/ids.ts';
import { SamradError } from '../../../shared/protocol/errors.ts';
import { closeCode, message } from '../../../shared/protocol/sync.ts';
import { AuditTail, type AuditRecord } from '../../support/auditTail.ts';
import { Listener } from '../../support/listener.ts';
import { Person } from '../../support/person.ts';
import { bytes, RawConnection } from '../../support/rawConnection.ts';
import { wordUpdate } from '../../support/teamPlan.ts';
import { gather, type CareTeam } from '../meetings/careTeam.ts';
import { MeetingPage } from '../meetings/meetingPage.ts';

let team: CareTeam;
let relative: Person;
let tail: AuditTail;

beforeAll(async () => {
  team = await gather();
  relative = await team.server.signIn('Inger Solbakken');
  tail = new AuditTail(team.server);
});

afterAll(async () => {
  tail.close();
  await team.close();
});

/** Resolves with the refusals since the last look, once there is one of this action. */
async function refused(action: string): Promise<AuditRecord> {
  const found: AuditRecord[] = [];
  await expect
    .poll(() => {
      found.push(...tail.take().filter((record) => record.outcome === 'refused' && record.action === action));
      return found.length;
    })
    .toBeGreaterThan(0);
  return found[0]!;
}

/** A browser with these cookies and nothing else. */
async function meBy(cookie: string): Promise<unknown> {
  const response = await fetch(`${team.server.url}/api/session`, { headers: { cookie } });
  return ((await response.json()) as { data: { me: unknown } }).data.me;
}

test('S2: a session that was fixed beforehand is nobody’s, before and after its victim signs in', async () => {
  const fixed = `samrad_session=${newId()}`;
  const { people } = await new Person(team.server.url).call('demoPeople', {}, {});
  const response = await fetch(`${team.server.url}/api/demo/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: fixed },
    body: JSON.stringify({ personId: people[0]!.personId }),
  });
  expect(response.headers.getSetCookie().join()).not.toContain(fixed);
  expect(await meBy(fixed)).toBeNull();
});

test('S3: a stolen cookie ends the session that it was stolen from, and it is recorded', async () => {
  const victim = new Person(team.server.url);
  await victim.call('session', {}, {});
  await victim.call('demoSignIn', {}, { personId: team.nurse.personId });
  const stolen = victim.cookie.split('; ').find((cookie) => cookie.startsWith('samrad_session='))!;
  tail.take();
  expect(await meBy(`${stolen}; samrad_browser=${newId()}`)).toBeNull();
  expect(await refused('session:refuse')).toMatchObject({ actor: { personId: team.nurse.personId } });
  await expect(victim.call('home', {}, {})).rejects.toMatchObject({ code: 'not-signed-in' });
});

test('P6: presence that says it is somebody else is not believed, and is recorded', async () => {
  const listener = await Listener.open(team.nurse, team.planId);
  const channel = await listener.attend('presence');
  const person = { id: team.gp.personId, name: 'Overlegen', role: 'oncologist', color: 0 };
  const update = bytes((encoder) => {
    writeVarUint(encoder, 1);
    writeVarUint(encoder, 4_711);
    writeVarUint(encoder, 1);
    writeVarString(encoder, JSON.stringify({ at: null, person }));
  });
  tail.take();
  const awareness = bytes((encoder) => {
    writeVarUint(encoder, message.awareness);
    writeVarUint8Array(encoder, update);
  });
  listener.connection.sendData(channel, awareness);
  expect(await refused('request:refuse')).toMatchObject({
    detail: 'forged',
    actor: { personId: team.nurse.personId },
  });
  listener.close();
});

test.each([
  ['an update', 2],
  ['an answer to a question that was never asked', 1],
])('P4: %s by one who may only read ends their channel, reaches nobody and is recorded', async (_what, kind) => {
  const reader = await Listener.open(relative, team.planId);
  const channel = reader.ask('contacts');
  await reader.answer(channel);
  tail.take();
  const forged = bytes((encoder) => {
    writeVarUint(encoder, message.sync);
    writeVarUint(encoder, kind);
    writeVarUint8Array(encoder, wordUpdate('forged'));
  });
  reader.connection.sendData(channel, forged);
  expect(await reader.connection.closeOf(channel)).toBe(closeCode.notAllowed);
  expect(await refused('section:write')).toMatchObject({ actor: { personId: relative.personId } });
  const witness = await Listener.open(team.coordinator, team.planId);
  expect(JSON.stringify(await witness.answer(witness.ask('contacts')))).not.toContain('forged');
  [reader, witness].forEach((client) => client.close());
});

test('A5: what is sent on sockets after signing out is not carried out', async () => {
  const person = await team.server.signIn('Anne Lindqvist');
  const [plan, meeting] = await Promise.all([
    RawConnection.open({ url: team.server.url, cookie: person.cookie }),
    MeetingPage.open(person),
  ]);
  const gone = new Promise<void>((resolve) => meeting.socket.once('disconnect', () => resolve()));
  await person.copy().call('signOut', {}, {});
  plan.openChannel(1, `${team.planId}/contacts`);
  expect(await plan.ended).toBe(closeCode.notSignedIn);
  await gone;
  expect(plan.frames.filter(({ kind }) => kind === 'data')).toEqual([]);
  await expect(MeetingPage.open(person)).rejects.toThrow('not-signed-in');
});

test('A1: ids of somebody else’s media and of another meeting’s people do nothing, and each is recorded', async () => {
  const [meetingId, otherId] = [await team.convene(), await team.convene()];
  const leader = await MeetingPage.open(team.coordinator);
  await leader.enter(meetingId);
  const { page: gp } = await team.admit(leader, team.gp, meetingId);
  const elsewhere = await MeetingPage.open(team.coordinator);
  await elsewhere.enter(otherId);
  const waiting = await MeetingPage.open(team.nurse);
  await waiting.join(otherId);
  const { lobby } = await elsewhere.sees((meeting) => meeting.lobby.length > 0);
  const theirs = (await leader.get('media:setup', {})).send.id;
  await gp.get('media:setup', {});
  tail.take();
  const attempts = [
    [gp, 'media:restartIce', { transportId: theirs }],
    [leader, 'meeting:admit', { participantId: lobby[0]!.id }],
  ] as const;
  for (const [page, name, input] of attempts) {
    expect(await page.askRaw(name, input), name).toMatchObject({ ok: false });
    expect(await refused('meeting:request')).toMatchObject({ detail: `${name} not-found`, meetingId });
  }
  [leader, gp, elsewhere, waiting].forEach((page) => page.close());
});

// Last: it uses up what this address may try.
test('A3: guessed links open nothing, are recorded, and after a while not even answered', async () => {
  const guesser = new Person(team.server.url);
  tail.take();
  const codes = new Set<string>();
  while (!codes.has('too-many')) {
    const guess = guesser.call('redeemLink', {}, { token: newId() });
    codes.add(
      await guess.then(
        () => 'opened',
        (error: unknown) => (error instanceof SamradError ? error.code : String(error)),
      ),
    );
  }
  expect([...codes]).toEqual(['link-unknown', 'too-many']);
  expect(await refused('link:redeem')).toMatchObject({ actor: null, detail: 'link-unknown' });
});
