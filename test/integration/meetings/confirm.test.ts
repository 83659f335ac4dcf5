/** Who somebody is that came by a link, as the one who leads the meeting says it. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { newId } from '../../../shared/domain/ids.ts';
import { startApp, type RunningApp } from '../../support/app.ts';
import { AuditTail } from '../../support/auditTail.ts';
import { Person } from '../../support/person.ts';
import { MeetingPage } from './meetingPage.ts';

let server: RunningApp;
let coordinator: Person;
let tail: AuditTail;
const pages: MeetingPage[] = [];

beforeAll(async () => {
  server = await startApp();
  coordinator = await server.signIn('Kari Nymoen');
  tail = new AuditTail(server);
});

afterEach(() => {
  for (const page of pages.splice(0)) page.close();
});

afterAll(async () => {
  tail.close();
  await server.stop();
  await server.remove();
});

async function open(person: Person): Promise<MeetingPage> {
  const page = await MeetingPage.open(person);
  pages.push(page);
  return page;
}

/** The coordinator and the patient's wife in the room; she came by a link. */
async function withGuest() {
  const planId = await coordinator.planOf('Harald Solbakken');
  const wife = await server.signIn('Inger Solbakken');
  const invited = [wife.personId, (await server.signIn('Anne Lindqvist')).personId];
  const body = { kind: 'care-team' as const, startsAt: null, invited };
  const { meeting } = await coordinator.call('createMeeting', { planId }, body);
  const { invitations } = await coordinator.call('createLinks', { meetingId: meeting.id }, {});
  const link = invitations.find(({ member }) => member.personId === wife.personId);
  const browser = new Person(server.url);
  await browser.call('redeemLink', {}, { token: new URL(link?.url ?? '').hash.slice(1) });
  const host = await open(coordinator);
  await host.enter(meeting.id);
  const guest = await open(browser);
  await guest.join(meeting.id);
  const { lobby } = await host.sees((seen) => seen.lobby.length > 0);
  host.forget();
  await host.get('meeting:admit', { participantId: lobby[0]?.id ?? '' });
  await guest.push('meeting:admitted');
  return { host, guest, participantId: lobby[0]?.id ?? '', wife };
}

test('I6: all see who has confirmed whom, and it is recorded once', async () => {
  const { host, guest, participantId, wife } = await withGuest();
  const before = await host.sees(({ participants }) => participants.length === 2);
  expect(before.participants.find(({ id }) => id === participantId)).toMatchObject({
    identification: 'link',
    confirmedBy: null,
  });
  tail.take();
  guest.forget();
  await host.get('meeting:confirm', { participantId });
  await host.get('meeting:confirm', { participantId });
  const seen = await guest.sees(({ participants }) => participants.some(({ confirmedBy }) => confirmedBy !== null));
  expect(seen.participants.find(({ id }) => id === participantId)).toMatchObject({ confirmedBy: 'Kari Nymoen' });
  expect(tail.take().filter(({ action }) => action === 'meeting:confirm')).toMatchObject([
    { outcome: 'done', actor: { personId: coordinator.personId }, subjectId: wife.personId },
  ]);
});

test('I6: nobody confirms themselves, and nobody who is not there is confirmed', async () => {
  const { host, guest, participantId } = await withGuest();
  expect(await guest.ask('meeting:confirm', { participantId })).toEqual({ ok: false, code: 'not-found' });
  expect(await host.ask('meeting:confirm', { participantId: newId() })).toEqual({ ok: false, code: 'not-found' });
});
