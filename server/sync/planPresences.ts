/** The presence of each plan that somebody has open: made for the first who comes, gone with the last who leaves. */
import { PlanPresence } from './planPresence.ts';

export class PlanPresences {
  readonly #plans = new Map<string, PlanPresence>();

  /** The presence of a plan; `release` is called once its taker has left it. */
  take(planId: string): { readonly presence: PlanPresence; readonly release: () => void } {
    const presence = this.#plans.get(planId) ?? new PlanPresence();
    this.#plans.set(planId, presence);
    const release = (): void => {
      if (presence.empty && this.#plans.get(planId) === presence) this.#plans.delete(planId);
    };
    return { presence, release };
  }
}
