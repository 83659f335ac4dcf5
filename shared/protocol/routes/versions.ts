/** REST: the plan's content as it is now, its versions, and who signed and approved them. */
import { z } from 'zod';
import { sectionContentSchema } from '../../careplan/content.ts';
import { signatureKinds } from '../../careplan/seal.ts';
import { sectionIdSchema } from '../../careplan/sections.ts';
import { idSchema } from '../../domain/ids.ts';
import { instantSchema, memberSchema } from '../types.ts';
import { none, planParams, type RouteGroup } from './route.ts';

const versionParams = z.object({ planId: idSchema, versionId: idSchema });

/** SHA-256 as hexadecimal digits. */
const hashSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** A signature: somebody as the team knew them then, when, and the hash of what they signed. */
const signatureSchema = z.object({
  kind: z.enum(signatureKinds),
  person: memberSchema,
  at: instantSchema,
  versionHash: hashSchema,
  hash: hashSchema,
});
export type Signature = z.infer<typeof signatureSchema>;

/** A version, sealed: see shared/careplan/seal.ts. A draft is one that nobody has signed or approved. */
const versionSchema = z.object({
  id: idSchema,
  planId: idSchema,
  number: z.number().int().min(1),
  name: z.string(),
  reason: z.string(),
  corrects: idSchema.nullable(),
  previousHash: hashSchema.nullable(),
  createdAt: instantSchema,
  createdBy: memberSchema,
  sections: z.array(z.object({ section: sectionIdSchema, hash: hashSchema })),
  hash: hashSchema,
  signatures: z.array(signatureSchema),
  /** What I may do with it now. */
  may: z.object({ sign: z.boolean(), approve: z.boolean(), delete: z.boolean() }),
});
export type Version = z.infer<typeof versionSchema>;

/** What was frozen of a section, for one who may read it now. `content` is the canonical JSON of a SectionContent. */
const frozenSectionSchema = z.object({
  section: sectionIdSchema,
  salt: z.string(),
  content: z.string(),
  documentHash: hashSchema,
});

const finding = z.enum(['fits', 'changed']);

/** What fits and what does not, recomputed from what is stored. */
const verificationSchema = z.object({
  /** Whether all of it fits. */
  fits: z.boolean(),
  version: finding,
  /** The sections that I may read. */
  sections: z.array(z.object({ section: sectionIdSchema, finding })),
  /** All other sections together. */
  otherSections: finding,
  signatures: z.array(z.object({ person: memberSchema, kind: z.enum(signatureKinds), finding })),
  /** Whether the version before this one is there and is the one that this follows. */
  chain: finding,
  /** Numbers of versions of the plan that are missing and were no deleted drafts. */
  missing: z.array(z.number()),
});
export type Verification = z.infer<typeof verificationSchema>;

/** What the plan says now, section by section in the order of the plan: those that I may read. */
const contentOutput = z.object({ at: instantSchema, sections: z.array(sectionContentSchema) });

const versionOutput = z.object({ version: versionSchema });

/** `changes`: how much differs from the approved version now, in the sections that I may read. */
const approvedSchema = z.object({
  number: z.number(),
  at: instantSchema,
  changes: z.number().int(),
});

export const versionRoutes = {
  /** For print, export and search; recorded as taken out of the plan. */
  planContent: {
    method: 'GET',
    path: '/api/plans/:planId/content',
    access: 'session',
    params: planParams,
    body: none,
    output: contentOutput,
  },
  /** Newest first. `requests`: who has asked for a new version, for those who may make one. */
  versions: {
    method: 'GET',
    path: '/api/plans/:planId/versions',
    access: 'session',
    params: planParams,
    body: none,
    output: z.object({
      versions: z.array(versionSchema),
      requests: z.array(z.object({ person: memberSchema, at: instantSchema })),
      may: z.object({ create: z.boolean(), ask: z.boolean() }),
    }),
  },
  /** Whether the plan is approved, or what is missing: the gaps of the contact plan as it is now, for those who may read it. */
  approval: {
    method: 'GET',
    path: '/api/plans/:planId/approval',
    access: 'session',
    params: planParams,
    body: none,
    output: z.object({ approved: approvedSchema.nullable(), gaps: z.array(z.string()) }),
  },
  /** Freezes the plan as it is now. `reason` is wanted where a version is corrected. */
  createVersion: {
    method: 'POST',
    path: '/api/plans/:planId/versions',
    access: 'session',
    params: planParams,
    body: z.object({
      name: z.string().trim().min(1).max(120),
      reason: z.string().trim().max(1_000),
      corrects: idSchema.nullable(),
    }),
    output: versionOutput,
  },
  /** The patient asks for a new version. */
  askForVersion: {
    method: 'POST',
    path: '/api/plans/:planId/versions/requests',
    access: 'session',
    params: planParams,
    body: none,
    output: none,
  },
  /** What the plan says now, to be compared with a version. */
  presentContent: {
    method: 'GET',
    path: '/api/plans/:planId/versions/present',
    access: 'session',
    params: planParams,
    body: none,
    output: contentOutput,
  },
  /** A version with the sections that I may read now. */
  version: {
    method: 'GET',
    path: '/api/plans/:planId/versions/:versionId',
    access: 'session',
    params: versionParams,
    body: none,
    output: z.object({ version: versionSchema, contents: z.array(frozenSectionSchema) }),
  },
  verifyVersion: {
    method: 'GET',
    path: '/api/plans/:planId/versions/:versionId/verification',
    access: 'session',
    params: versionParams,
    body: none,
    output: verificationSchema,
  },
  /** `hash` is that of the version that the person saw. */
  signVersion: {
    method: 'POST',
    path: '/api/plans/:planId/versions/:versionId/signatures',
    access: 'session',
    params: versionParams,
    body: z.object({ hash: hashSchema }),
    output: versionOutput,
  },
  /** Refused with `contacts-incomplete` and the gaps while the version's contact plan does not cover every hour. */
  approveVersion: {
    method: 'POST',
    path: '/api/plans/:planId/versions/:versionId/approve',
    access: 'session',
    params: versionParams,
    body: z.object({ hash: hashSchema }),
    output: versionOutput,
  },
  deleteVersion: {
    method: 'POST',
    path: '/api/plans/:planId/versions/:versionId/delete',
    access: 'session',
    params: versionParams,
    body: none,
    output: none,
  },
  /** Brings the live section back to what the version says, as a new edit. */
  restoreSection: {
    method: 'POST',
    path: '/api/plans/:planId/versions/:versionId/sections/:sectionId/restore',
    access: 'session',
    params: versionParams.extend({ sectionId: sectionIdSchema }),
    body: none,
    output: none,
  },
} as const satisfies RouteGroup;
