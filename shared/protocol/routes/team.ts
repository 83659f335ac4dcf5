/** REST: who is in the care team, who is invited, and how it begins and ends. */
import { z } from 'zod';
import { idSchema } from '../../domain/ids.ts';
import { membershipStateSchema, purposeSchema } from '../../domain/membership.ts';
import { roleSchema } from '../../domain/roles.ts';
import { instantSchema, memberSchema } from '../types.ts';
import { none, planParams, type RouteGroup } from './route.ts';

const organisationSchema = z.string().trim().max(120);

const seatSchema = z.object({
  member: memberSchema,
  purpose: z.string(),
  from: instantSchema,
  /** The first moment at which it is over; null: until further notice. */
  until: instantSchema.nullable(),
  state: membershipStateSchema,
  /** Whether an identity provider can tell who they are; null where there is none. */
  isKnown: z.boolean().nullable(),
});
export type Seat = z.infer<typeof seatSchema>;

const invitationSchema = z.object({
  id: idSchema,
  person: z.object({ personId: idSchema, name: z.string() }),
  role: roleSchema,
  organisation: z.string(),
  until: instantSchema.nullable(),
  invitedBy: z.string(),
  invitedAt: instantSchema,
});
export type TeamInvitation = z.infer<typeof invitationSchema>;

/** An invitation as the one who is invited sees it. */
const ownInvitationSchema = invitationSchema.omit({ person: true }).extend({ patientName: z.string() });
export type OwnInvitation = z.infer<typeof ownInvitationSchema>;

export const teamRoutes = {
  /**
   * Everybody who is, was or will be in the team; for the patient and the coordinator also who is invited. `mayChange`:
   * whether I may invite and end.
   */
  team: {
    method: 'GET',
    path: '/api/plans/:planId/team',
    access: 'session',
    params: planParams,
    body: none,
    output: z.object({
      mayChange: z.boolean(),
      seats: z.array(seatSchema),
      invitations: z.array(invitationSchema),
    }),
  },
  /** Professionals known here whose name begins so, at most ten; at least three letters are asked for. */
  findProfessionals: {
    method: 'POST',
    path: '/api/plans/:planId/team/find',
    access: 'session',
    params: planParams,
    body: z.object({ name: z.string().trim().min(3).max(80) }),
    output: z.object({ people: z.array(memberSchema.omit({ role: true })) }),
  },
  /**
   * Invites a professional who is known here, who accepts on their home page; or adds a relative, a volunteer or an interpreter
   * at once. `bad-request` with details as in shared/domain/membership.ts.
   */
  inviteMember: {
    method: 'POST',
    path: '/api/plans/:planId/team/invite',
    access: 'session',
    params: planParams,
    body: z.object({
      who: z.union([
        z.strictObject({ personId: idSchema }),
        z.strictObject({ name: z.string().trim().min(1).max(120) }),
      ]),
      role: roleSchema.exclude(['patient']),
      organisation: organisationSchema,
      purpose: purposeSchema,
      until: instantSchema.nullable(),
    }),
    output: none,
  },
  withdrawInvitation: {
    method: 'POST',
    path: '/api/plans/:planId/team/invitations/:invitationId/withdraw',
    access: 'session',
    params: planParams.extend({ invitationId: idSchema }),
    body: none,
    output: none,
  },
  /** Ends a membership at once: mine, or as patient or coordinator anybody's. When it is answered, nothing more reaches them. */
  endMembership: {
    method: 'POST',
    path: '/api/plans/:planId/team/:personId/end',
    access: 'session',
    params: planParams.extend({ personId: idSchema }),
    body: none,
    output: none,
  },
  /** Says which national identity number a member has, so that they can sign in and confirm who they are. Kept as a hash. */
  registerNumber: {
    method: 'POST',
    path: '/api/plans/:planId/team/:personId/identity-number',
    access: 'session',
    params: planParams.extend({ personId: idSchema }),
    body: z.object({ number: z.string().max(40) }),
    output: none,
  },
  /** Teams that I am invited to. */
  ownInvitations: {
    method: 'GET',
    path: '/api/invitations',
    access: 'session',
    params: none,
    body: none,
    output: z.object({ invitations: z.array(ownInvitationSchema) }),
  },
  answerInvitation: {
    method: 'POST',
    path: '/api/invitations/:invitationId/answer',
    access: 'session',
    params: z.object({ invitationId: idSchema }),
    body: z.object({ accept: z.boolean() }),
    output: none,
  },
} as const satisfies RouteGroup;
