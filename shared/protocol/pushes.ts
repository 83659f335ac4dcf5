/** The one list of Socket.IO pushes: what the server tells a page unasked, in the past tense. */
import { z } from 'zod';
import { idSchema } from '../domain/ids.ts';
import { consumerSchema, mediaIdSchema } from './media.ts';
import { passedKeySchema } from './mediaKeys.ts';
import { joinedSchema, lobbySchema } from './requests.ts';
import { chatMessageSchema, meetingSnapshotSchema } from './types.ts';

export const pushes = {
  /** To one in the lobby: let in. Carries all that the answer to a join carries. */
  'meeting:admitted': joinedSchema,
  /** To one in the lobby: not let in. */
  'meeting:declined': z.object({}),
  /** To one in the room: taken back to the lobby. */
  'meeting:putBack': lobbySchema,
  /** To one in the room or the lobby: no longer invited. */
  'meeting:removed': z.object({}),
  /** To one in the lobby: what is waited for changed. */
  'meeting:lobbyChanged': lobbySchema,
  'meeting:changed': meetingSnapshotSchema,
  'meeting:ended': z.object({}),
  /** The same person took the seat from another page; this one is out. */
  'meeting:takenOver': z.object({}),
  /** Somebody wrote to all. */
  'meeting:said': chatMessageSchema,
  /** A caption as it is written; it stands in the place of the captioner's last one of this line that was not done. */
  'meeting:captioned': z.object({
    id: idSchema,
    participantId: idSchema,
    name: z.string(),
    line: z.enum(['first', 'second']),
    text: z.string(),
    isDone: z.boolean(),
  }),
  /** Another participant passed me a key that only I can open. */
  'meeting:keyPassed': passedKeySchema,
  /** Who speaks now, loudest first. */
  'meeting:spoke': z.object({ participantIds: z.array(idSchema) }),
  'media:consumerAdded': consumerSchema,
  'media:consumerClosed': z.object({ consumerId: mediaIdSchema }),
  'media:consumerPaused': z.object({ consumerId: mediaIdSchema, paused: z.boolean() }),
  /** This page's line has no room for even the smallest picture of this consumer, or has it again. */
  'media:consumerStalled': z.object({ consumerId: mediaIdSchema, stalled: z.boolean() }),
  /** The media worker died; what was sent and received is gone. Ask for `media:setup`. */
  'media:lost': z.object({}),
} as const satisfies Record<string, z.ZodType>;

export type Pushes = typeof pushes;
export type PushName = keyof Pushes;
export type PushData<Name extends PushName> = z.infer<Pushes[Name]>;
