/** REST: meetings and the links into them. */
import { z } from 'zod';
import { idSchema } from '../../domain/ids.ts';
import { termsSchema } from '../../meetings/course.ts';
import { instantSchema, invitationSchema, meetingKindSchema, meetingSchema } from '../types.ts';
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
    }),
    output: z.object({ meeting: meetingSchema }),
  },
  meeting: {
    method: 'GET',
    path: '/api/meetings/:meetingId',
    access: 'session',
    params: meetingParams,
    body: none,
    output: z.object({ meeting: meetingSchema }),
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
  /** Calls the meeting off. */
  cancelMeeting: {
    method: 'POST',
    path: '/api/meetings/:meetingId/cancel',
    access: 'session',
    params: meetingParams,
    body: none,
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
  /** Takes back somebody's link and ends what was opened by it; resolves when they are out. Nothing happens where there is none. */
  revokeLink: {
    method: 'POST',
    path: '/api/meetings/:meetingId/links/:personId/revoke',
    access: 'session',
    params: meetingParams.extend({ personId: idSchema }),
    body: none,
    output: none,
  },
  /** Redeems a link; binds it to this browser. The same browser may do it again. */
  redeemLink: {
    method: 'POST',
    path: '/api/links/redeem',
    access: 'anyone',
    params: none,
    body: z.object({ token: z.string().max(100) }),
    output: z.object({ meetingId: idSchema }),
  },
} as const satisfies RouteGroup;
