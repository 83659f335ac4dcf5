/** What the bare page and its server say to each other, as JSON: requests with an answer, and one push. */
import { z } from 'zod';
import {
  dtlsParametersSchema,
  mediaIdSchema,
  rtpCapabilitiesSchema,
  rtpParametersSchema,
  transportSchema,
} from '../../../shared/protocol/media.ts';

const kindSchema = z.enum(['audio', 'video']);

export const requestSchema = z.object({
  id: z.number(),
  body: z.discriminatedUnion('ask', [
    z.object({ ask: z.literal('join') }),
    z.object({ ask: z.literal('connect'), transportId: mediaIdSchema, dtlsParameters: dtlsParametersSchema }),
    z.object({ ask: z.literal('produce'), kind: kindSchema, rtpParameters: rtpParametersSchema }),
    z.object({ ask: z.literal('consume'), rtpCapabilities: rtpCapabilitiesSchema }),
    z.object({ ask: z.literal('resume'), consumerIds: z.array(mediaIdSchema) }),
  ]),
});
export type BareRequest = z.infer<typeof requestSchema>['body'];

export const joinedSchema = z.object({
  routerRtpCapabilities: rtpCapabilitiesSchema,
  send: transportSchema,
  receive: transportSchema,
});
export type BareJoined = z.infer<typeof joinedSchema>;

const consumerSchema = z.object({
  id: mediaIdSchema,
  producerId: mediaIdSchema,
  kind: kindSchema,
  rtpParameters: rtpParametersSchema,
});
export const consumersSchema = z.object({ consumers: z.array(consumerSchema) });
export type BareConsumer = z.infer<typeof consumerSchema>;

export const producedSchema = z.object({ producerId: mediaIdSchema });
export const nothingSchema = z.object({});

/** To the page: an answer, or that somebody else sends something new. */
export const toPageSchema = z.union([
  z.object({ id: z.number(), answer: z.unknown() }),
  z.object({ consumer: consumerSchema }),
]);
