/** Chat and captions: who writes, who reads, what is kept. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { newId } from '../../../shared/domain/ids.ts';
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

async function going({ keepChat }: { keepChat: boolean }) {
  const meetingId = await team.convene();
  const { meeting } = await team.coordinator.call('meeting', { meetingId }, {});
  const { startsAt, invited, terms } = meeting;
  await team.coordinator.call('changeMeeting', { meetingId }, { startsAt, invited, terms: { ...terms, keepChat } });
  const leader = await MeetingPage.open(team.coordinator);
  await leader.enter(meetingId);
  const { page: gp, joined } = await team.admit(leader, team.gp, meetingId);
  pages.push(leader, gp);
  return { meetingId, leader, gp, gpId: joined.meeting.me };
}

test('W1: a message reaches all in the room once, nobody in the lobby, and those who come later', async () => {
  const { meetingId, leader, gp } = await going({ keepChat: false });
  const nurse = await MeetingPage.open(team.nurse);
  pages.push(nurse);
  await nurse.join(meetingId);
  const message = { id: newId(), text: 'Telefonen til vaktlegen er 116117.' };
  await gp.get('meeting:say', message);
  await gp.get('meeting:say', message);
  expect(await leader.push('meeting:said')).toMatchObject({ ...message, name: 'Anne Lindqvist', role: 'gp' });
  expect(leader.all('meeting:said')).toHaveLength(1);
  expect(nurse.all('meeting:said')).toEqual([]);
  const { lobby } = await leader.sees((meeting) => meeting.lobby.length === 1);
  await leader.get('meeting:admit', { participantId: lobby[0]!.id });
  expect((await nurse.push('meeting:admitted')).chat).toMatchObject([message]);
});

test('W2: the chat is kept with the meeting only where that was agreed', async () => {
  for (const keepChat of [true, false]) {
    const { meetingId, leader } = await going({ keepChat });
    await leader.get('meeting:say', { id: newId(), text: 'Hjem på fredag.' });
    await leader.get('meeting:end', {});
    const { chat } = await team.coordinator.call('meetingRecord', { meetingId }, {});
    expect(chat.map(({ text }) => text)).toEqual(keepChat ? ['Hjem på fredag.'] : []);
  }
});

test('W1: captions are written by whom the leader lets, as they come, in two lines', async () => {
  const { leader, gp, gpId } = await going({ keepChat: false });
  const caption = { line: 'first' as const, text: 'Da begynner vi.', isDone: false };
  expect(await gp.ask('meeting:caption', caption)).toEqual({ ok: false, code: 'not-found' });
  expect(await gp.ask('meeting:setCaptioner', { participantId: gpId, captions: true })).toEqual({
    ok: false,
    code: 'not-found',
  });
  await leader.get('meeting:setCaptioner', { participantId: gpId, captions: true });
  await gp.sees(({ participants }) => participants.some(({ id, captions }) => id === gpId && captions));
  await gp.get('meeting:caption', caption);
  await gp.get('meeting:caption', { line: 'second', text: 'Now we begin.', isDone: true });
  expect(await leader.push('meeting:captioned', ({ line }) => line === 'first')).toMatchObject(caption);
  expect(await leader.push('meeting:captioned', ({ line }) => line === 'second')).toMatchObject({ isDone: true });
  await leader.get('meeting:setCaptioner', { participantId: gpId, captions: false });
  expect(await gp.ask('meeting:caption', caption)).toEqual({ ok: false, code: 'not-found' });
});
