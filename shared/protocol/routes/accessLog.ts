/** REST: the audit log of one plan, as the patient reads it: who saw, changed and was refused what, and when. */
import { z } from 'zod';
import { sectionIdSchema } from '../../careplan/sections.ts';
import { auditActionSchema } from '../../domain/auditAction.ts';
import { roleSchema } from '../../domain/roles.ts';
import { instantSchema } from '../types.ts';
import { none, planParams, type RouteGroup } from './route.ts';

/** Where a page of the log ends: the newest, or before a record's number. */
export const logPlaceSchema = z.union([z.literal('newest'), z.string().regex(/^[1-9]\d{0,14}$/)]);

const logEntrySchema = z.object({
  sequence: z.number().int(),
  at: instantSchema,
  action: auditActionSchema,
  outcome: z.enum(['done', 'refused']),
  /** Null where nobody was known. `role` and `organisation` as they were then; null for one who was not in the team. */
  who: z
    .object({ personId: z.string(), name: z.string(), role: roleSchema.nullable(), organisation: z.string() })
    .nullable(),
  /** HL7 PurposeOfUse (TREAT, COC, ETREAT), or null. */
  purpose: z.string().nullable(),
  sectionId: sectionIdSchema.nullable(),
  /** The name of the one that it was done to or for, or null. */
  subject: z.string().nullable(),
  /** Why, where it had to be said: for emergency access. */
  reason: z.string().nullable(),
});
export type LogEntry = z.infer<typeof logEntrySchema>;

export const accessLogRoutes = {
  /** For the patient. Newest first; `before` is the place of the next page, null where there is none. */
  accessLog: {
    method: 'GET',
    path: '/api/plans/:planId/access-log/:before',
    access: 'session',
    params: planParams.extend({ before: logPlaceSchema }),
    body: none,
    output: z.object({ entries: z.array(logEntrySchema), before: z.string().nullable() }),
  },
} as const satisfies RouteGroup;
