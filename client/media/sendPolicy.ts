/** How microphone, camera and screen are encoded: data, so that it can be read and changed in one place. */
import type { types as mediasoup } from 'mediasoup-client';
import type { MediaSource } from '../../shared/protocol/types.ts';

/** What mediasoup-client needs to know to send one source. */
export interface SendPolicy {
  readonly encodings?: mediasoup.RtpEncodingParameters[];
  readonly codecOptions?: mediasoup.ProducerCodecOptions;
}

/** Bits per second of a 960 × 540 camera's three layers, smallest first: 135, 270 and 540 lines. */
const cameraLayers = [
  { scaleResolutionDownBy: 4, maxBitrate: 120_000 },
  { scaleResolutionDownBy: 2, maxBitrate: 350_000 },
  { scaleResolutionDownBy: 1, maxBitrate: 1_000_000 },
];
const screenBitrate = 2_000_000;
/** Kilobits per second that the browser begins with; it would otherwise creep up from 300. */
const startBitrate = 1_000;

/** Speech: one channel, silence not sent, lost packets repaired from the next one or asked for again. */
const speech = { opusStereo: false, opusDtx: true, opusFec: true, opusNack: true };
const screenSound = { opusStereo: false, opusDtx: false, opusFec: true, opusNack: true };

export const sendPolicies: Readonly<Record<MediaSource, SendPolicy>> = {
  microphone: { codecOptions: speech },
  camera: { encodings: cameraLayers, codecOptions: { videoGoogleStartBitrate: startBitrate } },
  screen: { encodings: [{ maxBitrate: screenBitrate }], codecOptions: { videoGoogleStartBitrate: startBitrate } },
  'screen-sound': { codecOptions: screenSound },
};
