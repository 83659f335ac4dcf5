/** Opens a plan while its element is in the page, and sees to it that nothing written is lost when the page goes. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { syncPath } from '../../shared/protocol/sync.ts';
import type { PlanInfo } from '../../shared/protocol/types.ts';
import { OfflineStore } from '../api/offline/store.ts';
import { PlanSession } from '../api/plan/planSession.ts';
import { PlanConnection } from '../api/planConnection.ts';
import { call } from '../api/rest.ts';

interface Opened {
  readonly key: string;
  readonly session: PlanSession;
  readonly store: OfflineStore;
}

export class PlanLife implements ReactiveController {
  readonly #plan: () => PlanInfo | undefined;
  #opened: Opened | null = null;

  constructor(host: ReactiveControllerHost, plan: () => PlanInfo | undefined) {
    this.#plan = plan;
    host.addController(this);
  }

  get session(): PlanSession | null {
    return this.#opened?.session ?? null;
  }

  hostConnected(): void {
    addEventListener('beforeunload', this.#warn);
    addEventListener('pagehide', this.#store);
    document.addEventListener('visibilitychange', this.#store);
    this.#open();
  }

  hostUpdate(): void {
    this.#open();
  }

  hostDisconnected(): void {
    removeEventListener('beforeunload', this.#warn);
    removeEventListener('pagehide', this.#store);
    document.removeEventListener('visibilitychange', this.#store);
    this.#close();
  }

  readonly #warn = (event: BeforeUnloadEvent): void => {
    if (this.session?.atRisk) event.preventDefault();
  };

  readonly #store = (): void => {
    if (document.visibilityState === 'hidden') this.session?.storeNow();
  };

  /** Opens the plan unless it is open with the same rights already. */
  #open(): void {
    const plan = this.#plan();
    const key = JSON.stringify(plan && [plan.id, plan.me.personId, plan.sections]);
    if (!plan || key === this.#opened?.key) return;
    this.#close();
    const store = new OfflineStore();
    const session = new PlanSession({
      plan,
      connection: new PlanConnection({ url: syncUrl(), WebSocket, network: window }),
      shelf: (document, person) => store.shelf(document, person),
      fetchPlan: () => call('plan', { planId: plan.id }, {}),
    });
    this.#opened = { key, session, store };
  }

  #close(): void {
    this.#opened?.session.close();
    this.#opened?.store.close();
    this.#opened = null;
  }
}

function syncUrl(): string {
  const url = new URL(syncPath, location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return url.href;
}
