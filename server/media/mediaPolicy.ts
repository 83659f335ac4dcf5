/** Every number and codec of media, as data: what a router speaks, what a transport begins with, what a size of tile is worth. */
import type { types } from 'mediasoup';
import type { RequestInput } from '../../shared/protocol/requests.ts';
import type { MediaSource } from '../../shared/protocol/types.ts';

type TileSize = RequestInput<'media:prefer'>['size'];
type ShownSize = Exclude<TileSize, 'hidden'>;

/**
 * Speech is Opus in mono (two channels is what its name must say in SDP), silent when nobody speaks (DTX), with repair
 * inside the stream (FEC); NACK comes with mediasoup's own feedback list. Video is VP8: every browser encodes it in
 * layers, and old phones decode it in hardware.
 */
export const mediaCodecs: types.RouterRtpCodecCapability[] = [
  {
    kind: 'audio',
    mimeType: 'audio/opus',
    clockRate: 48_000,
    channels: 2,
    parameters: { stereo: 0, 'sprop-stereo': 0, usedtx: 1, useinbandfec: 1 },
  },
  { kind: 'video', mimeType: 'video/VP8', clockRate: 90_000 },
];

/** What a transport begins with, beside where it listens. */
export const transportOptions = {
  enableUdp: true,
  enableTcp: true,
  preferUdp: true,
  /** Bits per second before anything is measured: enough for the middle layer of one camera at once. */
  initialAvailableOutgoingBitrate: 1_000_000,
  /** Seconds without an answer before a line counts as lost; the page notices and restarts ICE long before. */
  iceConsentTimeout: 30,
} as const;

/** Milliseconds between two keyframes asked of one layer: eighteen who join at once must not flood the sender. */
export const keyFrameRequestDelayMs = 500;

/** Who speaks: the loudest, above a level in dBov, looked at every `interval` milliseconds. */
export const audioLevels = { maxEntries: 4, threshold: -60, interval: 400 } as const;

/** The kind that each source must be. */
export const kindOf: Readonly<Record<MediaSource, types.MediaKind>> = {
  microphone: 'audio',
  camera: 'video',
  screen: 'video',
  'screen-sound': 'audio',
};

/** The most layers that a page may send of one source. */
export const encodingLimit = 3;

const smooth = { temporalLayer: 2 };

/**
 * The highest layer to forward for the size that a video is shown in. A camera's three layers are for three sizes. A
 * screen is read, not looked at: its picture stays whole wherever text could be made out.
 */
export const layersFor: Readonly<Record<'camera' | 'screen', Readonly<Record<ShownSize, types.ConsumerLayers>>>> = {
  camera: {
    small: { spatialLayer: 0, ...smooth },
    medium: { spatialLayer: 1, ...smooth },
    large: { spatialLayer: 2, ...smooth },
  },
  screen: {
    small: { spatialLayer: 0, ...smooth },
    medium: { spatialLayer: 2, ...smooth },
    large: { spatialLayer: 2, ...smooth },
  },
};

/** Milliseconds that a request may wait for a worker while one is being replaced. Below the page's own patience (8 s). */
export const workerWaitMs = 6_000;

/** Milliseconds between attempts to take a dead worker's port again. */
export const portRetryMs = 50;

/** How the workers' load is weighed: a room costs something even while nobody sends. */
export const roomWeight = 4;
