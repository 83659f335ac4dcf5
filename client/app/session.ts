/** Owns who is signed in on this page, and where to go after signing in. */
import { call } from '../api/rest.ts';
import type { Me } from '../../shared/protocol/types.ts';

export type Session =
  | { readonly state: 'loading' }
  /** The server could not be asked. */
  | { readonly state: 'failed' }
  | { readonly state: 'signed-out'; readonly demo: boolean }
  | { readonly state: 'signed-in'; readonly demo: boolean; readonly me: Me };

export class SessionStore {
  #current: Session = { state: 'loading' };
  #returnTo: string | null = null;
  readonly #listeners = new Set<() => void>();

  get current(): Session {
    return this.#current;
  }

  /** Calls back after every change, until the returned function is called. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Asks the server anew. Never throws: where it can't be asked, the state is `failed`. */
  async refresh(): Promise<void> {
    try {
      const { me, demo } = await call('session', {}, {});
      this.#set(me ? { state: 'signed-in', me, demo } : { state: 'signed-out', demo });
    } catch {
      this.#set({ state: 'failed' });
    }
  }

  /** Signs in as one of the demo people. @throws SamradError */
  async signInAsDemo(personId: string): Promise<void> {
    const { me } = await call('demoSignIn', {}, { personId });
    this.#set({ state: 'signed-in', me, demo: true });
  }

  /**
   * Signs out and takes what was kept of plans from this device.
   * @throws SamradError where the server could not be told: then one is still signed in.
   */
  async signOut(): Promise<void> {
    await call('signOut', {}, {});
    await this.refresh();
    await forgetDevice();
  }

  /** Remembers, in this page's memory only, where to go after signing in: the path may hold a link's token. */
  returnAfterSignIn(path: string): void {
    this.#returnTo = path;
  }

  /** Where to go after signing in; asking forgets it. */
  takeReturn(): string | null {
    const path = this.#returnTo;
    this.#returnTo = null;
    return path;
  }

  #set(session: Session): void {
    this.#current = session;
    for (const listener of this.#listeners) listener();
  }
}

// A browser that keeps nothing for us has nothing to forget.
async function forgetDevice(): Promise<void> {
  const { clearOfflineStore } = await import('../api/offline/store.ts');
  await clearOfflineStore().catch(() => undefined);
}
