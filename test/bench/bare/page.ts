/**
 * A page that does nothing but meet: camera and microphone are open and the line to the server is up before the button can
 * be pressed; then it joins, receives and sends as the documentation of mediasoup-client shows it. Camera size, codecs
 * and layers are the product's own.
 */
import { Device, type types as mediasoup } from 'mediasoup-client';
import type { z } from 'zod';
import { captureBoth } from '../../../client/media/capture.ts';
import { sendPolicies } from '../../../client/media/sendPolicy.ts';
import {
  consumersSchema,
  joinedSchema,
  nothingSchema,
  producedSchema,
  toPageSchema,
  type BareConsumer,
  type BareRequest,
} from './messages.ts';

const socket = new WebSocket(location.href.replace('http', 'ws'));
const waiting = new Map<number, (answer: unknown) => void>();
let lastId = 0;
let receive: mediasoup.Transport | null = null;

function ask<Answer>(body: BareRequest, schema: z.ZodType<Answer>): Promise<Answer> {
  lastId += 1;
  const id = lastId;
  socket.send(JSON.stringify({ id, body }));
  return new Promise<unknown>((resolve) => waiting.set(id, resolve)).then((answer) => schema.parse(answer));
}

socket.addEventListener('message', ({ data }: MessageEvent<string>) => {
  const message = toPageSchema.parse(JSON.parse(data));
  if ('consumer' in message) void play([message.consumer]);
  else waiting.get(message.id)?.(message.answer);
});

async function play(consumers: readonly BareConsumer[]): Promise<void> {
  const transport = receive;
  if (!transport) return;
  const built = await Promise.all(consumers.map((consumer) => transport.consume(consumer)));
  for (const { id, track, kind } of built) {
    const element = document.createElement(kind);
    element.autoplay = true;
    element.srcObject = new MediaStream([track]);
    // Frames are counted in what is called like this, in our pages and here.
    const tile = document.createElement('div');
    tile.dataset['participant'] = id;
    tile.append(element);
    document.body.append(tile);
  }
  await ask({ ask: 'resume', consumerIds: consumers.map(({ id }) => id) }, nothingSchema);
}

function connectable(transport: mediasoup.Transport): mediasoup.Transport {
  transport.on('connect', ({ dtlsParameters }, callback, errback) => {
    ask({ ask: 'connect', transportId: transport.id, dtlsParameters }, nothingSchema).then(callback, errback);
  });
  return transport;
}

async function join(device: Device, tracks: readonly MediaStreamTrack[]): Promise<void> {
  const joined = await ask({ ask: 'join' }, joinedSchema);
  await device.load({ routerRtpCapabilities: joined.routerRtpCapabilities });
  receive = connectable(device.createRecvTransport(joined.receive));
  const { consumers } = await ask({ ask: 'consume', rtpCapabilities: device.recvRtpCapabilities }, consumersSchema);
  await play(consumers);
  const send = connectable(device.createSendTransport(joined.send));
  send.on('produce', ({ kind, rtpParameters }, callback, errback) => {
    ask({ ask: 'produce', kind, rtpParameters }, producedSchema).then(
      ({ producerId }) => callback({ id: producerId }),
      errback,
    );
  });
  for (const track of tracks)
    await send.produce({ track, ...(track.kind === 'video' ? sendPolicies.camera : sendPolicies.microphone) });
}

const [device, { camera, microphone }] = await Promise.all([
  Device.factory(),
  captureBoth({ camera: '', microphone: '' }, true),
  new Promise((resolve) => socket.addEventListener('open', resolve)),
]);
const tracks = [microphone, camera].flatMap((captured) => (captured.name === 'open' ? [captured.track] : []));
const button = document.querySelector('button');
button?.addEventListener('click', () => void join(device, tracks));
button?.toggleAttribute('disabled', false);
