/**
 * What the browser says of its connections (W3C "Identifiers for WebRTC's Statistics API"), turned into what a person can read. Only
 * numbers and the ways through the network: no address, no device, nobody's name. Browsers leave out what they do not measure.
 */
import { z } from 'zod';

const number = z.number().optional();
const text = z.string().optional();
const reportSchema = z.object({
  id: z.string(),
  type: z.string(),
  kind: text,
  // The path
  selectedCandidatePairId: text,
  localCandidateId: text,
  state: text,
  nominated: z.boolean().optional(),
  protocol: text,
  candidateType: text,
  relayProtocol: text,
  currentRoundTripTime: number,
  availableOutgoingBitrate: number,
  bytesSent: number,
  bytesReceived: number,
  // The streams
  localId: text,
  codecId: text,
  mimeType: text,
  rid: text,
  trackIdentifier: text,
  frameWidth: number,
  frameHeight: number,
  framesPerSecond: number,
  fractionLost: number,
  packetsSent: number,
  packetsReceived: number,
  packetsLost: number,
  totalSamplesReceived: number,
  concealedSamples: number,
  silentConcealedSamples: number,
});
export type StatsReport = z.infer<typeof reportSchema>;

/** Both connections at one moment, milliseconds since whenever. */
export interface LineReading {
  readonly at: number;
  readonly send: readonly StatsReport[];
  readonly receive: readonly StatsReport[];
}

export type Way = 'udp' | 'tcp' | 'turn-udp' | 'turn-tcp' | 'turn-tls';

/** One direction. Milliseconds, bits per second, and parts of one; null is not known. */
export interface Direction {
  readonly way: Way | null;
  readonly roundTripMs: number | null;
  readonly bitrate: number | null;
  readonly loss: number | null;
}

export interface Picture {
  /** The track of a received picture; null for one of my own. */
  readonly trackId: string | null;
  readonly width: number;
  readonly height: number;
  readonly framesPerSecond: number;
  /** Which of the sizes that a camera is sent in, from 1. */
  readonly layer: number;
  readonly codec: string | null;
}

export interface LineSummary {
  readonly up: Direction & { readonly available: number | null };
  readonly down: Direction;
  readonly soundCodec: string | null;
  /** The part of what was heard that was made up, because sound was missing. */
  readonly concealed: number | null;
  readonly sent: readonly Picture[];
  readonly received: readonly Picture[];
}

/**
 * What the page decides by whether its camera can be sent. `available`: what the browser thinks the line carries, bits per second; `loss`:
 * the part of my pictures that the server misses, 0–1.
 */
export interface UplinkSample {
  readonly available: number | null;
  readonly loss: number | null;
  readonly roundTripMs: number | null;
}

/** The reports of one connection; what this page does not understand is passed over. */
export function reportsOf(stats: Iterable<[unknown, unknown]>): StatsReport[] {
  return [...stats].flatMap(([, report]) => {
    const read = reportSchema.safeParse(report);
    return read.success ? read.data : [];
  });
}

export function uplinkSample(send: readonly StatsReport[]): UplinkSample {
  const { roundTripMs } = pathFacts(send);
  return { available: pathOf(send)?.availableOutgoingBitrate ?? null, loss: lossOfSent(send), roundTripMs };
}

/** What flows now, from two readings some seconds apart. */
export function lineSummary(now: LineReading, before: LineReading): LineSummary {
  const seconds = (now.at - before.at) / 1000;
  const out = pathOf(now.send);
  const bitrate = (reports: 'send' | 'receive', field: 'bytesSent' | 'bytesReceived'): number | null => {
    const path = pathOf(now[reports]);
    const bytes = path ? grown(path, before[reports], field) : null;
    return bytes === null || seconds <= 0 ? null : (bytes * 8) / seconds;
  };
  const sounds = streams(now.receive, 'inbound-rtp', 'audio');
  return {
    up: {
      ...pathFacts(now.send),
      bitrate: bitrate('send', 'bytesSent'),
      loss: lossOfSent(now.send),
      available: out?.availableOutgoingBitrate ?? null,
    },
    down: {
      ...pathFacts(now.receive),
      bitrate: bitrate('receive', 'bytesReceived'),
      loss: lossOfReceived(now.receive, before.receive),
    },
    soundCodec: codecOf([...sounds, ...streams(now.send, 'outbound-rtp', 'audio')], [...now.receive, ...now.send]),
    concealed: concealedOf(sounds, before.receive),
    sent: streams(now.send, 'outbound-rtp', 'video').flatMap((stream) => pictureOf(stream, now.send, null)),
    received: streams(now.receive, 'inbound-rtp', 'video').flatMap((stream) =>
      pictureOf(stream, now.receive, stream.trackIdentifier ?? null),
    ),
  };
}

/** The pair of addresses in use: named by the transport, or, where a browser has no such report, the one that was chosen. */
function pathOf(reports: readonly StatsReport[]): StatsReport | undefined {
  const chosen = reports.find(({ type }) => type === 'transport')?.selectedCandidatePairId;
  const pairs = reports.filter(({ type }) => type === 'candidate-pair');
  return (
    pairs.find(({ id }) => id === chosen) ?? pairs.find(({ state, nominated }) => nominated && state === 'succeeded')
  );
}

function pathFacts(reports: readonly StatsReport[]): Pick<Direction, 'way' | 'roundTripMs'> {
  const path = pathOf(reports);
  const seconds = path?.currentRoundTripTime;
  const local = reports.find(({ id }) => path !== undefined && id === path.localCandidateId);
  return { way: local ? wayOf(local) : null, roundTripMs: seconds === undefined ? null : seconds * 1000 };
}

function wayOf({ candidateType, relayProtocol, protocol }: StatsReport): Way {
  if (candidateType !== 'relay') return protocol === 'tcp' ? 'tcp' : 'udp';
  if (relayProtocol === 'tls') return 'turn-tls';
  return relayProtocol === 'tcp' ? 'turn-tcp' : 'turn-udp';
}

function streams(reports: readonly StatsReport[], type: string, kind: 'audio' | 'video'): StatsReport[] {
  return reports.filter((report) => report.type === type && report.kind === kind);
}

type Counter = {
  [Key in keyof StatsReport]-?: number extends StatsReport[Key] ? Key : never;
}[keyof StatsReport];

/** By how much a number has grown; null where it is not told, or not of the same thing. */
function grown(report: StatsReport, earlier: readonly StatsReport[], field: Counter): number | null {
  const after = report[field];
  const first = earlier.find(({ id }) => id === report.id)?.[field];
  return after === undefined || first === undefined ? null : Math.max(0, after - first);
}

function sum(values: readonly (number | null)[]): number {
  return values.reduce<number>((total, value) => total + (value ?? 0), 0);
}

function part(some: number, all: number): number | null {
  return all === 0 ? null : some / all;
}

function lossOfReceived(now: readonly StatsReport[], before: readonly StatsReport[]): number | null {
  const inbound = now.filter(({ type }) => type === 'inbound-rtp');
  const lost = sum(inbound.map((stream) => grown(stream, before, 'packetsLost')));
  return part(lost, lost + sum(inbound.map((stream) => grown(stream, before, 'packetsReceived'))));
}

/**
 * The server tells for each picture's stream what part of it was lost lately; a stream counts by how much of it there is. Of sound it
 * tells what the one with the worst line misses, so that more repair is sent along: that says nothing of this line.
 */
function lossOfSent(now: readonly StatsReport[]): number | null {
  const told = streams(now, 'remote-inbound-rtp', 'video');
  const weight = ({ localId }: StatsReport): number => now.find(({ id }) => id === localId)?.packetsSent ?? 0;
  return part(sum(told.map((one) => (one.fractionLost ?? 0) * weight(one))), sum(told.map(weight)));
}

/** What is made up in silence is no loss. */
function concealedOf(sounds: readonly StatsReport[], before: readonly StatsReport[]): number | null {
  const all = (field: Counter): number => sum(sounds.map((sound) => grown(sound, before, field)));
  return part(Math.max(0, all('concealedSamples') - all('silentConcealedSamples')), all('totalSamplesReceived'));
}

function codecOf(of: readonly StatsReport[], reports: readonly StatsReport[]): string | null {
  const ids = new Set(of.map(({ codecId }) => codecId));
  return reports.find(({ type, id }) => type === 'codec' && ids.has(id))?.mimeType?.split('/')[1] ?? null;
}

function pictureOf(stream: StatsReport, reports: readonly StatsReport[], trackId: string | null): Picture[] {
  const { frameWidth: width, frameHeight: height, framesPerSecond, rid } = stream;
  if (width === undefined || height === undefined || !framesPerSecond) return [];
  const layer = layerOf(rid, Math.min(width, height));
  return [{ trackId, width, height, framesPerSecond, layer, codec: codecOf([stream], reports) }];
}

/** By the name that mediasoup-client gives to each size (r0, r1, r2); of what others send only the number of lines is seen. */
function layerOf(rid: string | undefined, lines: number): number {
  const named = /^r(\d)$/.exec(rid ?? '')?.[1];
  if (named !== undefined) return Number(named) + 1;
  if (lines <= 180) return 1;
  return lines <= 360 ? 2 : 3;
}
