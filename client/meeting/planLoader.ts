/** Fetches the plan and the code that shows it, for the pane beside the video. Its failures stay here. */
import { SamradError } from '../../shared/protocol/errors.ts';
import type { PlanInfo } from '../../shared/protocol/types.ts';

export type PlanState =
  /** Not asked for yet, or nothing in it for this person. */
  | { readonly name: 'none' }
  | { readonly name: 'loading' }
  | { readonly name: 'shown'; readonly plan: PlanInfo }
  | { readonly name: 'failed' };

interface PlanLoader {
  /** @throws SamradError `not-found` for those who have no part in the plan. */
  readonly fetchPlan: (planId: string) => Promise<PlanInfo>;
  readonly fetchElement: () => Promise<unknown>;
}

/** The state of the pane once the plan has been asked for. Never throws. */
export async function loadPlan(planId: string, { fetchPlan, fetchElement }: PlanLoader): Promise<PlanState> {
  try {
    const [plan] = await Promise.all([fetchPlan(planId), fetchElement()]);
    const readable = plan.sections.some(({ access }) => access !== 'none');
    return readable ? { name: 'shown', plan } : { name: 'none' };
  } catch (error) {
    return { name: error instanceof SamradError && error.code === 'not-found' ? 'none' : 'failed' };
  }
}
