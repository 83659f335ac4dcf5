/** REST: what the patient has opened for whom. */
import type { consentRoutes } from '../../../shared/protocol/routes/consents.ts';
import type { ConsentService } from '../../access/consentService.ts';
import type { HandlersOf } from '../handler.ts';

export function consentHandlers({ consents }: { consents: ConsentService }): HandlersOf<typeof consentRoutes> {
  return {
    consents: ({ session, params }) => consents.list(session, params.planId),
    giveConsent: async ({ session, params, body }) => {
      await consents.give(session, { ...params, ...body });
      return {};
    },
    withdrawConsents: async ({ session, params, body }) => {
      await consents.withdraw(session, { ...params, ...body });
      return {};
    },
  };
}
