/** Owns who is signed in on this page, and where to go after signing in. */
import type * as deviceMemory from '../api/offline/memory.ts';
import { orKept } from '../api/orKept.ts';
import { guardPage, isLocked, lockPage } from '../api/pageLock.ts';
import { call, Unreachable } from '../api/rest.ts';
import { paths } from './router.ts';
import { SamradError } from '../../shared/protocol/errors.ts';
import type { RouteOutput } from '../../shared/protocol/rest.ts';
import type { Me } from '../../shared/protocol/types.ts';

export type Session =
  | { readonly state: 'loading' }
  /** The server could not be asked. */
  | { readonly state: 'failed' }
  | { readonly state: 'signed-out'; readonly demo: boolean }
  /** `told`: by the server, or by what this device remembers while the server can't be reached. */
  | { readonly state: 'signed-in'; readonly demo: boolean; readonly me: Me; readonly told: 'server' | 'device' };

export type UnsentEdits = deviceMemory.UnsentEdits;

/** Remembers, over reloads, that somebody signed out here while the server could not be told. */
const signOutWanted = 'samrad.sign-out';

/** Where to go on, while this tab is at an identity provider. */
const returnWanted = 'samrad.return';

export class SessionStore {
  #current: Session = { state: 'loading' };
  #idleMs: number | null = null;
  #returnTo: string | null = null;
  readonly #listeners = new Set<() => void>();

  get current(): Session {
    return this.#current;
  }

  /** After how many milliseconds without use the session ends; null where nobody is signed in. */
  get idleMs(): number | null {
    return this.#idleMs;
  }

  /** Calls back after every change, until the returned function is called. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Asks the server anew. Never throws: where it can't be asked, who was signed in stays so, or it is the one whom the
   * device remembers, or the state is `failed`.
   */
  async refresh(): Promise<void> {
    const asked = finishSignOut().then(() => call('session', {}, {}));
    try {
      const found = await orKept(asked, recalled);
      if (found.from === 'server') return await this.#told(found.answer);
      // Who is signed in on this page stays so, until the server says otherwise.
      if (this.#current.state !== 'signed-in') this.#set({ state: 'signed-in', ...found.kept, told: 'device' });
      void asked.then((answer) => this.#told(answer), ignore);
    } catch {
      if (this.#current.state !== 'signed-in') this.#set({ state: 'failed' });
    }
  }

  async #told({ me, demo, idleMs }: RouteOutput<'session'>): Promise<void> {
    const before = this.#current;
    this.#idleMs = idleMs;
    // Who was signed in here finds the page again as it was; to anybody else it is nothing.
    if (isLocked() && before.state === 'signed-in' && me && me.personId !== before.me.personId) return leavePage();
    if (me === null && before.state === 'signed-in' && lockPage()) return onDeviceNobody();
    guardPage(me !== null);
    this.#set(me ? { state: 'signed-in', me, demo, told: 'server' } : { state: 'signed-out', demo });
    // A guest of a meeting has no plans of their own.
    if (me && me.meetingId === null) await onDevice(({ remember }) => remember({ me, demo }));
    else await onDeviceNobody();
  }

  /** Signs in as one of the demo people. @throws SamradError */
  async signInAsDemo(personId: string): Promise<void> {
    await call('demoSignIn', {}, { personId });
    localStorage.removeItem(signOutWanted);
    await this.#told(await call('session', {}, {}));
  }

  /**
   * Signs out and takes this person's plans and edits from this device, and those of others who are named. Where the server
   * can't be reached, it is told as soon as it can.
   * @throws SamradError where the server refuses: then one is still signed in.
   */
  async signOut(others: readonly string[] = []): Promise<void> {
    const session = this.#current;
    if (session.state !== 'signed-in') return;
    localStorage.setItem(signOutWanted, 'yes');
    guardPage(false);
    const told = await finishSignOut().then(
      (onwards) => ({ onwards }),
      (error: unknown) => {
        if (error instanceof Unreachable) return null;
        localStorage.removeItem(signOutWanted);
        guardPage(true);
        throw error;
      },
    );
    await onDevice(({ forget }) => forget([session.me.personId, ...others]));
    // The provider's own session ends too, or the next one at this machine would be let in by it.
    if (told?.onwards) location.replace(told.onwards);
    else if (told) await this.refresh();
    else this.#set({ state: 'signed-out', demo: session.demo });
  }

  /** Whose edits wait on this device, and in how many sections. */
  async unsentEdits(): Promise<readonly UnsentEdits[]> {
    return (await onDevice(({ unsent }) => unsent())) ?? [];
  }

  /** Remembers, in this page's memory, where to go after signing in: the path may hold a link's token. */
  returnAfterSignIn(path: string): void {
    this.#returnTo = path;
  }

  /** Leaves for an identity provider; whoever comes back finds where to go on in this tab. */
  leaveFor(address: string): void {
    if (this.#returnTo !== null) sessionStorage.setItem(returnWanted, this.#returnTo);
    location.assign(address);
  }

  /** Where to go after signing in; asking forgets it. */
  takeReturn(): string | null {
    const path = this.#returnTo ?? sessionStorage.getItem(returnWanted);
    this.#returnTo = null;
    sessionStorage.removeItem(returnWanted);
    return path;
  }

  #set(session: Session): void {
    this.#current = session;
    for (const listener of this.#listeners) listener();
  }
}

/**
 * Tells the server of a sign-out that it has not heard of.
 * @returns where the browser is to go to sign out at the identity provider too, or null.
 * @throws Unreachable, or the server's refusal
 */
async function finishSignOut(): Promise<string | null> {
  if (localStorage.getItem(signOutWanted) === null) return null;
  let onwards: string | null = null;
  try {
    ({ onwards } = await call('signOut', {}, {}));
  } catch (error) {
    if (!(error instanceof SamradError && error.code === 'not-signed-in')) throw error;
  }
  localStorage.removeItem(signOutWanted);
  return onwards;
}

/** Whom the device remembers; nobody who has signed out. */
async function recalled() {
  if (localStorage.getItem(signOutWanted) !== null) return null;
  return onDevice(({ recall }) => recall());
}

/** Uses the device's memory, whose code is fetched when it is needed; null where the browser keeps nothing for us. */
async function onDevice<Result>(use: (memory: typeof deviceMemory) => Promise<Result>): Promise<Result | null> {
  try {
    return await use(await import('../api/offline/memory.ts'));
  } catch {
    return null;
  }
}

async function onDeviceNobody(): Promise<void> {
  await onDevice(({ rememberNobody }) => rememberNobody());
}

/** Begins anew: nothing of the page that was open is left in memory. */
function leavePage(): void {
  location.replace(paths.home);
}

function ignore(): void {}
