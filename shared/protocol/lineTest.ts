/**
 * What page and server say to each other to test the line before a meeting. The line is tested with data channels on the media
 * workers and ports that meetings use: unordered and never sent again, so that what is lost is lost. How much is sent and how fast
 * is the server's to say.
 */
import type { types as mediasoup } from 'mediasoup-client';
import { z } from 'zod';
import { iceServerSchema, mediaIdSchema, rtpCapabilitiesSchema, transportSchema } from './media.ts';

/** By which protocol the way goes: UDP is what a meeting wants, TCP what it falls back on. */
export const waySchema = z.enum(['udp', 'tcp']);
export type Way = z.infer<typeof waySchema>;

/** `calm`: both sides send as speech does. `down`: the server sends all that it may, `up`: the page does. */
export const phaseSchema = z.enum(['calm', 'down', 'up']);
export type TestPhase = z.infer<typeof phaseSchema>;

/** How one stream is sent: so many datagrams of so many bytes, one every so many milliseconds. */
export const streamShapeSchema = z.object({
  count: z.number().int().min(1).max(2_000),
  bytes: z.number().int().min(16).max(1_200),
  everyMs: z.number().min(1).max(1_000),
  /** How long the line is filled before its speed is taken, milliseconds. */
  settleMs: z.number().min(0).max(10_000),
});
export type StreamShape = z.infer<typeof streamShapeSchema>;

/** A transport on which data channels go. */
const dataTransportSchema = transportSchema.extend({ sctpParameters: z.custom<mediasoup.SctpParameters>() });

export const openTestSchema = z.object({
  routerRtpCapabilities: rtpCapabilitiesSchema,
  /** TURN servers, as in a meeting. */
  iceServers: z.array(iceServerSchema),
  calm: streamShapeSchema,
  burst: streamShapeSchema,
});
export type OpenTest = z.infer<typeof openTestSchema>;

export const testWaySchema = z.object({
  send: dataTransportSchema,
  receive: dataTransportSchema,
  /** The stream that the server sends on `receive`. */
  down: z.object({ id: mediaIdSchema, dataProducerId: mediaIdSchema, streamId: z.number().int() }),
});
export type TestWayInfo = z.infer<typeof testWaySchema>;

export const measureSchema = z.object({ way: waySchema, phase: phaseSchema, round: z.number().int().min(1).max(255) });

export const roundResultSchema = z.object({
  /** How many datagrams the server sent. */
  sent: z.number().int(),
  /** How many different ones came from the page. */
  received: z.number().int(),
  /** How fast they came, bits per second. */
  bitrate: z.number(),
});
export type RoundResult = z.infer<typeof roundResultSchema>;

/** A data channel's stream that a page sends on; more than a handful is never needed. */
export const streamIdSchema = z.number().int().min(0).max(15);

/** How the datagrams go on both sides: unordered, and never sent again. */
export const datagramReliability = { ordered: false, maxRetransmits: 0 } as const;
