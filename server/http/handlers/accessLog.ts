/** REST: who has seen and changed a plan. */
import type { accessLogRoutes } from '../../../shared/protocol/routes/accessLog.ts';
import type { AccessLog } from '../../audit/accessLog.ts';
import type { HandlersOf } from '../handler.ts';

export function accessLogHandlers({ accessLog }: { accessLog: AccessLog }): HandlersOf<typeof accessLogRoutes> {
  return { accessLog: ({ session, params }) => accessLog.read(session, params.planId, params.before) };
}
