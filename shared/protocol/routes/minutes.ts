/** REST: what is left of a meeting: who was there, its minutes, who has approved them; and the meetings of a plan. */
import { z } from 'zod';
import { identificationSchema } from '../../domain/identification.ts';
import { idSchema } from '../../domain/ids.ts';
import { roleSchema } from '../../domain/roles.ts';
import { courseSchema } from '../../meetings/course.ts';
import { helperSchema } from '../../meetings/helpers.ts';
import { minutesContentSchema } from '../../meetings/minutes.ts';
import { chatMessageSchema, instantSchema, meetingSchema, memberSchema } from '../types.ts';
import { none, planParams, type RouteGroup } from './route.ts';

const meetingParams = z.object({ meetingId: idSchema });

/** From when to when; null while they are there. */
const timesSchema = z.object({ cameAt: instantSchema, wentAt: instantSchema.nullable() });

const attendanceSchema = timesSchema.extend({
  personId: idSchema,
  name: z.string(),
  role: roleSchema,
  organisation: z.string(),
  identification: identificationSchema,
  /** Who sat beside them meanwhile, as they said it. */
  beside: z.array(timesSchema.extend(helperSchema.shape)),
});

const meetingRecordSchema = z.object({
  meeting: meetingSchema,
  course: courseSchema,
  endedAt: instantSchema.nullable(),
  team: z.array(memberSchema),
  attendance: z.array(attendanceSchema),
  minutes: z.object({
    content: minutesContentSchema,
    /** SHA-256 of what stands there; what is approved names it. */
    hash: z.string(),
    frozen: z.object({ at: instantSchema, by: z.string() }).nullable(),
    approvals: z.array(z.object({ personId: idSchema, name: z.string(), role: roleSchema, at: instantSchema })),
  }),
  /** What was written in the meeting, where that was to be kept. */
  chat: z.array(chatMessageSchema),
  /** Whether I may freeze the minutes now. */
  mayFinish: z.boolean(),
  mayApprove: z.boolean(),
});
export type MeetingRecordInfo = z.infer<typeof meetingRecordSchema>;

export const minutesRoutes = {
  /** The meetings of a plan that I was invited to, the newest first. */
  planMeetings: {
    method: 'GET',
    path: '/api/plans/:planId/meetings',
    access: 'session',
    params: planParams,
    body: none,
    output: z.object({ meetings: z.array(meetingSchema) }),
  },
  meetingRecord: {
    method: 'GET',
    path: '/api/meetings/:meetingId/record',
    access: 'session',
    params: meetingParams,
    body: none,
    output: meetingRecordSchema,
  },
  /** Freezes the minutes of a meeting that has ended: nobody changes them any more. Again: nothing happens. */
  finishMinutes: {
    method: 'POST',
    path: '/api/meetings/:meetingId/minutes/finish',
    access: 'session',
    params: meetingParams,
    body: none,
    output: none,
  },
  /** Approves frozen minutes as they were read. `wrong-state` where they are not frozen, or say something else. */
  approveMinutes: {
    method: 'POST',
    path: '/api/meetings/:meetingId/minutes/approve',
    access: 'session',
    params: meetingParams,
    body: z.object({ hash: z.string().max(64) }),
    output: none,
  },
} as const satisfies RouteGroup;
