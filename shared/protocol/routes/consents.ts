/** REST: what the patient has opened for whom, and opening and closing it. */
import { z } from 'zod';
import { sectionIdSchema } from '../../careplan/sections.ts';
import { consentEndSchema, consentMannerSchema, consentManners } from '../../domain/consent.ts';
import { idSchema } from '../../domain/ids.ts';
import { instantSchema, memberSchema } from '../types.ts';
import { none, planParams, type RouteGroup } from './route.ts';

const nameSchema = z.object({ personId: idSchema, name: z.string() });

const consentSchema = z.object({
  id: idSchema,
  sectionId: sectionIdSchema,
  /** For whom the section is open. */
  person: memberSchema,
  from: instantSchema,
  /** The first moment at which it is closed again; null: until further notice. */
  until: instantSchema.nullable(),
  /** Who gave it, in words, and how. */
  gaveBy: z.string(),
  how: consentMannerSchema,
  recordedBy: nameSchema,
  recordedAt: instantSchema,
  /** Set where it ended before its time. */
  ended: z.object({ at: instantSchema, by: nameSchema, as: consentEndSchema }).nullable(),
});
export type ConsentInfo = z.infer<typeof consentSchema>;

export const consentRoutes = {
  /**
   * All that was ever opened, newest first, for the patient and the coordinator; for others, what was opened for them.
   * `may`: whether I give consent, record what the patient gave, or neither.
   */
  consents: {
    method: 'GET',
    path: '/api/plans/:planId/consents',
    access: 'session',
    params: planParams,
    body: none,
    output: z.object({ may: z.enum(['give', 'record', 'none']), consents: z.array(consentSchema) }),
  },
  /**
   * Opens sections for one person. `from` null: at once. `recorded`: who gave it and how, where it is not the patient who
   * asks. What is wrong is told as `bad-request` with details as in shared/domain/consent.ts.
   */
  giveConsent: {
    method: 'POST',
    path: '/api/plans/:planId/consents',
    access: 'session',
    params: planParams,
    body: z.object({
      personId: idSchema,
      sectionIds: z.array(sectionIdSchema).min(1).max(sectionIdSchema.options.length),
      from: instantSchema.nullable(),
      until: instantSchema.nullable(),
      recorded: z.object({ gaveBy: z.string().trim().min(1).max(200), how: z.enum(consentManners) }).nullable(),
    }),
    output: none,
  },
  /** Closes what was opened, at once: when this is answered, nothing more of the sections reaches the person. */
  withdrawConsents: {
    method: 'POST',
    path: '/api/plans/:planId/consents/withdraw',
    access: 'session',
    params: planParams,
    body: z.object({ consentIds: z.array(idSchema).min(1).max(sectionIdSchema.options.length) }),
    output: none,
  },
} as const satisfies RouteGroup;
