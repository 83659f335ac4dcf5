/** REST: the templates that a plan follows. */
import type { templateRoutes } from '../../../shared/protocol/routes/templates.ts';
import type { TemplateService } from '../../careplan/templateService.ts';
import type { HandlersOf } from '../handler.ts';

export function templateHandlers({
  templates,
}: {
  readonly templates: TemplateService;
}): HandlersOf<typeof templateRoutes> {
  return {
    templates: ({ session, params }) => templates.read(session, params.planId),
    setTemplate: async ({ session, params, body }) => ({ uses: await templates.set(session, params, body) }),
    setTalk: async ({ session, params, body }) => ({
      uses: await templates.setTalk(session, params, { ...params, ...body }),
    }),
    tickTopic: async ({ session, params, body }) => ({
      uses: await templates.tickTopic(session, params, { ...params, ...body }),
    }),
  };
}
