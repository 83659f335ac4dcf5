/**
 * Watches whether the person does something on any page of this browser, tells the server so that the session goes on, and
 * locks the page when nothing was done for as long as a session may go unused. Somebody in a meeting listens, and is there.
 */
import { lockPage } from '../api/pageLock.ts';
import { call, Unreachable } from '../api/rest.ts';

/** What only a person does. */
const deeds = ['keydown', 'pointerdown', 'wheel', 'touchmove'] as const;
/** When the server was last told, for the other pages of this browser. ms since 1970. */
const toldAt = 'samrad.active';
/** The server is told no more often than this, ms. */
const tellMs = 60_000;
/** The person is warned this long before the page is locked, ms. */
const warnMs = 120_000;
const tickMs = 1_000;

export type Idle = 'active' | 'warned';

interface Parts {
  /** Null while nobody is signed in. */
  readonly idleMs: () => number | null;
  readonly changed: () => void;
  /** The server says that nobody is signed in. */
  readonly ended: () => void;
}

export class IdleWatch {
  readonly #parts: Parts;
  readonly #timer: ReturnType<typeof setInterval>;
  #state: Idle = 'active';
  #lastDeed = Date.now();
  #lastTold = Date.now();
  #asking = false;

  constructor(parts: Parts) {
    this.#parts = parts;
    for (const deed of deeds) addEventListener(deed, this.#deed, { capture: true, passive: true });
    addEventListener('storage', this.#elsewhere);
    this.#timer = setInterval(() => void this.#tick(), tickMs);
  }

  get state(): Idle {
    return this.#state;
  }

  /** Somebody has signed in: the time begins anew. */
  begin(): void {
    this.#lastDeed = this.#lastTold = Date.now();
    this.#set('active');
  }

  close(): void {
    for (const deed of deeds) removeEventListener(deed, this.#deed, { capture: true });
    removeEventListener('storage', this.#elsewhere);
    clearInterval(this.#timer);
  }

  readonly #deed = (): void => {
    this.#lastDeed = Date.now();
    if (this.#state === 'warned') void this.#tick();
  };

  readonly #elsewhere = (event: StorageEvent): void => {
    if (event.key !== toldAt || event.newValue === null) return;
    this.#lastTold = Math.max(this.#lastTold, Number(event.newValue));
    this.#lastDeed = Math.max(this.#lastDeed, this.#lastTold);
    this.#set('active');
  };

  async #tick(): Promise<void> {
    const idleMs = this.#parts.idleMs();
    if (idleMs === null || this.#asking) return;
    if (document.querySelector('samrad-room')) this.#lastDeed = Date.now();
    const now = Date.now();
    // The server counts from when it was told, so a deed after that is told soon.
    const due = this.#state === 'warned' || now - this.#lastTold >= Math.min(tellMs, idleMs / 4);
    if (this.#lastDeed > this.#lastTold && due) return this.#tell();
    const left = this.#lastTold + idleMs - now;
    if (left <= 0) return this.#lock();
    this.#set(left <= Math.min(warnMs, idleMs / 3) ? 'warned' : 'active');
  }

  #tell(): Promise<void> {
    return this.#ask(async () => {
      await call('stayActive', {}, {});
      this.#lastTold = Date.now();
      localStorage.setItem(toldAt, String(this.#lastTold));
      this.#set('active');
    });
  }

  /** Without the server nobody could unlock the page, so it stays open until the server can be reached. */
  #lock(): Promise<void> {
    return this.#ask(async () => {
      await call('signOut', {}, {});
      this.#set('active');
      lockPage();
    });
  }

  async #ask(work: () => Promise<void>): Promise<void> {
    this.#asking = true;
    try {
      await work();
    } catch (error) {
      if (!(error instanceof Unreachable)) this.#parts.ended();
    }
    this.#asking = false;
  }

  #set(state: Idle): void {
    if (this.#state === state) return;
    this.#state = state;
    this.#parts.changed();
  }
}
