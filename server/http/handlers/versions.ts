/** REST: the plan's content, its versions, and who signed and approved them. */
import type { versionRoutes } from '../../../shared/protocol/routes/versions.ts';
import type { PlanContents } from '../../careplan/planContents.ts';
import type { Versions } from '../../careplan/versions/versions.ts';
import type { HandlersOf } from '../handler.ts';

interface Services {
  readonly contents: PlanContents;
  readonly versions: Versions;
}

export function versionHandlers({ contents, versions }: Services): HandlersOf<typeof versionRoutes> {
  const { service, reader, signing } = versions;
  return {
    planContent: ({ session, params }) => contents.read(session, params.planId, 'plan:export'),
    presentContent: ({ session, params }) => contents.read(session, params.planId, 'version:read'),
    versions: ({ session, params }) => reader.list(session, params.planId),
    approval: ({ session, params }) => reader.approval(session, params.planId),
    version: ({ session, params }) => reader.read(session, params.planId, params.versionId),
    verifyVersion: ({ session, params }) => reader.verification(session, params.planId, params.versionId),
    createVersion: async ({ session, params, body }) => ({
      version: await service.create(session, { ...params, ...body }),
    }),
    askForVersion: async ({ session, params }) => {
      await service.ask(session, params.planId);
      return {};
    },
    signVersion: async ({ session, params, body }) => ({
      version: await signing.sign(session, { ...params, ...body }),
    }),
    approveVersion: async ({ session, params, body }) => ({
      version: await signing.approve(session, { ...params, ...body }),
    }),
    deleteVersion: async ({ session, params }) => {
      await service.delete(session, params);
      return {};
    },
    restoreSection: async ({ session, params }) => {
      await service.restore(session, params);
      return {};
    },
  };
}
