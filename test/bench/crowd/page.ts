/**
 * Many light participants in one page: each sends a small moving picture and a tone over transports of its own. What is
 * said to the server is said by the process that opened this page.
 */
import { Device, type types as mediasoup } from 'mediasoup-client';
import { movingPicture } from '../../support/movingPicture.ts';
import type { CrowdPage, LineConsumer, LineSetup, Signal } from './messages.ts';

const picture = { width: 160, height: 90, framesPerSecond: 15, colour: [90, 150] } as const;
const pictureBitrate = 100_000;

const transports: mediasoup.Transport[] = [];
let loaded: Promise<Device> | null = null;

function ask(participant: number, signal: Signal): Promise<readonly LineConsumer[]> {
  if (!window.signal) throw new Error('nobody speaks for this page');
  return window.signal(participant, signal);
}

async function deviceFor({ routerRtpCapabilities }: LineSetup): Promise<Device> {
  loaded ??= Device.factory().then(async (device) => {
    await device.load({ routerRtpCapabilities });
    return device;
  });
  return loaded;
}

function tone(): MediaStreamTrack {
  const context = new AudioContext();
  const oscillator = context.createOscillator();
  const out = context.createMediaStreamDestination();
  oscillator.connect(out);
  oscillator.start();
  const [track] = out.stream.getAudioTracks();
  if (!track) throw new Error('no tone');
  return track;
}

/** One picture and one tone for all: what is encoded of them is each participant's own. */
const [video, audio] = [movingPicture(picture), tone()];

function keep(participant: number, transport: mediasoup.Transport): mediasoup.Transport {
  transports.push(transport);
  transport.on('connect', ({ dtlsParameters }, callback, errback) => {
    ask(participant, { ask: 'connect', transportId: transport.id, dtlsParameters }).then(() => callback(), errback);
  });
  return transport;
}

const crowd: CrowdPage = {
  async send(participant, setup) {
    const device = await deviceFor(setup);
    const transport = keep(participant, device.createSendTransport(setup.send));
    transport.on('produce', ({ kind, rtpParameters }, callback, errback) => {
      const signal = { ask: 'produce', transportId: transport.id, kind, rtpParameters } as const;
      ask(participant, signal).then(() => callback({ id: kind }), errback);
    });
    await transport.produce({ track: video.clone(), encodings: [{ maxBitrate: pictureBitrate }] });
    await transport.produce({ track: audio.clone() });
  },
  async receive(participant, setup) {
    const device = await deviceFor(setup);
    const transport = keep(participant, device.createRecvTransport(setup.receive));
    const consumers = await ask(participant, { ask: 'consume', rtpCapabilities: device.recvRtpCapabilities });
    await Promise.all(consumers.map((consumer) => transport.consume(consumer)));
    await ask(participant, { ask: 'resume', consumerIds: consumers.map(({ id }) => id) });
    return consumers.length;
  },
  async packets() {
    const counts = { sent: 0, received: 0 };
    for (const stats of await Promise.all(transports.map((transport) => transport.getStats())))
      for (const [, report] of stats as Map<string, RTCOutboundRtpStreamStats & RTCInboundRtpStreamStats>) {
        if (report.type === 'outbound-rtp') counts.sent += report.packetsSent ?? 0;
        if (report.type === 'inbound-rtp') counts.received += report.packetsReceived ?? 0;
      }
    return counts;
  },
};
window.crowd = crowd;
