/**
 * Owns which build of the pages is used: registers the service worker, and lets a new build take over when no plan or
 * meeting is open in any tab, or when the person says so. Where there are no service workers, none of this happens.
 */
import { takeOver } from '../serviceWorker/takeOver.ts';

/** `ready`: a new build waits for the person's word. `taken`: it has taken over, and this page is still the old one. */
export type VersionState = 'current' | 'ready' | 'taken';

/** Held, shared by all tabs, while a page shows what must not be interrupted. */
const openLock = 'samrad-open';
/** How often a page that stays open asks for a new build, ms. */
const askMs = 60 * 60 * 1000;

export class Versions {
  readonly #onChange: () => void;
  #state: VersionState = 'current';
  #registration: ServiceWorkerRegistration | null = null;
  /** The person has said that the new build may take over. */
  #agreed = false;
  #release: (() => void) | null = null;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  get state(): VersionState {
    return this.#state;
  }

  /** Registers the service worker, once. The page works the same where that can't be done. */
  async start(): Promise<void> {
    if (this.#registration || !('serviceWorker' in navigator)) return;
    const container = navigator.serviceWorker;
    const first = container.controller === null;
    try {
      this.#registration = await container.register('/sw.js', { updateViaCache: 'none' });
    } catch {
      // A browser that forbids it here.
      return;
    }
    let known = !first;
    container.addEventListener('controllerchange', () => {
      // The first worker of all takes over nothing.
      if (known) this.#taken();
      known = true;
    });
    this.#registration.addEventListener('updatefound', () => this.#watch(this.#registration?.installing ?? null));
    this.#watch(this.#registration.installing);
    void this.#consider();
    setInterval(() => void this.#ask(), askMs);
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && void this.#ask());
  }

  /** Tells whether this page shows something that a new build must not interrupt. */
  async setOpen(open: boolean): Promise<void> {
    if (!('locks' in navigator) || open === (this.#release !== null)) return;
    if (open) {
      const held = new Promise<void>((resolve) => (this.#release = resolve));
      void navigator.locks.request(openLock, { mode: 'shared' }, () => held);
      return;
    }
    this.#release?.();
    this.#release = null;
    await this.#consider();
  }

  /** The person agrees: the new build takes over and this page is loaded anew. */
  agree(): void {
    this.#agreed = true;
    if (this.#state === 'taken') location.reload();
    else this.#registration?.waiting?.postMessage(takeOver);
  }

  /** A build that waits takes over where nothing is open; otherwise the person is asked. */
  async #consider(): Promise<void> {
    const waiting = this.#registration?.waiting;
    if (!waiting || !navigator.serviceWorker.controller) return;
    const { held } = await navigator.locks.query();
    if (held?.some(({ name }) => name === openLock)) this.#turn('ready');
    else waiting.postMessage(takeOver);
  }

  #watch(worker: ServiceWorker | null): void {
    worker?.addEventListener('statechange', () => worker.state === 'installed' && void this.#consider());
  }

  // Without a network there is nothing new.
  async #ask(): Promise<void> {
    await this.#registration?.update().catch(() => undefined);
  }

  #taken(): void {
    if (this.#agreed) location.reload();
    else this.#turn('taken');
  }

  #turn(state: VersionState): void {
    this.#state = state;
    this.#onChange();
  }
}
