/** REST: the reconciliation of medicines. */
import type { medicinesRoutes } from '../../../shared/protocol/routes/medicines.ts';
import type { MedicinesService } from '../../careplan/medicinesService.ts';
import type { HandlersOf } from '../handler.ts';

export function medicinesHandlers({ medicines }: { medicines: MedicinesService }): HandlersOf<typeof medicinesRoutes> {
  return {
    medicinesState: ({ session, params }) => medicines.state(session, params.planId),
    signMedicines: async ({ session, params, body }) => ({ at: await medicines.sign(session, { ...params, ...body }) }),
    setOwnMedicine: async ({ session, params, body }) => {
      await medicines.setOwn(session, { ...params, ...body });
      return {};
    },
  };
}
