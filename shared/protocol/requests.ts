/**
 * The one list of Socket.IO requests: name → input, output, and the states of a participant that may send it.
 * The server binds its handlers from this table, the page's calls are typed from it. Every request may arrive twice.
 */
import { z } from 'zod';
import { idSchema } from '../domain/ids.ts';
import { roleSchema } from '../domain/roles.ts';
import { closingSchema, pointIdSchema } from '../meetings/agenda.ts';
import { phaseSchema } from '../meetings/course.ts';
import { besideSchema } from '../meetings/helpers.ts';
import {
  measureSchema,
  openTestSchema,
  roundResultSchema,
  streamIdSchema,
  testWaySchema,
  waySchema,
} from './lineTest.ts';
import {
  consumerSchema,
  dtlsParametersSchema,
  iceParametersSchema,
  mediaIdSchema,
  mediaSetupSchema,
  rtpCapabilitiesSchema,
  rtpParametersSchema,
} from './media.ts';
import { mediaKeySchema, sealedKeysSchema } from './mediaKeys.ts';
import {
  chatMessageSchema,
  instantSchema,
  mediaSourceSchema,
  meetingKindSchema,
  meetingSnapshotSchema,
} from './types.ts';

/** The states in which a participant's own socket can be; `outside` has joined no meeting yet. */
export type SocketState = 'outside' | 'lobby' | 'joined';

interface RequestDefinition {
  readonly input: z.ZodType;
  readonly output: z.ZodType;
  readonly states: readonly SocketState[];
}

const nothing = z.object({});

export const lobbySchema = z.object({
  state: z.literal('lobby'),
  meetingId: idSchema,
  kind: meetingKindSchema,
  convenerName: z.string(),
  /**
   * `convener`: nobody who can let people in is there yet. `professionals`: their part comes first. `point`: one is rung
   * when one's own point begins.
   */
  waitingFor: z.enum(['admission', 'convener', 'professionals', 'point']),
  /** Who is in, told to those who wait for the professionals or for their point. */
  present: z.array(z.object({ name: z.string(), role: roleSchema, beside: besideSchema })),
  /** My own point's time as it was agreed, where I wait for it. */
  pointAt: instantSchema.nullable(),
  /** My point has begun: I am let in when I say that I come. */
  rung: z.boolean(),
});
export type LobbyInfo = z.infer<typeof lobbySchema>;

export const joinedSchema = z.object({
  state: z.literal('joined'),
  meeting: meetingSnapshotSchema,
  /** What has been written so far. */
  chat: z.array(chatMessageSchema),
  media: mediaSetupSchema,
  /** A paused consumer for everything that is sent now, where the join said what the page can receive. */
  consumers: z.array(consumerSchema).optional(),
});
export type JoinedInfo = z.infer<typeof joinedSchema>;

export const requests = {
  /**
   * Takes my seat in the meeting. `seat` is made by the page and kept for as long as the page lives: the same seat
   * coming back resumes; another one is answered `already-joined` unless `takeOver`. A page that knows already what it
   * can receive says so, and is told its consumers when it is in the room: `media:receive` is then not needed. `beside`: who
   * sits beside me at this device; absent: as the seat has it, nobody for a new one. Idempotent.
   */
  'meeting:join': {
    input: z.object({
      meetingId: idSchema,
      seat: idSchema,
      takeOver: z.boolean(),
      rtpCapabilities: rtpCapabilitiesSchema.optional(),
      beside: besideSchema.optional(),
    }),
    output: z.discriminatedUnion('state', [lobbySchema, joinedSchema]),
    states: ['outside', 'lobby', 'joined'],
  },
  /** Who sits beside me from now on. */
  'meeting:setBeside': {
    input: z.object({ beside: besideSchema }),
    output: nothing,
    states: ['lobby', 'joined'],
  },
  'meeting:leave': { input: nothing, output: nothing, states: ['outside', 'lobby', 'joined'] },
  'meeting:admit': { input: z.object({ participantId: idSchema }), output: nothing, states: ['joined'] },
  /** Lets in all who wait for admission. Who waits for the professionals or their own point goes on waiting. */
  'meeting:admitAll': { input: nothing, output: nothing, states: ['joined'] },
  'meeting:decline': { input: z.object({ participantId: idSchema }), output: nothing, states: ['joined'] },
  /** Says for the others that somebody who came by a link is who they say; nothing happens for one who signed in. */
  'meeting:confirm': { input: z.object({ participantId: idSchema }), output: nothing, states: ['joined'] },
  /** Out of the room and into the lobby: they wait to be let in again. */
  'meeting:putBack': { input: z.object({ participantId: idSchema }), output: nothing, states: ['joined'] },
  /** Out for good: no longer invited, and what they came by stops working. Nothing happens for one who has gone. */
  'meeting:remove': { input: z.object({ participantId: idSchema }), output: nothing, states: ['joined'] },
  /** While it is locked nobody new comes in, not even to the lobby. */
  'meeting:lock': { input: z.object({ locked: z.boolean() }), output: nothing, states: ['joined'] },
  /** `everyone` lets in all who waited for the professionals; `professionals` takes patient, relatives and volunteers to the lobby. */
  'meeting:setPhase': { input: z.object({ phase: phaseSchema }), output: nothing, states: ['joined'] },
  /** Goes to a point of the agenda; null: to none. Who is to be rung for it is rung. */
  'meeting:goTo': { input: z.object({ pointId: pointIdSchema.nullable() }), output: nothing, states: ['joined'] },
  /** Ticks a point as talked through. A point that asks for a closing is ticked only with one: `bad-request` otherwise. */
  'meeting:tick': {
    input: z.object({ pointId: pointIdSchema, ticked: z.boolean(), closing: closingSchema.nullable() }),
    output: nothing,
    states: ['joined'],
  },
  /** Writes to all in the room; `id` is made by the page. */
  'meeting:say': {
    input: z.object({ id: idSchema, text: z.string().trim().min(1).max(2_000) }),
    output: nothing,
    states: ['joined'],
  },
  /** Lets somebody write captions, or takes that back. An interpreter may without being asked. */
  'meeting:setCaptioner': {
    input: z.object({ participantId: idSchema, captions: z.boolean() }),
    output: nothing,
    states: ['joined'],
  },
  /** What is being said, as it is written so far; `isDone` when the sentence is. The second line is for another language. */
  'meeting:caption': {
    input: z.object({ line: z.enum(['first', 'second']), text: z.string().max(400), isDone: z.boolean() }),
    output: nothing,
    states: ['joined'],
  },
  /** I have been rung, and come. */
  'meeting:answerRing': { input: nothing, output: nothing, states: ['lobby'] },
  'meeting:raiseHand': { input: z.object({ raised: z.boolean() }), output: nothing, states: ['joined'] },
  /** My page's public key, for a meeting whose sound and picture are encrypted from end to end. Stands in place of the last one. */
  'meeting:announceKey': { input: mediaKeySchema, output: nothing, states: ['joined'] },
  /** Passes sealed keys on; one for somebody who has gone meanwhile is passed over. */
  'meeting:passKeys': { input: z.object({ keys: sealedKeysSchema }), output: nothing, states: ['joined'] },
  /** Ends the meeting for all. */
  'meeting:end': { input: nothing, output: nothing, states: ['joined'] },

  /**
   * Transports for a page that may come into the meeting soon: it opens the way on which it will receive while its person still looks
   * at the device check or waits. They come again in the answer to the join that takes them along. Null where nobody is in
   * the meeting yet, where it is locked for me, or where too many wait. Again, they take the place of those before.
   */
  'media:prepare': {
    input: z.object({ meetingId: idSchema }),
    output: z.object({ media: mediaSetupSchema.nullable() }),
    states: ['outside', 'lobby'],
  },
  /** As `media:connect`, for transports of `media:prepare`; also just after the join that took them along. */
  'media:connectPrepared': {
    input: z.object({ transportId: mediaIdSchema, dtlsParameters: dtlsParametersSchema }),
    output: nothing,
    states: ['outside', 'lobby', 'joined'],
  },
  /** Fresh transports, after `media:lost` or when the page starts over. Closes what I had. */
  'media:setup': { input: nothing, output: mediaSetupSchema, states: ['joined'] },
  'media:connect': {
    input: z.object({ transportId: mediaIdSchema, dtlsParameters: dtlsParametersSchema }),
    output: nothing,
    states: ['joined'],
  },
  'media:restartIce': {
    input: z.object({ transportId: mediaIdSchema }),
    output: z.object({ iceParameters: iceParametersSchema }),
    states: ['joined'],
  },
  /** Starts sending. Producing a source again replaces the producer of before. */
  'media:produce': {
    input: z.object({
      transportId: mediaIdSchema,
      source: mediaSourceSchema,
      rtpParameters: rtpParametersSchema,
      paused: z.boolean(),
    }),
    output: z.object({ producerId: mediaIdSchema }),
    states: ['joined'],
  },
  /** Mutes or unmutes. `forLine`: not the person pauses their camera but the page, because its line cannot carry it. */
  'media:pause': {
    input: z.object({ source: mediaSourceSchema, paused: z.boolean(), forLine: z.boolean().optional() }),
    output: nothing,
    states: ['joined'],
  },
  /** Stops sending this source. */
  'media:stop': { input: z.object({ source: mediaSourceSchema }), output: nothing, states: ['joined'] },
  /** What this page can receive. Answered with a paused consumer for everything that is sent now; later ones are pushed. */
  'media:receive': {
    input: z.object({ rtpCapabilities: rtpCapabilitiesSchema }),
    output: z.object({ consumers: z.array(consumerSchema) }),
    states: ['joined'],
  },
  'media:resume': {
    input: z.object({ consumerIds: z.array(mediaIdSchema).max(128) }),
    output: nothing,
    states: ['joined'],
  },
  /** How large a video is shown: `hidden` pauses it, the rest choose the highest simulcast layer to forward. */
  'media:prefer': {
    input: z.object({ consumerId: mediaIdSchema, size: z.enum(['hidden', 'small', 'medium', 'large']) }),
    output: nothing,
    states: ['joined'],
  },
  /**
   * Begins a test of the line, before the meeting. A connection has one: a new one ends the one before. It ends by itself after
   * some time, and when the page joins a meeting.
   */
  'test:open': { input: nothing, output: openTestSchema, states: ['outside'] },
  /** Makes transports that go this way only, in place of those that there were. */
  'test:way': { input: z.object({ way: waySchema }), output: testWaySchema, states: ['outside'] },
  'test:connect': {
    input: z.object({ way: waySchema, transportId: mediaIdSchema, dtlsParameters: dtlsParametersSchema }),
    output: nothing,
    states: ['outside'],
  },
  /** The stream that the page sends; again, it takes the place of the one before. */
  'test:produce': {
    input: z.object({ way: waySchema, streamId: streamIdSchema }),
    output: z.object({ dataProducerId: mediaIdSchema }),
    states: ['outside'],
  },
  /** Begins a round of measuring; answered when the server counts. Its own stream has begun then. One round at a time. */
  'test:measure': { input: measureSchema, output: nothing, states: ['outside'] },
  /** Ends the round; answers what the server sent and what came to it. */
  'test:result': { input: nothing, output: roundResultSchema, states: ['outside'] },
  'test:close': { input: nothing, output: nothing, states: ['outside'] },
} as const satisfies Record<string, RequestDefinition>;

export type Requests = typeof requests;
export type RequestName = keyof Requests;
export type RequestInput<Name extends RequestName> = z.infer<Requests[Name]['input']>;
export type RequestOutput<Name extends RequestName> = z.infer<Requests[Name]['output']>;

/** The largest Socket.IO message in bytes. A larger one ends the connection, so pages are refused well before by `requestLimit`. */
export const socketMessageLimit = 256 * 1024;
/** The largest request in characters of JSON; larger is answered `too-large` and the connection lives. */
export const requestLimit = 64 * 1024;
