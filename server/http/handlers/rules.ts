/** REST: what the rules find in a plan, and the rules with their values. */
import type { ruleRoutes } from '../../../shared/protocol/routes/rules.ts';
import type { FindingService } from '../../tasks/findingService.ts';
import type { RuleSettings } from '../../tasks/ruleSettings.ts';
import type { HandlersOf } from '../handler.ts';

interface Services {
  readonly findings: FindingService;
  readonly ruleSettings: RuleSettings;
}

export function ruleHandlers({ findings, ruleSettings }: Services): HandlersOf<typeof ruleRoutes> {
  return {
    findings: ({ session, params }) => findings.read(session, params.planId),
    rules: async ({ session }) => ({ areas: await ruleSettings.areas(session) }),
  };
}
