/**
 * One page that sends the sound and pictures of many: a small moving picture and a tone each, over a transport of their own. It
 * receives nothing. What is asked of the server goes through the test, which holds everybody's own line.
 */
import { Device, type types as mediasoup } from 'mediasoup-client';
import type { MediaSetup } from '../../../shared/protocol/media.ts';
import type { RequestInput, RequestName, RequestOutput } from '../../../shared/protocol/requests.ts';
import { movingPicture } from '../movingPicture.ts';

declare global {
  interface Window {
    /** The server, by the line of the person of this number. */
    askAs<Name extends RequestName>(
      person: number,
      name: Name,
      input: RequestInput<Name>,
    ): Promise<RequestOutput<Name>>;
    /** Begins to send for the person of this number; resolves when the server has heard of sound and picture. */
    sendAs(person: number, setup: MediaSetup): Promise<void>;
    /** How loud the person's tone is, 0–1. */
    setTone(person: number, level: number): void;
  }
}

/** As many a second as tell that it moves. */
const picture = { width: 160, height: 90, framesPerSecond: 5 };

const sound = new AudioContext();
const tones = new Map<number, GainNode>();
let device: Promise<Device> | null = null;

document.querySelector('button')?.addEventListener('click', () => void sound.resume());

window.sendAs = async (person, setup) => {
  device ??= Device.factory().then(async (made) => {
    await made.load({ routerRtpCapabilities: setup.routerRtpCapabilities });
    return made;
  });
  const transport = (await device).createSendTransport(setup.send);
  transport.on('connect', ({ dtlsParameters }, callback, errback) => {
    window.askAs(person, 'media:connect', { transportId: transport.id, dtlsParameters }).then(callback, errback);
  });
  transport.on('produce', ({ kind, rtpParameters }, callback, errback) => {
    const source = kind === 'audio' ? 'microphone' : 'camera';
    const input = { transportId: transport.id, source, rtpParameters, paused: false } as const;
    window.askAs(person, 'media:produce', input).then(({ producerId }) => callback({ id: producerId }), errback);
  });
  // As over a telephone: to encode fifteen full voices takes a third of a processor.
  const codecOptions = { opusDtx: true, opusMaxPlaybackRate: 8_000 };
  await transport.produce({ track: toneOf(person), codecOptions });
  await transport.produce({ track: movingPicture({ ...picture, colour: colourOf(person) }), encodings: layers });
};

window.setTone = (person, level) => tones.get(person)?.gain.setValueAtTime(level, sound.currentTime);

/** One layer: what is sent is small already. */
const layers: mediasoup.RtpEncodingParameters[] = [{ maxBitrate: 80_000 }];

/** A tone of a pitch of its own, silent at first. */
function toneOf(person: number): MediaStreamTrack {
  const tone = sound.createOscillator();
  const gain = sound.createGain();
  const out = sound.createMediaStreamDestination();
  tone.frequency.value = 220 + 40 * person;
  gain.gain.value = 0;
  tone.connect(gain).connect(out);
  tone.start();
  tones.set(person, gain);
  const [track] = out.stream.getAudioTracks();
  if (!track) throw new Error('no tone');
  return track;
}

/** Everybody's own, on a circle of colours. */
function colourOf(person: number): readonly [number, number] {
  return [128 + 60 * Math.cos(person), 128 + 60 * Math.sin(person)];
}
