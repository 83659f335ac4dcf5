/** When a person was in a plan: a visit goes on while they are active, and the next one begins after a while of nothing. */
import type { VisitStore } from '../storage/visitStore.ts';

/** After this long without activity, a person who comes is on a new visit, ms. */
const visitGapMs = 30 * 60_000;

export interface CurrentVisit {
  /** The end of the visit before this one; null at the first. */
  readonly since: string | null;
  /** Whether the visit begins with this. */
  readonly isNew: boolean;
}

export class Visits {
  readonly #store: VisitStore;
  readonly #now: () => Date;

  constructor({ store, now }: { store: VisitStore; now: () => Date }) {
    this.#store = store;
    this.#now = now;
  }

  /** The person is active in the plan. */
  async touch(planId: string, personId: string): Promise<CurrentVisit> {
    const now = this.#now();
    const before = await this.#store.read(planId, personId);
    const isNew = before === null || now.getTime() - Date.parse(before.lastAt) > visitGapMs;
    const since = isNew ? (before?.lastAt ?? null) : before.since;
    await this.#store.write(planId, personId, { since, lastAt: now.toISOString() });
    return { since, isNew };
  }

  /** The person has seen all that is new. */
  async markSeen(planId: string, personId: string): Promise<void> {
    const at = this.#now().toISOString();
    await this.#store.write(planId, personId, { since: at, lastAt: at });
  }
}
