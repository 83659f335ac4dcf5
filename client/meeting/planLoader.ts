/** The plan beside the video: fetched with the code that shows it, once per stay in the room. Its failures stay here. */
import { SamradError } from '../../shared/protocol/errors.ts';
import type { PlanInfo } from '../../shared/protocol/types.ts';

export type PlanState =
  /** Not asked for yet, or nothing in it for this person. */
  | { readonly name: 'none' }
  | { readonly name: 'loading' }
  | { readonly name: 'shown'; readonly plan: PlanInfo }
  | { readonly name: 'failed' };

interface PlanLoaderParts {
  /** @throws SamradError `not-found` for those who have no part in the plan. */
  readonly fetchPlan: (planId: string) => Promise<PlanInfo>;
  readonly fetchElement: () => Promise<unknown>;
  readonly onChange: () => void;
}

export class PlanLoader {
  readonly #parts: PlanLoaderParts;
  #planId: string | null = null;
  #state: PlanState = { name: 'none' };

  constructor(parts: PlanLoaderParts) {
    this.#parts = parts;
  }

  get state(): PlanState {
    return this.#state;
  }

  /** In the room of this plan now; the first time, the plan is fetched when `ready` resolves. */
  async enter(planId: string, ready: () => Promise<unknown>): Promise<void> {
    if (this.#planId !== null) return;
    this.#planId = planId;
    await ready();
    if (this.#state.name === 'none') await this.load();
  }

  /** Fetches the plan; also the way to try again. Never throws. */
  async load(): Promise<void> {
    const planId = this.#planId;
    if (planId === null) return;
    this.#change({ name: 'loading' });
    const state = await this.#fetched(planId);
    if (planId === this.#planId) this.#change(state);
  }

  /** Out of the room. */
  leave(): void {
    this.#planId = null;
    this.#change({ name: 'none' });
  }

  async #fetched(planId: string): Promise<PlanState> {
    const { fetchPlan, fetchElement } = this.#parts;
    try {
      const [plan] = await Promise.all([fetchPlan(planId), fetchElement()]);
      const readable = plan.sections.some(({ access }) => access !== 'none');
      return readable ? { name: 'shown', plan } : { name: 'none' };
    } catch (error) {
      return { name: error instanceof SamradError && error.code === 'not-found' ? 'none' : 'failed' };
    }
  }

  #change(state: PlanState): void {
    this.#state = state;
    this.#parts.onChange();
  }
}
