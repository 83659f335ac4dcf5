/** REST: emergency access. */
import type { emergencyRoutes } from '../../../shared/protocol/routes/emergencyAccess.ts';
import type { EmergencyAccess } from '../../access/emergencyAccess.ts';
import type { HandlersOf } from '../handler.ts';

export function emergencyHandlers({
  emergencyAccess,
}: {
  emergencyAccess: EmergencyAccess;
}): HandlersOf<typeof emergencyRoutes> {
  return {
    openEmergency: async ({ session, body }) => ({ planId: await emergencyAccess.open(session, body) }),
    emergencies: async ({ session }) => ({ emergencies: await emergencyAccess.unseen(session) }),
    acknowledgeEmergency: async ({ session, params }) => {
      await emergencyAccess.acknowledge(session, params.emergencyId);
      return {};
    },
  };
}
