/** Every number and codec of media, as data: what a router speaks, what a transport begins with, what a size of tile is worth. */
import type { types } from 'mediasoup';
import type { RequestInput } from '../../shared/protocol/requests.ts';
import type { StreamShape } from '../../shared/protocol/lineTest.ts';
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

/** How many pairs of transports may be made in a room for those who are not in it yet: as many as may be in it. */
export const mostPrepared = 18;

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

/** Tests of lines before a meeting. */
export interface LineTestLimits {
  /** How long one may last, milliseconds. */
  readonly lifetimeMs: number;
  /** How many there may be at a time. */
  readonly atOnce: number;
}
export const lineTestLimits: LineTestLimits = { lifetimeMs: 40_000, atOnce: 20 };

/** What one test sends in each direction. */
export const lineTestShapes = {
  /** As speech goes: Opus makes a packet every 20 ms (RFC 7587), with header and encryption some 160 bytes. For three seconds. */
  calm: { count: 150, bytes: 160, everyMs: 20, settleMs: 0 },
  /** 2.5 Mbit/s for two seconds: more than a meeting of four pictures takes, and over before it costs a phone much. */
  burst: { count: 568, bytes: 1_100, everyMs: 3.52, settleMs: 500 },
} as const satisfies Record<string, StreamShape>;

/**
 * What a test's transports begin with. The queue of what is to be sent is short, so that on a narrow line what is too much is
 * dropped at its beginning and not sent when the round is long over.
 */
export const lineTestTransportOptions = {
  enableSctp: true,
  sctpSendBufferSize: 32_000,
  sctpPerStreamSendQueueLimit: 32_000,
  maxReceiveMessageSize: 2_000,
  sctpMaxReceiverWindowBufferSize: 131_072,
  iceConsentTimeout: 10,
} as const;
