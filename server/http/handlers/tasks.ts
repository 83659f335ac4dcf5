/** REST: my tasks, over all my patients. */
import type { taskRoutes } from '../../../shared/protocol/routes/tasks.ts';
import type { MyTasks } from '../../tasks/myTasks.ts';
import type { HandlersOf } from '../handler.ts';

export function taskHandlers({ myTasks }: { readonly myTasks: MyTasks }): HandlersOf<typeof taskRoutes> {
  return {
    myTasks: async ({ session }) => ({ patients: await myTasks.read(session) }),
    lateTasks: async ({ session }) => ({ late: await myTasks.countLate(session) }),
  };
}
