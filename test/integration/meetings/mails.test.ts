/** Invitations, changes, cancellations and reminders by mail, through a real SMTP server; the demonstration's mailbox; series. */
import { once } from 'node:events';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { osloTime } from '../../../shared/domain/calendar/oslo.ts';
import { startApp } from '../../support/app.ts';
import { Person } from '../../support/person.ts';
import { gather, type CareTeam } from './careTeam.ts';
import { recorded } from './recorded.ts';

/** A mail server that keeps what it is given. */
class PostOffice {
  readonly mails: { to: string; text: string }[] = [];
  readonly #waiting = new Set<() => void>();
  readonly #server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const to = session.envelope.rcptTo[0]?.address ?? '';
        this.mails.push({ to, text: decoded(Buffer.concat(chunks).toString()) });
        done();
        for (const wake of [...this.#waiting]) wake();
      });
    },
  });

  async open(): Promise<string> {
    const server = this.#server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  /** The mail to an address that says something, come or to come. */
  async got(to: string, words: string, not = ''): Promise<string> {
    for (;;) {
      const found = this.mails.find((mail) => mail.to === to && mail.text.includes(words) && mail.text !== not);
      if (found) return found.text;
      await new Promise<void>((resolve) => this.#waiting.add(resolve));
    }
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.#server.close(resolve));
  }
}

/** A mail as its reader sees it: quoted-printable and base64 parts, and folded lines, undone. */
function decoded(raw: string): string {
  const parts = raw.split(/\r\n--[^\r\n]+/).map((part) => {
    const [head = '', ...body] = part.split('\r\n\r\n');
    const text = body.join('\r\n\r\n');
    if (/base64/i.test(head)) return Buffer.from(text, 'base64').toString();
    if (!/quoted-printable/i.test(head)) return part;
    const bytes = text
      .replace(/=\r\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
    return Buffer.from(bytes, 'latin1').toString();
  });
  return parts.join('\n').replace(/\r\n[ \t]/g, '');
}

const office = new PostOffice();
let team: CareTeam;
let wife: Person;
let smtpUrl: string;
const from = 'samrad@example.no';

beforeAll(async () => {
  smtpUrl = await office.open();
  team = await gather({ mail: { smtpUrl, from } });
  wife = await team.server.signIn('Inger Solbakken');
});

afterAll(async () => {
  await team.close();
  await office.close();
});

async function convene(startsAt = '2027-01-12T12:00:00.000Z', repeats?: { everyWeeks: number; times: number }) {
  const invited = [team.gp.personId, wife.personId];
  const { meeting } = await team.coordinator.call(
    'createMeeting',
    { planId: team.planId },
    { kind: 'discharge', startsAt, invited, ...(repeats && { repeats }) },
  );
  return meeting;
}

function emails(word: string) {
  return [
    { personId: team.gp.personId, email: `gp.${word}@example.no` },
    { personId: wife.personId, email: `kone.${word}@example.no` },
  ];
}

const telling = /pasient|Harald|Solbakken|utskriv|kreft|fastlege|legemid|plan(?!lagt)/i;

test('E1: who is invited by mail gets the time, the way in and a calendar entry, and nothing of health or of the patient', async () => {
  const meeting = await convene();
  const body = { language: 'nb' as const, emails: emails('first') };
  const { mailed } = await team.coordinator.call('sendInvitations', { meetingId: meeting.id }, body);
  expect(mailed.sort()).toEqual([team.gp.personId, wife.personId].sort());
  const toGp = await office.got('gp.first@example.no', 'Bli med her');
  expect(toGp).toContain('tirsdag 12. januar kl. 13.00');
  expect(toGp).toContain(`/mote/${meeting.id}`);
  expect(toGp).toContain('METHOD:REQUEST');
  expect(toGp).toContain('DTSTART:20270112T120000Z');
  expect(toGp).not.toContain('/bli-med#');
  const toWife = await office.got('kone.first@example.no', 'Bli med her');
  const [, token = ''] = /\/bli-med#([A-Za-z0-9_-]{22})/.exec(toWife) ?? [];
  const browser = new Person(team.server.url);
  expect(await browser.call('redeemLink', {}, { token })).toEqual({ meetingId: meeting.id });
  // The personal link is in the mail alone; calendars are shared.
  expect(toWife.slice(toWife.indexOf('BEGIN:VCALENDAR'))).not.toContain(token);
  // What the person is called stands only where their own calendar names them as invited.
  for (const mail of [toGp, toWife]) expect(mail.replace(/ATTENDEE[^\n]*/g, '')).not.toMatch(telling);
  const sent = recorded(team.server).filter(
    ({ action, meetingId }) => action === 'meeting:mail' && meetingId === meeting.id,
  );
  expect(sent.map(({ subjectId }) => subjectId).sort()).toEqual([team.gp.personId, wife.personId].sort());
  expect(team.server.logged.join('\n')).not.toContain('first@example.no');
});

test('E1: a change is told with the same entry one higher, links go on to work, and who is left out is told that it is off', async () => {
  const meeting = await convene();
  await team.coordinator.call(
    'sendInvitations',
    { meetingId: meeting.id },
    { language: 'nn', emails: emails('change') },
  );
  const invitation = await office.got('kone.change@example.no', 'inviterer deg til eit');
  const [, token = ''] = /\/bli-med#([A-Za-z0-9_-]{22})/.exec(invitation) ?? [];
  const agenda = meeting.terms.agenda.map((point) =>
    point.id === 'medicines' ? { ...point, ownerId: team.gp.personId, callIn: true } : point,
  );
  const later = { startsAt: '2027-02-02T08:30:00.000Z', invited: meeting.invited, terms: { ...meeting.terms, agenda } };
  await team.coordinator.call('changeMeeting', { meetingId: meeting.id }, later);
  const toGp = await office.got('gp.change@example.no', 'har endra');
  // The GP's own ten minutes, after the ten of the point before.
  expect(toGp).toContain('DTSTART:20270202T084000Z');
  expect(toGp).toContain('DTEND:20270202T085000Z');
  expect(toGp).toContain('Dette er di eiga tid');
  expect(toGp).toContain('SEQUENCE:1');
  expect(await office.got('kone.change@example.no', 'har endra')).not.toContain('/bli-med#');
  const withoutGp = { ...later, invited: [wife.personId] };
  await team.coordinator.call('changeMeeting', { meetingId: meeting.id }, withoutGp);
  expect(await office.got('gp.change@example.no', 'har avlyst')).toContain('METHOD:CANCEL');
  const browser = new Person(team.server.url);
  expect(await browser.call('redeemLink', {}, { token })).toEqual({ meetingId: meeting.id });
  await team.coordinator.call('cancelMeeting', { meetingId: meeting.id }, { following: false });
  expect(await office.got('kone.change@example.no', 'har avlyst')).toContain('STATUS:CANCELLED');
});

test('E5: where it is agreed, a link asks for a code that is mailed to its person; a guess opens nothing', async () => {
  const { id: meetingId, terms, startsAt, invited } = await convene();
  const agreed = { startsAt, invited, terms: { ...terms, linkCode: true } };
  await team.coordinator.call('changeMeeting', { meetingId }, agreed);
  await team.coordinator.call('sendInvitations', { meetingId }, { language: 'nb', emails: emails('code') });
  const invitation = await office.got('kone.code@example.no', 'inviterer deg til');
  const [, token = ''] = /\/bli-med#([A-Za-z0-9_-]{22})/.exec(invitation) ?? [];
  const browser = new Person(team.server.url);
  await expect(browser.call('redeemLink', {}, { token })).rejects.toMatchObject({ code: 'link-code-needed' });
  const mail = await office.got('kone.code@example.no', 'Koden din er');
  expect(mail).not.toMatch(telling);
  const [, code = ''] = /Koden din er (\d{6})/.exec(mail) ?? [];
  const guess = code === '000000' ? '000001' : '000000';
  // Many guesses at once count as many after each other: the right code is not taken any more.
  const guesses = Array.from({ length: 8 }, () => browser.call('redeemLink', {}, { token, code: guess }));
  for (const answer of await Promise.allSettled(guesses))
    expect(answer).toMatchObject({ status: 'rejected', reason: { code: 'link-code-wrong' } });
  await expect(browser.call('redeemLink', {}, { token, code })).rejects.toMatchObject({ code: 'link-code-wrong' });

  await expect(browser.call('redeemLink', {}, { token })).rejects.toMatchObject({ code: 'link-code-needed' });
  const [, second = ''] =
    /Koden din er (\d{6})/.exec(await office.got('kone.code@example.no', 'Koden din er', mail)) ?? [];
  expect(await browser.call('redeemLink', {}, { token, code: second })).toEqual({ meetingId });
  // The browser that it belongs to now needs none.
  expect(await browser.call('redeemLink', {}, { token })).toEqual({ meetingId });
  const other = new Person(team.server.url);
  await expect(other.call('redeemLink', {}, { token, code: second })).rejects.toMatchObject({ code: 'link-used' });
  const refused = recorded(team.server).filter((one) => one.meetingId === meetingId && one.outcome === 'refused');
  expect(refused.map(({ detail }) => detail)).toContain('link-code-wrong');
  expect(team.server.logged.join('\n')).not.toContain(second);
});

test('E2: a mail that could not be sent waits on disk and goes when it can, also after a restart; soon is reminded of once', async () => {
  const nobody = { smtpUrl: 'smtp://127.0.0.1:1', from };
  const first = await gather({ mail: nobody });
  const invited = [first.gp.personId];
  const startsAt = new Date(Date.now() + 3_600_000).toISOString();
  const { meeting } = await first.coordinator.call(
    'createMeeting',
    { planId: first.planId },
    { kind: 'care-team', startsAt, invited },
  );
  const address = 'gp.waits@example.no';
  const body = { language: 'en' as const, emails: [{ personId: first.gp.personId, email: address }] };
  await first.coordinator.call('sendInvitations', { meetingId: meeting.id }, body);
  await first.server.stop();
  const { dataDirectory } = first.server;
  const outbox = (): { tries: number; waits: number; body: string }[] => {
    const file = new DatabaseSync(join(dataDirectory, 'samrad.sqlite'));
    const rows = file.prepare('select tries, next_at is not null as waits, body from outbox order by made_at').all();
    // Whatever its next time was, it has come.
    file.exec("update outbox set next_at = '2020-01-01T00:00:00.000Z' where next_at is not null");
    file.close();
    return rows as { tries: number; waits: number; body: string }[];
  };
  expect(outbox()).toMatchObject([{ tries: 1, waits: 1 }]);
  expect(first.server.logged.join('\n')).not.toContain(address);
  const second = await startApp({ dataDirectory, mail: { smtpUrl, from } });
  expect(await office.got(address, 'invites you to a video meeting')).toContain(`/mote/${meeting.id}`);
  await office.got(address, 'Remember the meeting');
  await second.stop();
  expect(outbox()).toMatchObject([
    { waits: 0, body: '' },
    { waits: 0, body: '' },
  ]);
  const third = await startApp({ dataDirectory, mail: { smtpUrl, from } });
  await third.stop();
  expect(outbox()).toHaveLength(2);
  await third.remove();
});

test('E3: a series keeps its weekday and its time over the change to summer time, and is called off from a meeting on', async () => {
  const first = await convene('2027-03-16T09:00:00.000Z', { everyWeeks: 2, times: 3 });
  const { meetings } = await team.coordinator.call('planMeetings', { planId: team.planId }, {});
  const series = meetings.filter(({ seriesId }) => seriesId === first.seriesId).toReversed();
  expect(series.map(({ startsAt }) => startsAt)).toEqual([
    '2027-03-16T09:00:00.000Z',
    '2027-03-30T08:00:00.000Z',
    '2027-04-13T08:00:00.000Z',
  ]);
  expect(series.map(({ startsAt }) => osloTime(new Date(startsAt)))).toEqual(['10:00', '10:00', '10:00']);
  const body = { language: 'nb' as const, emails: emails('series') };
  await team.coordinator.call('sendInvitations', { meetingId: first.id }, body);
  await office.got('gp.series@example.no', 'DTSTART:20270413T080000Z');
  await team.coordinator.call('cancelMeeting', { meetingId: series[1]!.id }, { following: true });
  const after = await team.coordinator.call('planMeetings', { planId: team.planId }, {});
  const states = after.meetings.filter(({ seriesId }) => seriesId === first.seriesId).toReversed();
  expect(states.map(({ state }) => state)).toEqual(['scheduled', 'cancelled', 'cancelled']);
});

test('E1: without a mail server it is said so, and the mailbox is the demonstration’s alone', async () => {
  const none = await gather({ mail: null });
  const { meeting } = await none.coordinator.call(
    'createMeeting',
    { planId: none.planId },
    { kind: 'care-team', startsAt: null, invited: [none.gp.personId] },
  );
  const body = { language: 'nb' as const, emails: [{ personId: none.gp.personId, email: 'gp@example.no' }] };
  await none.coordinator.call('sendInvitations', { meetingId: meeting.id }, body);
  const { mails } = await none.coordinator.call('mailbox', {}, {});
  expect(mails).toMatchObject([{ name: 'Anne Lindqvist', address: 'gp@example.no' }]);
  await none.close();
});
