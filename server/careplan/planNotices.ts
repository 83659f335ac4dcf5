/** Tells the open pages of a plan that something about it has changed. Knows nothing of rights: a notice says nothing of the plan. */
import type { NoticeTopic } from '../../shared/protocol/sync.ts';

/** One page of a person that has a plan open. */
export interface NoticeListener {
  readonly planId: string;
  readonly personId: string;
}

interface Subscription {
  readonly personId: string;
  readonly hear: (topic: NoticeTopic) => void;
}

export class PlanNotices {
  readonly #plans = new Map<string, Set<Subscription>>();

  /** Hears what is told of a plan from now on, until the returned function is called. */
  subscribe({ planId, personId }: NoticeListener, hear: (topic: NoticeTopic) => void): () => void {
    const subscription: Subscription = { personId, hear };
    const subscriptions = this.#plans.get(planId) ?? new Set();
    this.#plans.set(planId, subscriptions.add(subscription));
    return () => {
      subscriptions.delete(subscription);
      if (subscriptions.size === 0 && this.#plans.get(planId) === subscriptions) this.#plans.delete(planId);
    };
  }

  /** Tells all pages of the plan, or those of one person. What it is about must be stored by then: pages ask for it at once. */
  tell(planId: string, topic: NoticeTopic, personId?: string): void {
    for (const { personId: heardBy, hear } of [...(this.#plans.get(planId) ?? [])])
      if (personId === undefined || heardBy === personId) hear(topic);
  }
}
