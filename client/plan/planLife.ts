/** Opens a plan while its element is in the page, and sees to it that nothing written is lost when the page goes. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { closeCode, syncPath } from '../../shared/protocol/sync.ts';
import type { PlanInfo } from '../../shared/protocol/types.ts';
import { Device } from '../api/offline/device.ts';
import { KeptPlans } from '../api/offline/keptPlans.ts';
import { rememberSessionEnded } from '../api/offline/memory.ts';
import { editShelf } from '../api/offline/store.ts';
import { PlanSession } from '../api/plan/planSession.ts';
import { PlanConnection } from '../api/planConnection.ts';
import { call } from '../api/rest.ts';
import { signedInAgain } from '../api/pageLock.ts';

interface Opened {
  readonly key: string;
  readonly session: PlanSession;
  readonly device: Device;
  readonly kept: KeptPlans;
}

/** A plan, and when it was so where the server is not reached, ms since 1970. */
export interface PlanToOpen {
  readonly plan: PlanInfo;
  readonly keptAt: number | null;
}

/** How often it is noted that the plan is in step, ms: so old at most is the time that is told of it without a network. */
const noteMs = 60_000;

export class PlanLife implements ReactiveController {
  readonly #plan: () => PlanToOpen | undefined;
  #opened: Opened | null = null;
  #noting: ReturnType<typeof setInterval> | undefined;

  constructor(host: ReactiveControllerHost, plan: () => PlanToOpen | undefined) {
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
    this.#noting = setInterval(() => this.#note(), noteMs);
    this.#open();
  }

  hostUpdate(): void {
    this.#open();
  }

  hostDisconnected(): void {
    removeEventListener('beforeunload', this.#warn);
    removeEventListener('pagehide', this.#store);
    document.removeEventListener('visibilitychange', this.#store);
    clearInterval(this.#noting);
    this.#close();
  }

  readonly #warn = (event: BeforeUnloadEvent): void => {
    if (this.session?.atRisk) event.preventDefault();
  };

  readonly #store = (): void => {
    if (document.visibilityState !== 'hidden') return;
    this.session?.storeNow();
    this.#note();
  };

  /** Notes on the device that the plan is now as it stands here. */
  #note(): void {
    if (!this.#opened || this.#opened.session.asOf !== null) return;
    const { kept, session } = this.#opened;
    // A device that keeps nothing takes nothing else from the page.
    kept.put({ plan: session.plan, at: Date.now() }).catch(ignore);
  }

  /** Opens the plan unless it is open already; the session follows by itself what may be done in it. */
  #open(): void {
    const wanted = this.#plan();
    if (!wanted) return this.#close();
    const { plan, keptAt } = wanted;
    const key = JSON.stringify([plan.id, plan.me.personId]);
    if (key === this.#opened?.key) return;
    this.#close();
    const device = new Device();
    const kept = new KeptPlans({ device, person: plan.me.personId });
    const session = new PlanSession({
      plan,
      connection: new PlanConnection({ url: syncUrl(), WebSocket, network: window, signedInAgain }),
      shelf: (document, person) => editShelf(device, document, person),
      fetchPlan: () => call('plan', { planId: plan.id }, {}),
      // What is read in an emergency stays on no device.
      keep: plan.emergencyUntil === null ? (sectionId) => kept.section(plan.id, sectionId) : undefined,
      keptAt,
    });
    let told = session.plan;
    const unsubscribe = session.subscribe(() => {
      if (session.plan !== told) kept.put({ plan: session.plan, at: session.asOf ?? Date.now() }).catch(ignore);
      told = session.plan;
      if (!session.closedBy(closeCode.notSignedIn)) return;
      unsubscribe();
      rememberSessionEnded(plan.me.personId).catch(ignore);
    });
    this.#opened = { key, session, device, kept };
    if (keptAt === null) kept.put({ plan, at: Date.now() }).catch(ignore);
  }

  #close(): void {
    this.#opened?.session.close();
    this.#opened?.device.close();
    this.#opened = null;
  }
}

function ignore(): void {}

function syncUrl(): string {
  const url = new URL(syncPath, location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return url.href;
}
