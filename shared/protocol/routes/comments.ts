/** REST: what people say about the plan, beside it: threads on a section or a row, and questions to the team. */
import { z } from 'zod';
import { sectionIdSchema } from '../../careplan/sections.ts';
import { idSchema } from '../../domain/ids.ts';
import { roleSchema } from '../../domain/roles.ts';
import { instantSchema } from '../types.ts';
import { none, planParams, type RouteGroup } from './route.ts';

/** Who somebody was when they spoke. */
const speakerSchema = z.object({ personId: idSchema, name: z.string(), role: roleSchema });

export const commentSchema = z.object({ id: idSchema, author: speakerSchema, at: instantSchema, text: z.string() });
export type Comment = z.infer<typeof commentSchema>;

/**
 * A thread, oldest comment first. On a section it reaches those who may read the section now; with `sectionId` null it is
 * a question to the team and reaches the core professionals and the one who asked. `rowId` may name a row that is gone.
 */
export const threadSchema = z.object({
  id: idSchema,
  sectionId: sectionIdSchema.nullable(),
  rowId: idSchema.nullable(),
  /** A question waits for an answer from the team. */
  kind: z.enum(['comment', 'question']),
  resolved: z.object({ by: speakerSchema, at: instantSchema }).nullable(),
  mayResolve: z.boolean(),
  comments: z.array(commentSchema),
});
export type Thread = z.infer<typeof threadSchema>;

/** Characters of one comment. */
export const commentLength = 4_000;
const text = z.string().trim().min(1).max(commentLength);
const threadParams = z.object({ planId: idSchema, threadId: idSchema });

export const commentRoutes = {
  /** Every thread that I may see, the one with the newest comment first. */
  threads: {
    method: 'GET',
    path: '/api/plans/:planId/threads',
    access: 'session',
    params: planParams,
    body: none,
    output: z.object({ threads: z.array(threadSchema) }),
  },
  /** `id` and `commentId` are made by the page, so that a request that arrives twice makes one thread. */
  startThread: {
    method: 'POST',
    path: '/api/plans/:planId/threads',
    access: 'session',
    params: planParams,
    body: z.object({
      id: idSchema,
      commentId: idSchema,
      sectionId: sectionIdSchema.nullable(),
      rowId: idSchema.nullable(),
      kind: z.enum(['comment', 'question']),
      text,
    }),
    output: none,
  },
  addComment: {
    method: 'POST',
    path: '/api/plans/:planId/threads/:threadId/comments',
    access: 'session',
    params: threadParams,
    body: z.object({ id: idSchema, text }),
    output: none,
  },
  /** By whoever started the thread, or any core professional. */
  resolveThread: {
    method: 'POST',
    path: '/api/plans/:planId/threads/:threadId/resolve',
    access: 'session',
    params: threadParams,
    body: z.object({ resolved: z.boolean() }),
    output: none,
  },
} as const satisfies RouteGroup;
