/** REST: who wrote what and when, what is new, and purging. */
import type { historyRoutes } from '../../../shared/protocol/routes/history.ts';
import type { HistoryService } from '../../careplan/historyService.ts';
import type { HandlersOf } from '../handler.ts';

export function historyHandlers({ history }: { readonly history: HistoryService }): HandlersOf<typeof historyRoutes> {
  return {
    history: ({ session, params }) => history.read(session, params.planId),
    markSeen: async ({ session, params }) => {
      await history.markSeen(session, params.planId);
      return {};
    },
    rowHistory: ({ session, params }) => history.row(session, params),
    purgeSection: async ({ session, params }) => {
      await history.purge(session, params);
      return {};
    },
  };
}
