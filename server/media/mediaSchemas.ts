/**
 * The insides of what pages say to mediasoup, field by field. mediasoup checks most of it, but not before it writes into
 * the buffer that all of a worker's requests share: a bitrate of 1.5 leaves that buffer unusable and with it every
 * meeting on the worker. So nothing unchecked gets there, and fields that nobody knows are dropped.
 */
import { z } from 'zod';
import { SamradError } from '../../shared/protocol/errors.ts';
import { encodingLimit } from './mediaPolicy.ts';

const uint8 = z.number().int().min(0).max(255);
const uint32 = z.number().int().min(0).max(0xffff_ffff);
const payloadType = z.number().int().min(0).max(127);
const kind = z.enum(['audio', 'video']);
const mimeType = z.string().regex(/^(audio|video)\/[A-Za-z0-9._-]{1,40}$/);
const word = z.string().max(100);

const codecParameters = z
  .record(z.string().max(60), z.union([z.string().max(300), z.number(), z.boolean()]))
  .refine((parameters) => Object.keys(parameters).length <= 32);
const rtcpFeedback = z.array(z.object({ type: word, parameter: word.optional() })).max(16);

const headerExtensionUri = z.enum([
  'urn:ietf:params:rtp-hdrext:sdes:mid',
  'urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id',
  'urn:ietf:params:rtp-hdrext:sdes:repaired-rtp-stream-id',
  'http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time',
  'http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01',
  'urn:ietf:params:rtp-hdrext:ssrc-audio-level',
  'https://aomediacodec.github.io/av1-rtp-spec/#dependency-descriptor-rtp-header-extension',
  'urn:3gpp:video-orientation',
  'urn:ietf:params:rtp-hdrext:toffset',
  'http://www.webrtc.org/experiments/rtp-hdrext/abs-capture-time',
  'http://www.webrtc.org/experiments/rtp-hdrext/playout-delay',
  'urn:mediasoup:params:rtp-hdrext:packet-id',
]);

export const dtlsParameters = z.object({
  role: z.enum(['auto', 'client', 'server']).optional(),
  fingerprints: z
    .array(
      z.object({
        algorithm: z.enum(['sha-1', 'sha-224', 'sha-256', 'sha-384', 'sha-512']),
        value: z.string().regex(/^[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){19,63}$/),
      }),
    )
    .min(1)
    .max(8),
});

export const rtpParameters = z.object({
  /** Eight bytes is what fits into a packet's header. */
  mid: z.string().max(8).optional(),
  codecs: z
    .array(
      z.object({
        mimeType,
        payloadType,
        clockRate: uint32,
        channels: uint8.optional(),
        parameters: codecParameters.optional(),
        rtcpFeedback: rtcpFeedback.optional(),
      }),
    )
    .min(1)
    .max(16),
  headerExtensions: z
    .array(
      z.object({
        uri: headerExtensionUri,
        id: uint8,
        encrypt: z.boolean().optional(),
        parameters: codecParameters.optional(),
      }),
    )
    .max(32)
    .optional(),
  encodings: z
    .array(
      z.object({
        ssrc: uint32.optional(),
        rid: z
          .string()
          .regex(/^[A-Za-z0-9]{1,16}$/)
          .optional(),
        codecPayloadType: payloadType.optional(),
        rtx: z.object({ ssrc: uint32 }).optional(),
        dtx: z.boolean().optional(),
        scalabilityMode: z
          .string()
          .regex(/^[LS][1-3]T[1-3](h|_KEY(_SHIFT)?)?$/)
          .optional(),
        maxBitrate: uint32.optional(),
      }),
    )
    .max(encodingLimit)
    .optional(),
  rtcp: z.object({ cname: word.optional(), reducedSize: z.boolean().optional() }).optional(),
  msid: word.optional(),
});

export const rtpCapabilities = z.object({
  codecs: z
    .array(
      z.object({
        kind,
        mimeType,
        preferredPayloadType: payloadType,
        clockRate: uint32,
        channels: uint8.optional(),
        parameters: codecParameters.optional(),
        rtcpFeedback: rtcpFeedback.optional(),
      }),
    )
    .max(64)
    .optional(),
  headerExtensions: z
    .array(
      z.object({
        kind,
        uri: headerExtensionUri,
        preferredId: uint8,
        preferredEncrypt: z.boolean().optional(),
        direction: z.enum(['sendrecv', 'sendonly', 'recvonly', 'inactive']).optional(),
      }),
    )
    .max(64)
    .optional(),
});

/** What a page can receive, looked through. */
export type RtpCapabilities = z.output<typeof rtpCapabilities>;

/** The value in the schema's form. @throws SamradError `bad-request`. */
export function parsed<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value);
  if (!result.success) throw new SamradError('bad-request');
  return result.data;
}
