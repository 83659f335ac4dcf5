/** The things that travel: what a page knows of people, plans and meetings. */
import { z } from 'zod';
import { sectionIdSchema } from '../careplan/sections.ts';
import { identificationSchema } from '../domain/identification.ts';
import { idSchema } from '../domain/ids.ts';
import { courseSchema, termsSchema } from '../meetings/course.ts';
import { besideSchema } from '../meetings/helpers.ts';
import { roleSchema } from '../domain/roles.ts';
import { mediaKeySchema } from './mediaKeys.ts';

/** The languages that people are spoken to in. */
export const languageSchema = z.enum(['nb', 'nn', 'en']);
export type Language = z.infer<typeof languageSchema>;

/** A time as ISO 8601 in UTC. */
export const instantSchema = z.iso.datetime();

export const meetingKinds = [
  'what-matters',
  'care-team',
  'interdisciplinary',
  'advance-care',
  'discharge',
  'needs-assessment',
] as const;
export const meetingKindSchema = z.enum(meetingKinds);
export type MeetingKind = z.infer<typeof meetingKindSchema>;

export const meetingStateSchema = z.enum(['scheduled', 'open', 'ended', 'cancelled']);

/** Who is signed in. `meetingId` is set when the session came from a meeting link and reaches no further. */
export const meSchema = z.object({
  personId: idSchema,
  name: z.string(),
  identification: identificationSchema,
  meetingId: idSchema.nullable(),
});
export type Me = z.infer<typeof meSchema>;

export const memberSchema = z.object({
  personId: idSchema,
  name: z.string(),
  role: roleSchema,
  organisation: z.string(),
});
export type MemberInfo = z.infer<typeof memberSchema>;

/** A patient of mine: the plan, and my own place in the team. */
export const patientSchema = z.object({
  planId: idSchema,
  patientName: z.string(),
  role: roleSchema,
});

export const meetingSchema = z.object({
  id: idSchema,
  planId: idSchema,
  patientName: z.string(),
  kind: meetingKindSchema,
  state: meetingStateSchema,
  startsAt: instantSchema,
  convener: memberSchema,
  /** What is agreed of it: the agenda, whether professionals begin, what is kept. */
  terms: termsSchema,
  /** The meetings that were made together with it; null where it is alone. */
  seriesId: idSchema.nullable(),
  /** Who is invited, by person; the convener is among them. */
  invited: z.array(idSchema),
  /** What I may do with it beside taking part. */
  mayLead: z.boolean(),
});
export type MeetingInfo = z.infer<typeof meetingSchema>;

export const sectionAccessSchema = z.enum(['write', 'read', 'none']);

export const planSchema = z.object({
  id: idSchema,
  patientName: z.string(),
  me: memberSchema,
  team: z.array(memberSchema),
  /** Every section of the plan in order, with what I may do in it. */
  sections: z.array(z.object({ id: sectionIdSchema, access: sectionAccessSchema })),
  mayConvene: z.boolean(),
  /** When my emergency access is over; null for a member like others. */
  emergencyUntil: instantSchema.nullable(),
  /** When the plan is deleted; null where nobody has asked for it. */
  deletedAt: instantSchema.nullable(),
});
export type PlanInfo = z.infer<typeof planSchema>;

/** Somebody's link into a meeting. The token stands in the URL's fragment, which browsers do not send. */
export const invitationSchema = z.object({
  member: memberSchema,
  url: z.string(),
  /** Where they are written to, where that is known. */
  email: z.string().nullable(),
});

// ——— In a meeting ———

/** A participant as the others see it. Microphone, camera and screen say whether a producer exists and is not paused. */
/** How much of somebody's sound and picture arrives, in both directions. */
const lineQualitySchema = z.enum(['good', 'weak', 'bad']);
export type LineQuality = z.infer<typeof lineQualitySchema>;

export const participantSchema = z.object({
  id: idSchema,
  personId: idSchema,
  name: z.string(),
  role: roleSchema,
  organisation: z.string(),
  identification: identificationSchema,
  /** Who has confirmed in this meeting who they are, where they came by a link; null where nobody has. */
  confirmedBy: z.string().nullable(),
  /** Who sits beside them at the same device, as they say it themselves: nobody has confirmed who that is. */
  beside: besideSchema,
  /** `reconnecting`: the connection is lost and the seat is kept. */
  state: z.enum(['joined', 'reconnecting']),
  microphone: z.boolean(),
  camera: z.boolean(),
  /** The camera is on, and its picture is paused by itself because this person's line cannot carry it. */
  cameraRests: z.boolean(),
  screen: z.boolean(),
  line: lineQualitySchema,
  /** The public key of their page, where sound and picture are encrypted from end to end; null before it is announced. */
  mediaKey: mediaKeySchema.nullable(),
  /** Writes captions for the others. */
  captions: z.boolean(),
  /** When the hand went up, or null: hands are taken in order. */
  handRaisedAt: instantSchema.nullable(),
});
export type Participant = z.infer<typeof participantSchema>;

/** Something that was written to all in the room. */
export const chatMessageSchema = z.object({
  id: idSchema,
  personId: idSchema,
  name: z.string(),
  role: roleSchema,
  text: z.string(),
  at: instantSchema,
});
export type ChatMessage = z.infer<typeof chatMessageSchema>;

/** Somebody who waits. Only those who lead the meeting see the list. */
export const knockSchema = participantSchema
  .pick({ id: true, name: true, role: true, organisation: true, identification: true, beside: true })
  .extend({
    /** Waits until the professional part is over, and is let in with all who do. */
    heldBack: z.boolean(),
    /** Waits for their own point of the agenda. */
    callIn: z.boolean(),
  });
export type Knock = z.infer<typeof knockSchema>;

/** The whole meeting as one participant may see it; sent entire on every change, so no push can be missed for good. */
export const meetingSnapshotSchema = z.object({
  meetingId: idSchema,
  planId: idSchema,
  patientName: z.string(),
  kind: meetingKindSchema,
  terms: termsSchema,
  course: courseSchema,
  /** My own participant id. */
  me: idSchema,
  mayLead: z.boolean(),
  participants: z.array(participantSchema),
  /** Empty for those who do not lead. */
  lobby: z.array(knockSchema),
});
export type MeetingSnapshot = z.infer<typeof meetingSnapshotSchema>;

/** What is heard or seen. One participant has at most one producer of each. */
export const mediaSourceSchema = z.enum(['microphone', 'camera', 'screen', 'screen-sound']);
export type MediaSource = z.infer<typeof mediaSourceSchema>;
