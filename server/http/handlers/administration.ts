/** REST: areas, organisations, and where a plan belongs. */
import type { administrationRoutes } from '../../../shared/protocol/routes/administration.ts';
import type { Areas } from '../../administration/areas.ts';
import type { Organisations } from '../../administration/organisations.ts';
import type { HandlersOf } from '../handler.ts';

interface Services {
  readonly areas: Areas;
  readonly organisations: Organisations;
}

export function administrationHandlers({ areas, organisations }: Services): HandlersOf<typeof administrationRoutes> {
  return {
    areas: async ({ session }) => ({ areas: await areas.list(session) }),
    addArea: async ({ session, body }) => {
      await areas.add(session, body);
      return {};
    },
    setAreaValue: async ({ session, body }) => {
      await areas.set(session, body);
      return {};
    },
    organisations: async () => ({ organisations: await organisations.all() }),
    putOrganisation: async ({ session, body }) => {
      await organisations.put(session, body);
      return {};
    },
    endOrganisation: async ({ session, body }) => {
      await organisations.end(session, body.name);
      return {};
    },
    planArea: ({ session, params }) => areas.ofPlan(session, params.planId),
    placePlan: async ({ session, params, body }) => {
      await areas.place(session, { ...params, ...body });
      return {};
    },
  };
}
