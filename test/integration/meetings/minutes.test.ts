/** The minutes of a meeting: written together while it goes on, frozen, approved by those who were there. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { addDecision, decisionsOf, generalNote, minutesHash, noteOf } from '../../../shared/meetings/minutes.ts';
import { closeCode } from '../../../shared/protocol/sync.ts';
import type { Person } from '../../support/person.ts';
import { StockClient } from '../../support/stockClient.ts';
import { gather, type CareTeam } from './careTeam.ts';
import { MeetingPage } from './meetingPage.ts';
import { recorded } from './recorded.ts';

let team: CareTeam;
const pages: MeetingPage[] = [];
const clients: StockClient[] = [];

beforeAll(async () => {
  team = await gather();
});

afterEach(() => {
  for (const page of pages.splice(0)) page.close();
  for (const client of clients.splice(0)) client.close();
});

afterAll(() => team.close());

/** The code with which the server closes a client that is open. */
function closing(client: StockClient): Promise<number> {
  return new Promise((resolve) => client.provider.once('closed', ({ code }) => resolve(code)));
}

function writer(person: Person, meetingId: string): StockClient {
  const client = new StockClient({ person, planId: team.planId, document: `minutes.${meetingId}` });
  clients.push(client);
  return client;
}

/** A meeting in which the GP has been let in. */
async function going() {
  const meetingId = await team.convene();
  const leader = await MeetingPage.open(team.coordinator);
  await leader.enter(meetingId);
  const { page, joined } = await team.admit(leader, team.gp, meetingId);
  pages.push(leader, page);
  return { meetingId, leader, gpId: joined.meeting.me, agenda: joined.meeting.terms.agenda };
}

test('M10: those who are in write the minutes together, point by point, and a decision is a line of its own', async () => {
  const { meetingId, agenda } = await going();
  const [one, other] = await Promise.all([
    writer(team.coordinator, meetingId).open(),
    writer(team.gp, meetingId).open(),
  ]);
  noteOf(one.doc, agenda[0]!.id).insert(0, 'Han vil være hjemme.');
  const id = addDecision(other.doc, null);
  decisionsOf(other.doc)[0]!.text.insert(0, 'Fastlegen ringer mandag.');
  generalNote(other.doc).insert(0, 'Alle var med.');
  await Promise.all([one.durable(), other.durable()]);
  const record = await team.coordinator.call('meetingRecord', { meetingId }, {});
  expect(record.minutes.content).toEqual({
    notes: [{ pointId: agenda[0]!.id, title: null, text: 'Han vil være hjemme.' }],
    general: 'Alle var med.',
    decisions: [{ id, text: 'Fastlegen ringer mandag.', taskId: '' }],
  });
  expect(record.attendance).toMatchObject([
    { name: 'Kari Nymoen', role: 'coordinator', wentAt: null },
    { name: 'Anne Lindqvist', role: 'gp', identification: 'demo', wentAt: null },
  ]);
});

test('M10: who is invited and was not let in reads; who is not invited, and who is put back, reaches nothing more', async () => {
  const { meetingId, leader, gpId, agenda } = await going();
  const gp = await writer(team.gp, meetingId).open();
  const nurse = writer(team.nurse, meetingId);
  await nurse.open();
  const nurseClosed = closing(nurse);
  noteOf(nurse.doc, agenda[0]!.id).insert(0, 'Utenfor.');
  expect(await nurseClosed).toBe(closeCode.notAllowed);
  expect(await writer(team.outsider, meetingId).refused()).toBe(closeCode.unknown);
  await expect(team.outsider.call('meetingRecord', { meetingId }, {})).rejects.toMatchObject({ code: 'not-found' });
  const gpClosed = closing(gp);
  await leader.get('meeting:putBack', { participantId: gpId });
  expect(await gpClosed).toBe(closeCode.notAllowed);
  await leader.get('meeting:remove', { participantId: gpId });
  expect(await writer(team.gp, meetingId).refused()).toBe(closeCode.unknown);
});

test('M10: minutes are frozen after the meeting, stay as they are, and are approved as they were read', async () => {
  const { meetingId, leader, agenda } = await going();
  const gp = await writer(team.gp, meetingId).open();
  noteOf(gp.doc, agenda[1]!.id).insert(0, 'Datteren hjelper til.');
  await gp.durable();
  await expect(team.coordinator.call('finishMinutes', { meetingId }, {})).rejects.toMatchObject({
    code: 'wrong-state',
  });
  await leader.get('meeting:end', {});
  await expect(team.gp.call('finishMinutes', { meetingId }, {})).rejects.toMatchObject({ code: 'not-found' });
  const gpClosed = closing(gp);
  await team.coordinator.call('finishMinutes', { meetingId }, {});
  await team.coordinator.call('finishMinutes', { meetingId }, {});
  expect(await gpClosed).toBe(closeCode.notAllowed);
  const record = await team.gp.call('meetingRecord', { meetingId }, {});
  expect(record).toMatchObject({ mayApprove: true, mayFinish: false, minutes: { frozen: { by: 'Kari Nymoen' } } });
  expect(record.attendance.every(({ wentAt }) => wentAt !== null)).toBe(true);
  const { hash, content } = record.minutes;
  expect(await minutesHash(meetingId, content)).toBe(hash);
  await expect(team.gp.call('approveMinutes', { meetingId }, { hash: 'a'.repeat(64) })).rejects.toMatchObject({
    code: 'wrong-state',
  });
  await team.gp.call('approveMinutes', { meetingId }, { hash });
  await team.gp.call('approveMinutes', { meetingId }, { hash });
  await expect(team.nurse.call('approveMinutes', { meetingId }, { hash })).rejects.toMatchObject({ code: 'not-found' });
  const after = await team.coordinator.call('meetingRecord', { meetingId }, {});
  expect(after.minutes.approvals).toMatchObject([{ name: 'Anne Lindqvist', role: 'gp' }]);
  const { meetings } = await team.gp.call('planMeetings', { planId: team.planId }, {});
  expect(meetings.find(({ id }) => id === meetingId)).toMatchObject({ state: 'ended' });
  const actions = recorded(team.server).filter((one) => one.meetingId === meetingId && one.outcome === 'done');
  expect(actions.filter(({ action }) => action === 'minutes:finish' || action === 'minutes:approve')).toHaveLength(3);
});
