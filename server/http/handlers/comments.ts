/** REST: what people say about the plan, beside it. */
import type { commentRoutes } from '../../../shared/protocol/routes/comments.ts';
import type { Comments } from '../../careplan/comments.ts';
import type { HandlersOf } from '../handler.ts';

export function commentHandlers({ comments }: { comments: Comments }): HandlersOf<typeof commentRoutes> {
  return {
    threads: async ({ session, params }) => ({ threads: await comments.threads(session, params.planId) }),
    startThread: async ({ session, params, body }) => {
      await comments.start(session, params.planId, body);
      return {};
    },
    addComment: async ({ session, params, body }) => {
      await comments.add(session, params.planId, { ...body, threadId: params.threadId });
      return {};
    },
    resolveThread: async ({ session, params, body }) => {
      await comments.resolve(session, params.planId, { ...body, threadId: params.threadId });
      return {};
    },
  };
}
