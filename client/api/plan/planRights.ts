/** Asks the server for the plan as it is now, once for all who want to know at the same time. */
import { SamradError } from '../../../shared/protocol/errors.ts';
import type { PlanInfo } from '../../../shared/protocol/types.ts';

/** `gone`: no plan of mine any more. `unanswered`: the server could not be asked. */
export type PlanNow =
  { readonly kind: 'plan'; readonly plan: PlanInfo } | { readonly kind: 'gone' } | { readonly kind: 'unanswered' };

export class PlanRights {
  readonly #fetchPlan: () => Promise<PlanInfo>;
  #running: Promise<unknown> = Promise.resolve();
  #next: Promise<PlanNow> | null = null;

  constructor(fetchPlan: () => Promise<PlanInfo>) {
    this.#fetchPlan = fetchPlan;
  }

  /** The plan by an answer that was asked for after this call, and after all that were asked for before. */
  now(): Promise<PlanNow> {
    this.#next ??= this.#running.then(() => {
      this.#next = null;
      const asked = this.#ask();
      this.#running = asked;
      return asked;
    });
    return this.#next;
  }

  async #ask(): Promise<PlanNow> {
    try {
      return { kind: 'plan', plan: await this.#fetchPlan() };
    } catch (error) {
      return { kind: error instanceof SamradError && error.code === 'not-found' ? 'gone' : 'unanswered' };
    }
  }
}
