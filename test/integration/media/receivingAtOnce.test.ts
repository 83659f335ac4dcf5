/** A page that says what it can receive when it comes is told what is sent together with its place in the room. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { newId } from '../../../shared/domain/ids.ts';
import type { RtpCapabilities } from '../../../shared/protocol/media.ts';
import { gather, type CareTeam } from '../meetings/careTeam.ts';
import { MeetingPage } from '../meetings/meetingPage.ts';
import { send } from './rtp.ts';

let team: CareTeam;
let meetingId: string;
let coordinator: MeetingPage;
let sendId: string;
let rtpCapabilities: RtpCapabilities;
const pages: MeetingPage[] = [];

beforeAll(async () => {
  team = await gather();
});

beforeEach(async () => {
  meetingId = await team.convene();
  coordinator = await MeetingPage.open(team.coordinator);
  pages.push(coordinator);
  sendId = (await coordinator.enter(meetingId)).media.send.id;
  rtpCapabilities = (await team.gp.call('meeting', { meetingId }, {})).routerRtpCapabilities;
});

afterEach(() => {
  for (const page of pages.splice(0)) page.close();
});

afterAll(() => team.close());

test('M2: who says at the door what they can receive is told what is sent when they are let in, and at every return', async () => {
  const cameraId = await send(coordinator, sendId, 'camera');
  const gp = await MeetingPage.open(team.gp);
  pages.push(gp);
  const join = { meetingId, seat: gp.seat, takeOver: false, rtpCapabilities };
  const waiting = await gp.get('meeting:join', join);
  // M1: in the lobby nothing of the room is told.
  expect(waiting).not.toHaveProperty('consumers');
  const { lobby } = await coordinator.sees((meeting) => meeting.lobby.length > 0);
  await coordinator.get('meeting:admit', { participantId: lobby[0]?.id ?? '' });
  const admitted = await gp.push('meeting:admitted');
  expect(admitted.media.routerRtpCapabilities).toEqual(rtpCapabilities);
  expect(admitted.consumers).toMatchObject([{ producerId: cameraId, source: 'camera', producerPaused: false }]);
  const microphoneId = await send(coordinator, sendId, 'microphone');
  const added = await gp.push('media:consumerAdded');
  expect(added).toMatchObject({ producerId: microphoneId, source: 'microphone' });
  await gp.get('media:resume', { consumerIds: [added.id, ...(admitted.consumers ?? []).map(({ id }) => id)] });
  const again = await gp.get('meeting:join', join);
  expect(again).toMatchObject({ state: 'joined', media: { receive: { id: admitted.media.receive.id } } });
  const ids = again.state === 'joined' ? again.consumers?.map(({ id }) => id) : [];
  expect(new Set(ids)).toEqual(new Set([added.id, ...(admitted.consumers ?? []).map(({ id }) => id)]));
});

test('a page that says something unreadable of what it can receive gets no place', async () => {
  const gp = await MeetingPage.open(team.gp);
  pages.push(gp);
  const unreadable = { meetingId, seat: newId(), takeOver: false, rtpCapabilities: { codecs: [{ kind: 'smell' }] } };
  expect(await gp.askRaw('meeting:join', unreadable)).toEqual({ ok: false, code: 'bad-request' });
  expect(await gp.askRaw('meeting:leave', {})).toEqual({ ok: true, data: {} });
  expect(coordinator.all('meeting:changed').every(({ lobby }) => lobby.length === 0)).toBe(true);
});
