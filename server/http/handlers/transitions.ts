/** REST: the patient is admitted or sent home. */
import type { transitionRoutes } from '../../../shared/protocol/routes/transitions.ts';
import type { TransitionService } from '../../careplan/transitions/transitionService.ts';
import type { HandlersOf } from '../handler.ts';

export function transitionHandlers({
  transitions,
}: {
  readonly transitions: TransitionService;
}): HandlersOf<typeof transitionRoutes> {
  return {
    transitions: ({ session, params }) => transitions.read(session, params.planId),
    startTransition: async ({ session, params, body }) => ({
      transition: await transitions.start(session, { ...params, ...body }),
    }),
    tickPoint: async ({ session, params, body }) => ({
      transition: await transitions.tick(session, { ...params, ...body }),
    }),
    recordCall: async ({ session, params, body }) => ({
      transition: await transitions.recordCall(session, { ...params, ...body }),
    }),
    makeTransitionTasks: ({ session, params, body }) => transitions.makeTasks(session, { ...params, ...body }),
  };
}
