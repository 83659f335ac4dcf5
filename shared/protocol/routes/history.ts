/** REST: who wrote what and when, what is new since I was here, and taking deleted text away for good. */
import { z } from 'zod';
import { changeKindSchema, changeValueSchema, rowIdSchema, targetSchema } from '../../careplan/change.ts';
import { sectionIdSchema } from '../../careplan/sections.ts';
import { idSchema } from '../../domain/ids.ts';
import { roleSchema } from '../../domain/roles.ts';
import { instantSchema } from '../types.ts';
import { none, planParams, type RouteGroup } from './route.ts';

/** Who changed what and when. `by` is a person of `people`; `role` is theirs at the time. Rows are named by id only. */
export const stampSchema = targetSchema.extend({
  kind: changeKindSchema,
  by: idSchema,
  role: roleSchema,
  at: instantSchema,
});
export type Stamp = z.infer<typeof stampSchema>;

const sectionHistorySchema = z.object({
  id: sectionIdSchema,
  /** The last change, whoever made it; null where nobody has changed anything. */
  last: stampSchema.nullable(),
  /** The last change of each target. What was about rows that are gone is left out. */
  stamps: z.array(stampSchema),
  /** What others have changed since my last visit, in the order of time. */
  news: z.array(stampSchema),
});
export type SectionHistory = z.infer<typeof sectionHistorySchema>;

const peopleSchema = z.array(z.object({ personId: idSchema, name: z.string(), organisation: z.string() }));

const historySchema = z.object({
  /** The end of my visit before this one; null where this is the first. */
  since: instantSchema.nullable(),
  /** The sections that I may read. */
  sections: z.array(sectionHistorySchema),
  people: peopleSchema,
});
export type History = z.infer<typeof historySchema>;

/** One entry of a row's history. `value` is what stood there after it; null for free text, which is not kept. */
const rowEntrySchema = stampSchema.extend({ value: changeValueSchema.nullable(), firstAt: instantSchema });

const rowHistorySchema = z.object({ entries: z.array(rowEntrySchema), people: peopleSchema });
export type RowHistory = z.infer<typeof rowHistorySchema>;

const sectionParams = planParams.extend({ sectionId: sectionIdSchema });

export const historyRoutes = {
  history: {
    method: 'GET',
    path: '/api/plans/:planId/history',
    access: 'session',
    params: planParams,
    body: none,
    output: historySchema,
  },
  /** What is new counts from now on. */
  markSeen: {
    method: 'POST',
    path: '/api/plans/:planId/seen',
    access: 'session',
    params: planParams,
    body: none,
    output: none,
  },
  /** All that is remembered of one row, oldest first. */
  rowHistory: {
    method: 'GET',
    path: '/api/plans/:planId/sections/:sectionId/rows/:rowId/history',
    access: 'session',
    params: sectionParams.extend({ rowId: rowIdSchema }),
    body: none,
    output: rowHistorySchema,
  },
  /** Takes what has been deleted in a section out of every file of the server, for good. For those who may write it. */
  purgeSection: {
    method: 'POST',
    path: '/api/plans/:planId/sections/:sectionId/purge',
    access: 'session',
    params: sectionParams,
    body: none,
    output: none,
  },
} as const satisfies RouteGroup;
