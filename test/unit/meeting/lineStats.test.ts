import { expect, test } from 'vitest';
import { lineSummary, reportsOf, uplinkSample, type LineReading } from '../../../client/media/lineStats.ts';
import { shownPictures, supportText } from '../../../client/meeting/lineFacts.ts';
import { RemoteMedia } from '../../../client/media/remoteMedia.ts';
import { participant, SilentTrack } from './room.ts';

type Raw = Readonly<Record<string, unknown>>;

function reading(at: number, send: readonly Raw[], receive: readonly Raw[]): LineReading {
  const reports = (raw: readonly Raw[]) => reportsOf(raw.map((report) => [report['id'], report]));
  return { at, send: reports(send), receive: reports(receive) };
}

const address = { address: '10.20.30.40', port: 50_000, ip: '10.20.30.40' };
const path = (bytes: Raw, local: Raw = { candidateType: 'host', protocol: 'udp' }): Raw[] => [
  { id: 'transport', type: 'transport', selectedCandidatePairId: 'pair' },
  { id: 'other', type: 'candidate-pair', state: 'succeeded', nominated: true, bytesSent: 9_999_999 },
  { id: 'pair', type: 'candidate-pair', localCandidateId: 'local', currentRoundTripTime: 0.045, ...bytes },
  { id: 'local', type: 'local-candidate', ...address, ...local },
];

const sound = (received: number, lost: number, samples: number, concealed: number, silent = 0): Raw => ({
  id: 'in-sound',
  type: 'inbound-rtp',
  kind: 'audio',
  codecId: 'opus',
  packetsReceived: received,
  packetsLost: lost,
  totalSamplesReceived: samples,
  concealedSamples: concealed,
  silentConcealedSamples: silent,
});
const opus = { id: 'opus', type: 'codec', mimeType: 'audio/opus' };
const vp8 = { id: 'vp8', type: 'codec', mimeType: 'video/VP8' };
const picture = (id: string, rid: string | undefined, [frameWidth, frameHeight]: [number, number], more: Raw): Raw => ({
  id,
  kind: 'video',
  frameWidth,
  frameHeight,
  framesPerSecond: 24,
  codecId: 'vp8',
  ...(rid === undefined ? {} : { rid }),
  ...more,
});

const before = reading(1_000, path({ bytesSent: 1_000, availableOutgoingBitrate: 1 }), [
  ...path({ bytesReceived: 0 }),
  sound(100, 10, 48_000, 480),
]);
const now = reading(
  3_000,
  [
    ...path({ bytesSent: 26_000, availableOutgoingBitrate: 640_000 }),
    vp8,
    { id: 'out-sound', type: 'outbound-rtp', kind: 'audio', packetsSent: 100 },
    picture('out-0', 'r0', [240, 135], { type: 'outbound-rtp', packetsSent: 300 }),
    picture('out-1', 'r1', [480, 270], { type: 'outbound-rtp', packetsSent: 0, framesPerSecond: 0 }),
    { id: 'rin-sound', type: 'remote-inbound-rtp', kind: 'audio', localId: 'out-sound', fractionLost: 0.08 },
    { id: 'rin-0', type: 'remote-inbound-rtp', kind: 'video', localId: 'out-0', fractionLost: 0.04 },
  ],
  [
    ...path({ bytesReceived: 125_000 }, { candidateType: 'relay', relayProtocol: 'tls', protocol: 'udp' }),
    opus,
    vp8,
    sound(190, 20, 144_000, 5_280, 2_400),
    picture('in-1', undefined, [540, 960], { type: 'inbound-rtp', trackIdentifier: 'annes-track' }),
  ],
);

test('two readings become ways, rates and losses; of the pairs of addresses only the one in use counts', () => {
  const { up, down } = lineSummary(now, before);
  expect(up).toEqual({ way: 'udp', roundTripMs: 45, bitrate: 100_000, loss: 0.04, available: 640_000 });
  expect(down).toEqual({ way: 'turn-tls', roundTripMs: 45, bitrate: 500_000, loss: 0.1 });
  expect(uplinkSample(now.send)).toEqual({ available: 640_000, loss: 0.04, roundTripMs: 45 });
});

test('what was made up in sound is told without what was made up in silence', () => {
  const { concealed, soundCodec } = lineSummary(now, before);
  expect(concealed).toBeCloseTo(2_400 / 96_000);
  expect(soundCodec).toBe('opus');
});

test('each picture that flows is told with its size and layer, and none that stands still', () => {
  const { sent, received } = lineSummary(now, before);
  const common = { framesPerSecond: 24, codec: 'VP8' };
  expect(sent).toEqual([{ trackId: null, width: 240, height: 135, layer: 1, ...common }]);
  expect(received).toEqual([{ trackId: 'annes-track', width: 540, height: 960, layer: 3, ...common }]);
});

test('a browser that leaves out what it does not measure gives what is not known, and no invented zero', () => {
  const bare = (at: number): LineReading =>
    reading(at, [{ id: 'p', type: 'candidate-pair', state: 'succeeded', nominated: true }, { broken: true }], []);
  const unknown = { way: null, roundTripMs: null, bitrate: null, loss: null };
  expect(lineSummary(bare(2_000), bare(1_000))).toEqual({
    up: { ...unknown, available: null },
    down: unknown,
    soundCodec: null,
    concealed: null,
    sent: [],
    received: [],
  });
  expect(uplinkSample(bare(1).send)).toEqual({ available: null, loss: null, roundTripMs: null });
});

test('M15: what is copied for support holds numbers and no name, address or track', () => {
  const remote = new RemoteMedia();
  const track = new SilentTrack('video', 'annes-track');
  remote.set({ participantId: 'anne', source: 'camera', consumerId: 'c', track, paused: false, stalled: false });
  const participants = [
    participant({ id: 'kari', name: 'Kari Nymoen' }),
    participant({ id: 'anne', name: 'Anne Lindqvist' }),
  ];
  const shown = shownPictures({ meeting: { participants }, remote });
  const text = supportText(lineSummary(now, before), shown, {
    at: new Date('2026-11-29T02:00:00Z'),
    browser: 'Chromium 1',
  });
  expect(text).toContain('Vei: UDP, rett fram');
  expect(text).toContain('Vei: TLS, gjennom TURN');
  expect(text).toContain('Tapt på veien: 4 %');
  expect(text).toContain('Deltaker 2: 540 × 960, 24 bilder i sekundet, størrelse 3 av 3, VP8');
  for (const secret of ['Kari', 'Anne', 'annes', '10.20', '50000', '50 000']) expect(text).not.toContain(secret);
});
