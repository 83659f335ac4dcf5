/**
 * What mediasoup's two halves say to each other, as zod schemas. The insides (RTP parameters, DTLS parameters) belong to
 * mediasoup, which validates them itself; here they are bounded objects, typed as mediasoup-client and mediasoup agree.
 */
import type { types as mediasoup } from 'mediasoup-client';
import { z } from 'zod';
import { idSchema } from '../domain/ids.ts';
import { mediaSourceSchema } from './types.ts';

/** mediasoup's own ids are UUIDs. */
export const mediaIdSchema = z.uuid();

function opaque<Value extends object>() {
  return z.custom<Value>((value) => typeof value === 'object' && value !== null && !Array.isArray(value));
}

export const rtpCapabilitiesSchema = opaque<mediasoup.RtpCapabilities>();
export type RtpCapabilities = z.infer<typeof rtpCapabilitiesSchema>;
export const rtpParametersSchema = opaque<mediasoup.RtpParameters>();
export const dtlsParametersSchema = opaque<mediasoup.DtlsParameters>();
export const iceParametersSchema = opaque<mediasoup.IceParameters>();

export const transportSchema = z.object({
  id: mediaIdSchema,
  iceParameters: iceParametersSchema,
  iceCandidates: z.array(z.custom<mediasoup.IceCandidate>()),
  dtlsParameters: dtlsParametersSchema,
});
export type TransportInfo = z.infer<typeof transportSchema>;

/** A TURN server with credentials that end by themselves. */
export const iceServerSchema = z.object({ urls: z.array(z.string()), username: z.string(), credential: z.string() });
export type IceServer = z.infer<typeof iceServerSchema>;

/**
 * All that a page needs to send and receive: sent when a participant is let in, and again after a lost worker. A seat
 * that comes back with a new connection gets the transports that it had, as long as they live: where `send.id` is the
 * one the page knows, it keeps what it has built (and asks `media:receive` again for what it missed); otherwise it
 * builds anew. A consumer can come both in the answer to `media:receive` and as a push; its id tells.
 */
export const mediaSetupSchema = z.object({
  /** TURN servers, for those whose network lets nothing else through. */
  iceServers: z.array(iceServerSchema),
  routerRtpCapabilities: rtpCapabilitiesSchema,
  send: transportSchema,
  receive: transportSchema,
});
export type MediaSetup = z.infer<typeof mediaSetupSchema>;

/** A consumer that waits on the server, paused, until the page has built its half and resumes it. */
export const consumerSchema = z.object({
  id: mediaIdSchema,
  producerId: mediaIdSchema,
  participantId: idSchema,
  source: mediaSourceSchema,
  kind: z.enum(['audio', 'video']),
  rtpParameters: rtpParametersSchema,
  /** Whether the producer is paused (muted) now. */
  producerPaused: z.boolean(),
  /** Whether this page's line has no room for it now. */
  stalled: z.boolean(),
});
export type ConsumerInfo = z.infer<typeof consumerSchema>;
