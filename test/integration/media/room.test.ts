/** Media of a meeting, asked for over the socket and carried out by a real worker. */
import { once } from 'node:events';
import { observer, type types } from 'mediasoup';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { ConsumerInfo, MediaSetup } from '../../../shared/protocol/media.ts';
import type { MediaSource } from '../../../shared/protocol/types.ts';
import { gather, type CareTeam } from '../meetings/careTeam.ts';
import { MeetingPage } from '../meetings/meetingPage.ts';
import { camera, send, speech } from './rtp.ts';

let team: CareTeam;
let meetingId: string;
let coordinator: MeetingPage;
let coordinatorMedia: MediaSetup;
let coordinatorId: string;
let gp: MeetingPage;
let gpMedia: MediaSetup;
const pages: MeetingPage[] = [];
/** The worker's consumers as they are, by id: what a page is told can be compared with them. */
const consumers = new Map<string, types.Consumer>();

observer.on('newworker', (worker) =>
  worker.observer.on('newrouter', (router) =>
    router.observer.on('newtransport', (transport) =>
      transport.observer.on('newconsumer', (consumer) => consumers.set(consumer.id, consumer)),
    ),
  ),
);

beforeAll(async () => {
  team = await gather();
});

beforeEach(async () => {
  meetingId = await team.convene();
  coordinator = await MeetingPage.open(team.coordinator);
  const entered = await coordinator.enter(meetingId);
  coordinatorMedia = entered.media;
  coordinatorId = entered.meeting.me;
  const admitted = await team.admit(coordinator, team.gp, meetingId);
  gp = admitted.page;
  gpMedia = admitted.joined.media;
  pages.push(coordinator, gp);
});

afterEach(() => {
  for (const page of pages.splice(0)) page.close();
});

afterAll(() => team.close());

/** What the page can play: all that the router speaks. */
async function receive(page: MeetingPage, media: MediaSetup): Promise<ConsumerInfo[]> {
  return (await page.get('media:receive', { rtpCapabilities: media.routerRtpCapabilities })).consumers;
}

function consumer(id: string): types.Consumer {
  const found = consumers.get(id);
  if (!found) throw new Error('no such consumer in the worker');
  return found;
}

test('the answer to receiving holds a paused consumer for everything that is sent, and later ones are told', async () => {
  const microphoneId = await send(coordinator, coordinatorMedia.send.id, 'microphone', { paused: true });
  const cameraId = await send(coordinator, coordinatorMedia.send.id, 'camera');
  const received = await receive(gp, gpMedia);
  expect(
    received.map(({ source, producerId, participantId, kind, producerPaused }) => [
      source,
      producerId,
      participantId,
      kind,
      producerPaused,
    ]),
  ).toEqual([
    ['microphone', microphoneId, coordinatorId, 'audio', true],
    ['camera', cameraId, coordinatorId, 'video', false],
  ]);
  expect(received.map(({ id }) => consumer(id).paused)).toEqual([true, true]);
  const screenId = await send(coordinator, coordinatorMedia.send.id, 'screen');
  const added = await gp.push('media:consumerAdded');
  expect([added.producerId, added.source]).toEqual([screenId, 'screen']);
  expect(coordinator.all('media:consumerAdded')).toEqual([]);
});

test('receiving again gives the same consumers', async () => {
  await send(coordinator, coordinatorMedia.send.id, 'camera');
  const [first, second] = await Promise.all([receive(gp, gpMedia), receive(gp, gpMedia)]);
  expect(second).toEqual(first);
  expect(await receive(gp, gpMedia)).toEqual(first);
});

test('speech is mono Opus with DTX, repair in the stream and NACK; video has retransmission and three layers', async () => {
  await send(coordinator, coordinatorMedia.send.id, 'microphone');
  await send(coordinator, coordinatorMedia.send.id, 'camera');
  const [sound, video] = await receive(gp, gpMedia);
  const [opus] = sound!.rtpParameters.codecs;
  expect(opus?.parameters).toMatchObject({ usedtx: 1, useinbandfec: 1 });
  expect(opus?.rtcpFeedback).toContainEqual({ type: 'nack', parameter: '' });
  expect(video!.rtpParameters.codecs.map(({ mimeType }) => mimeType)).toEqual(['video/VP8', 'video/rtx']);
  expect(consumer(video!.id).type).toBe('simulcast');
  const router = coordinatorMedia.routerRtpCapabilities.codecs?.find(({ mimeType }) => mimeType === 'audio/opus');
  expect(router?.parameters).toMatchObject({ stereo: 0, usedtx: 1, useinbandfec: 1 });
});

test('a video rests until the page is ready and while nobody looks, and takes the layer of its size', async () => {
  await send(coordinator, coordinatorMedia.send.id, 'camera');
  const [video] = await receive(gp, gpMedia);
  const real = consumer(video!.id);
  const prefer = (size: 'hidden' | 'small' | 'medium' | 'large') =>
    gp.get('media:prefer', { consumerId: video!.id, size });
  await prefer('small');
  expect([real.paused, real.preferredLayers?.spatialLayer]).toEqual([true, 0]);
  await prefer('hidden');
  await gp.get('media:resume', { consumerIds: [video!.id] });
  expect(real.paused).toBe(true);
  await prefer('large');
  expect([real.paused, real.preferredLayers?.spatialLayer]).toEqual([false, 2]);
  await prefer('medium');
  expect([real.paused, real.preferredLayers?.spatialLayer]).toEqual([false, 1]);
  await prefer('hidden');
  expect(real.paused).toBe(true);
  await gp.get('media:resume', { consumerIds: [video!.id] });
  expect(real.paused).toBe(true);
});

test('sound has no size', async () => {
  await send(coordinator, coordinatorMedia.send.id, 'microphone');
  const [sound] = await receive(gp, gpMedia);
  const answer = await gp.ask('media:prefer', { consumerId: sound!.id, size: 'hidden' });
  expect(answer).toEqual({ ok: false, code: 'bad-request' });
});

test('muting is told to those who receive and shown to everybody', async () => {
  await send(coordinator, coordinatorMedia.send.id, 'microphone');
  const [sound] = await receive(gp, gpMedia);
  const shown = (on: boolean) =>
    gp.sees(({ participants }) => participants.find(({ id }) => id === coordinatorId)?.microphone === on);
  await shown(true);
  gp.forget();
  await coordinator.get('media:pause', { source: 'microphone', paused: true });
  expect(await gp.push('media:consumerPaused')).toEqual({ consumerId: sound!.id, paused: true });
  await shown(false);
  gp.forget();
  await coordinator.get('media:pause', { source: 'microphone', paused: false });
  expect(await gp.push('media:consumerPaused')).toEqual({ consumerId: sound!.id, paused: false });
  await shown(true);
});

test('M14: a camera that rests for the line’s sake is told to all as such, and is no camera that is off', async () => {
  await send(coordinator, coordinatorMedia.send.id, 'camera');
  const [video] = await receive(gp, gpMedia);
  expect(video?.stalled).toBe(false);
  const shown = (camera: boolean, cameraRests: boolean, line: 'good' | 'bad') =>
    gp.sees(({ participants }) =>
      participants.some(
        (one) =>
          one.id === coordinatorId && one.camera === camera && one.cameraRests === cameraRests && one.line === line,
      ),
    );
  await shown(true, false, 'good');
  await coordinator.get('media:pause', { source: 'camera', paused: true, forLine: true });
  await shown(false, true, 'bad');
  await coordinator.get('media:pause', { source: 'camera', paused: false, forLine: false });
  await shown(true, false, 'good');
  await coordinator.get('media:pause', { source: 'camera', paused: true, forLine: true });
  await shown(false, true, 'bad');
  // The person turns it off by hand meanwhile.
  await coordinator.get('media:stop', { source: 'camera' });
  await shown(false, false, 'good');
});

test('producing a source again replaces what was sent, also when both requests come at once', async () => {
  await receive(gp, gpMedia);
  const both = [
    send(coordinator, coordinatorMedia.send.id, 'camera'),
    send(coordinator, coordinatorMedia.send.id, 'camera'),
  ];
  const [, second] = await Promise.all(both);
  await gp.push('media:consumerAdded', ({ producerId }) => producerId === second);
  const left = await receive(gp, gpMedia);
  expect(left.map(({ producerId }) => producerId)).toEqual([second]);
  const third = await send(coordinator, coordinatorMedia.send.id, 'camera');
  await gp.push('media:consumerClosed', ({ consumerId }) => consumerId === left[0]!.id);
  const added = await gp.push('media:consumerAdded', ({ producerId }) => producerId === third);
  expect((await receive(gp, gpMedia)).map(({ id }) => id)).toEqual([added.id]);
});

test('stopping a source ends it for everybody, and may be asked twice', async () => {
  await send(coordinator, coordinatorMedia.send.id, 'screen');
  const [screen] = await receive(gp, gpMedia);
  await gp.sees(({ participants }) => participants.some((one) => one.screen));
  gp.forget();
  await coordinator.get('media:stop', { source: 'screen' });
  await coordinator.get('media:stop', { source: 'screen' });
  expect(await gp.push('media:consumerClosed')).toEqual({ consumerId: screen!.id });
  await gp.sees(({ participants }) => participants.every((one) => !one.screen));
  const pause = coordinator.ask('media:pause', { source: 'screen', paused: true });
  expect(await pause).toEqual({ ok: false, code: 'wrong-state' });
});

test('one who leaves takes their media along', async () => {
  await send(coordinator, coordinatorMedia.send.id, 'camera');
  const [video] = await receive(gp, gpMedia);
  await coordinator.get('meeting:leave', {});
  expect(await gp.push('media:consumerClosed')).toEqual({ consumerId: video!.id });
});

test('media goes on while a line is lost, and the page finds what it missed', async () => {
  await send(coordinator, coordinatorMedia.send.id, 'microphone');
  const [sound] = await receive(gp, gpMedia);
  gp.cut();
  await coordinator.sees(({ participants }) => participants.some(({ state }) => state === 'reconnecting'));
  const cameraId = await send(coordinator, coordinatorMedia.send.id, 'camera');
  const back = await MeetingPage.open(team.gp, { seat: gp.seat });
  pages.push(back);
  const { media } = await back.enter(meetingId);
  expect(media.receive.id).toBe(gpMedia.receive.id);
  const now = await receive(back, media);
  expect(now[0]).toEqual(sound);
  expect(now[1]?.producerId).toBe(cameraId);
});

test('fresh transports close those of before with all that went over them', async () => {
  await send(coordinator, coordinatorMedia.send.id, 'camera');
  const [video] = await receive(gp, gpMedia);
  const [fresh, same] = await Promise.all([coordinator.get('media:setup', {}), coordinator.get('media:setup', {})]);
  expect(fresh).toEqual(same);
  expect(fresh.send.id).not.toBe(coordinatorMedia.send.id);
  expect(await gp.push('media:consumerClosed')).toEqual({ consumerId: video!.id });
  const stale = coordinator.ask('media:restartIce', { transportId: coordinatorMedia.send.id });
  expect(await stale).toEqual({ ok: false, code: 'not-found' });
  await send(coordinator, fresh.send.id, 'camera');
});

test('ICE restarts with new credentials, and connecting twice does no harm', async () => {
  const transportId = gpMedia.send.id;
  const { iceParameters } = await gp.get('media:restartIce', { transportId });
  expect(iceParameters.usernameFragment).not.toBe(gpMedia.send.iceParameters.usernameFragment);
  const value = Array.from({ length: 32 }, (_, index) => index.toString(16).padStart(2, '0')).join(':');
  const dtlsParameters = { role: 'client' as const, fingerprints: [{ algorithm: 'sha-256' as const, value }] };
  await gp.get('media:connect', { transportId, dtlsParameters });
  await gp.get('media:connect', { transportId, dtlsParameters });
  const other = gp.ask('media:connect', { transportId, dtlsParameters: { ...dtlsParameters, role: 'server' } });
  expect(await other).toEqual({ ok: false, code: 'wrong-state' });
  const after = await gp.enter(meetingId);
  expect(after.media.send.iceParameters).toEqual(iceParameters);
});

test('nobody reaches transports and consumers of others', async () => {
  const notFound = { ok: false, code: 'not-found' };
  await send(coordinator, coordinatorMedia.send.id, 'camera');
  const [video] = await receive(gp, gpMedia);
  await gp.get('media:resume', { consumerIds: [video!.id] });
  const transportId = gpMedia.send.id;
  const input = { transportId, source: 'camera' as const, rtpParameters: camera(), paused: false };
  expect(await coordinator.ask('media:restartIce', { transportId })).toEqual(notFound);
  expect(await coordinator.ask('media:produce', input)).toEqual(notFound);
  expect(await gp.ask('media:produce', { ...input, transportId: gpMedia.receive.id })).toEqual(notFound);
  expect(await coordinator.ask('media:prefer', { consumerId: video!.id, size: 'hidden' })).toEqual(notFound);
  await coordinator.ask('media:resume', { consumerIds: [video!.id] });
  expect(consumer(video!.id).paused).toBe(false);
});

test('a source must be of its own kind', async () => {
  const transportId = coordinatorMedia.send.id;
  const wrong: [MediaSource, ReturnType<typeof camera>][] = [
    ['microphone', camera()],
    ['screen-sound', camera()],
    ['camera', speech()],
    ['screen', speech()],
  ];
  for (const [source, rtpParameters] of wrong) {
    const answer = await coordinator.ask('media:produce', { transportId, source, rtpParameters, paused: false });
    expect([source, answer]).toEqual([source, { ok: false, code: 'bad-request' }]);
  }
});

test('H5: hostile parameters are answered bad-request and leave the worker to the others', async () => {
  const transportId = gpMedia.send.id;
  const good = camera();
  const [codec] = good.codecs;
  const [encoding] = good.encodings!;
  const hostile: unknown[] = [
    {},
    { codecs: null },
    { codecs: [] },
    { codecs: [{ ...codec, payloadType: 1e9 }] },
    { codecs: [{ ...codec, clockRate: -1 }] },
    { codecs: [{ ...codec, parameters: { x: { y: [] } } }] },
    { codecs: [{ ...codec, mimeType: 'video/H264' }] },
    { codecs: [{ ...codec, rtcpFeedback: [null] }] },
    { ...good, encodings: [{ ...encoding, maxBitrate: 1.5 }] },
    { ...good, encodings: [{ ...encoding, maxBitrate: 1e300 }] },
    { ...good, encodings: [{ ...encoding, ssrc: 'one' }] },
    { ...good, encodings: Array.from({ length: 500 }, () => encoding) },
    { ...good, encodings: [encoding, encoding] },
    { ...good, encodings: [{ rid: 'a b' }] },
    { ...good, encodings: [{ ...encoding, scalabilityMode: 'L9T9' }] },
    { ...good, headerExtensions: [{ uri: 'urn:unknown', id: 1 }] },
    { ...good, headerExtensions: [{ uri: 'urn:ietf:params:rtp-hdrext:sdes:mid', id: 999 }] },
    { ...good, mid: 'x'.repeat(5_000) },
    { ...good, rtcp: 7 },
  ];
  for (const rtpParameters of hostile) {
    const answer = await gp.askRaw('media:produce', { transportId, source: 'camera', rtpParameters, paused: false });
    expect([rtpParameters, answer]).toEqual([rtpParameters, { ok: false, code: 'bad-request' }]);
  }
  const fingerprint = { algorithm: 'sha-256', value: 'xx' };
  for (const dtlsParameters of [
    {},
    { fingerprints: [] },
    { fingerprints: [fingerprint] },
    { role: 'x', fingerprints: [fingerprint] },
  ])
    expect(await gp.askRaw('media:connect', { transportId, dtlsParameters })).toEqual({
      ok: false,
      code: 'bad-request',
    });
  for (const rtpCapabilities of [{ codecs: 1 }, { codecs: [{}] }, { headerExtensions: [{ uri: 'x' }] }])
    expect(await gp.askRaw('media:receive', { rtpCapabilities })).toEqual({ ok: false, code: 'bad-request' });
  await send(coordinator, coordinatorMedia.send.id, 'camera');
  expect(await receive(gp, gpMedia)).toHaveLength(1);
});

test('one whose media nobody can play does not take the others away', async () => {
  const twice = camera();
  twice.codecs.push({ ...twice.codecs[0]!, payloadType: 98 });
  const input = { transportId: gpMedia.send.id, source: 'camera' as const, rtpParameters: twice, paused: false };
  expect(await gp.ask('media:produce', input)).toMatchObject({ ok: true });
  await send(gp, gpMedia.send.id, 'microphone');
  expect((await receive(coordinator, coordinatorMedia)).map(({ source }) => source)).toEqual(['microphone']);
});

test('who can play nothing is given nothing', async () => {
  await send(coordinator, coordinatorMedia.send.id, 'camera');
  expect((await gp.get('media:receive', { rtpCapabilities: {} })).consumers).toEqual([]);
  expect(await receive(gp, gpMedia)).toHaveLength(1);
});

test('the last one to go closes the room', async () => {
  await send(coordinator, coordinatorMedia.send.id, 'camera');
  const [video] = await receive(gp, gpMedia);
  const closed = once(consumer(video!.id).observer, 'close');
  await gp.get('meeting:leave', {});
  await coordinator.get('meeting:leave', {});
  await closed;
  const again = await coordinator.enter(meetingId);
  expect(again.meeting.participants).toHaveLength(1);
  expect(await receive(coordinator, again.media)).toEqual([]);
});
