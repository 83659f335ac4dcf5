/** REST: meetings and the links into them. */
import { z } from 'zod';
import { idSchema } from '../../domain/ids.ts';
import { termsSchema } from '../../meetings/course.ts';
import { rtpCapabilitiesSchema } from '../media.ts';
import { instantSchema, invitationSchema, languageSchema, meetingKindSchema, meetingSchema } from '../types.ts';
import { none, planParams, type RouteGroup } from './route.ts';

const meetingParams = z.object({ meetingId: idSchema });

export const meetingRoutes = {
  createMeeting: {
    method: 'POST',
    path: '/api/plans/:planId/meetings',
    access: 'session',
    params: planParams,
    /** `startsAt` null means now. `invited` are members of the team; the convener is always in. */
    body: z.object({
      kind: meetingKindSchema,
      startsAt: instantSchema.nullable(),
      invited: z.array(idSchema).max(40),
      /** Absent: what the kind of meeting has. */
      terms: termsSchema.optional(),
      /** So many meetings in all, at the same time of the day; only with `startsAt`. */
      repeats: z
        .object({ everyWeeks: z.number().int().min(1).max(26), times: z.number().int().min(2).max(26) })
        .optional(),
    }),
    output: z.object({ meeting: meetingSchema }),
  },
  meeting: {
    method: 'GET',
    path: '/api/meetings/:meetingId',
    access: 'session',
    params: meetingParams,
    body: none,
    /** What every room of this server can pass on, so that a page is ready to receive before it joins. */
    output: z.object({ meeting: meetingSchema, routerRtpCapabilities: rtpCapabilitiesSchema }),
  },
  /** What is agreed from now on; those who are in the meeting see it at once. */
  changeMeeting: {
    method: 'POST',
    path: '/api/meetings/:meetingId/change',
    access: 'session',
    params: meetingParams,
    body: z.object({ startsAt: instantSchema, invited: z.array(idSchema).max(40), terms: termsSchema }),
    output: z.object({ meeting: meetingSchema }),
  },
  /** Calls the meeting off; `following`: also those after it that were made together with it. */
  cancelMeeting: {
    method: 'POST',
    path: '/api/meetings/:meetingId/cancel',
    access: 'session',
    params: meetingParams,
    body: z.object({ following: z.boolean() }),
    output: none,
  },
  /** A link for each invited person. Making links again makes the earlier ones unknown. */
  createLinks: {
    method: 'POST',
    path: '/api/meetings/:meetingId/links',
    access: 'session',
    params: meetingParams,
    body: none,
    output: z.object({ invitations: z.array(invitationSchema) }),
  },
  /**
   * New links, as `createLinks`, sent by mail to everyone whose address is known or given; for a series, those of every meeting
   * that is to come. Who is told once is told of changes. `mail-not-set-up`.
   */
  sendInvitations: {
    method: 'POST',
    path: '/api/meetings/:meetingId/invitations',
    access: 'session',
    params: meetingParams,
    body: z.object({
      language: languageSchema,
      emails: z.array(z.object({ personId: idSchema, email: z.email().max(200) })).max(40),
    }),
    output: z.object({ invitations: z.array(invitationSchema), mailed: z.array(idSchema) }),
  },
  /** The demonstration's mailbox: what was sent, the newest first. */
  mailbox: {
    method: 'GET',
    path: '/api/demo/mailbox',
    access: 'anyone',
    params: none,
    body: none,
    output: z.object({
      mails: z.array(
        z.object({
          id: idSchema,
          name: z.string(),
          address: z.string(),
          subject: z.string(),
          body: z.string(),
          /** iCalendar. */
          calendar: z.string().nullable(),
          at: instantSchema,
        }),
      ),
    }),
  },
  /** Takes back somebody's link and ends what was opened by it; resolves when they are out. Nothing happens where there is none. */
  revokeLink: {
    method: 'POST',
    path: '/api/meetings/:meetingId/links/:personId/revoke',
    access: 'session',
    params: meetingParams.extend({ personId: idSchema }),
    body: none,
    output: none,
  },
  /**
   * Redeems a link; binds it to this browser. The same browser may do it again. `link-code-needed`: a code has been mailed, and
   * stands in `code` next time.
   */
  redeemLink: {
    method: 'POST',
    path: '/api/links/redeem',
    access: 'anyone',
    params: none,
    body: z.object({ token: z.string().max(100), code: z.string().max(20).optional() }),
    output: z.object({ meetingId: idSchema }),
  },
} as const satisfies RouteGroup;
