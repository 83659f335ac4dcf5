/** What a real browser sends, as the worker sees it, and who is heard to speak. */
import { observer, type types } from 'mediasoup';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, type Device } from '../../support/browser.ts';
import { writeVoice } from '../../support/voice.ts';
import { deviceOf, inRoom, knock } from '../../support/gathering.ts';
import { gather, type CareTeam } from '../meetings/careTeam.ts';
import { MeetingPage } from '../meetings/meetingPage.ts';

let team: CareTeam;
let browser: Browser;
let gp: Device;
let gpId: string;
let coordinator: MeetingPage;
const producers: types.Producer[] = [];

observer.on('newworker', (worker) =>
  worker.observer.on('newrouter', (router) =>
    router.observer.on('newtransport', (transport) =>
      transport.observer.on('newproducer', (producer) => producers.push(producer)),
    ),
  ),
);

beforeAll(async () => {
  [team, browser] = await Promise.all([gather(), writeVoice().then((voice) => launchBrowser('made-up', voice))]);
  const meetingId = await team.convene();
  coordinator = await MeetingPage.open(team.coordinator);
  await coordinator.enter(meetingId);
  gp = await deviceOf(browser, team.server.url, 'Anne Lindqvist');
  await knock(gp, team.server.url, meetingId);
  const { lobby } = await coordinator.sees((meeting) => meeting.lobby.length === 1);
  gpId = lobby[0]!.id;
  await coordinator.get('meeting:admit', { participantId: gpId });
  await inRoom(gp);
  await coordinator.sees(({ participants }) => participants.some(({ camera, microphone }) => camera && microphone));
});

afterAll(async () => {
  coordinator.close();
  await browser.close();
  await team.close();
});

test('a camera is sent in three layers of VP8', () => {
  const camera = producers.find(({ kind }) => kind === 'video');
  expect(camera?.type).toBe('simulcast');
  expect(camera?.rtpParameters.encodings).toHaveLength(3);
  expect(camera?.rtpParameters.codecs.map(({ mimeType }) => mimeType)).toEqual(['video/VP8', 'video/rtx']);
});

test('speech is sent in mono, silence is not sent, and what is lost is repaired or asked for again', () => {
  const microphone = producers.find(({ kind }) => kind === 'audio');
  const [opus] = microphone?.rtpParameters.codecs ?? [];
  expect(opus?.parameters).toMatchObject({ usedtx: 1, useinbandfec: 1 });
  expect(opus?.parameters?.['sprop-stereo'] ?? 0).toBe(0);
  expect(opus?.rtcpFeedback).toContainEqual({ type: 'nack', parameter: '' });
});

test('whoever makes sound is told to be the one who speaks, and nobody when they fall silent', async () => {
  const { participantIds } = await coordinator.push('meeting:spoke', (speakers) => speakers.participantIds.length > 0);
  expect(participantIds).toEqual([gpId]);
  coordinator.forget();
  await gp.page.getByRole('button', { name: /^Mikrofon/ }).click();
  await coordinator.sees(({ participants }) => participants.every(({ microphone }) => !microphone));
  await coordinator.push('meeting:spoke', (speakers) => speakers.participantIds.length === 0);
});
