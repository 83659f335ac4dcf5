/** The root element: follows the address and the session, loads the page and draws it in the frame. */
import { html, type TemplateResult } from 'lit';
import { texts } from '../i18n/texts.ts';
import { isLocked, onLock } from '../api/pageLock.ts';
import { busy } from '../components/busy.ts';
import { failurePage } from '../components/failure.ts';
import '../components/lockScreen.ts';
import type { Unlocking } from '../components/lockScreen.ts';
import type { SignOutEvent } from '../components/signOutDialog.ts';
import { IdleWatch } from './idleWatch.ts';
import { LightElement } from './lightElement.ts';
import { focusHeading } from './pageFocus.ts';
import { pageOf, type Page } from './pages.ts';
import { navigate, onNavigate, parseRoute, pathOfClick, paths } from './router.ts';
import { SessionStore, type UnsentEdits } from './session.ts';
import { shell } from './shell.ts';
import { Versions } from './versions.ts';

type Shown =
  | { readonly state: 'loading' }
  | { readonly state: 'page'; readonly page: Page }
  /** The page's code or the server could not be reached. */
  | { readonly state: 'failed' };

export class SamradApp extends LightElement {
  static override properties = { shown: { state: true }, waiting: { state: true }, unlocking: { state: true } };
  declare private shown: Shown;
  /** Whose edits wait on this device, while the person is asked about them before signing out. */
  declare private waiting: readonly UnsentEdits[];

  declare private unlocking: Unlocking;

  readonly #session = new SessionStore();
  readonly #versions = new Versions(() => this.requestUpdate());
  #ends: (() => void)[] = [];
  /** The address that is shown or being fetched, and a number that tells late answers from current ones. */
  #visit = 0;
  #stopFocusing = () => {};
  #idle: IdleWatch | null = null;

  constructor() {
    super();
    this.shown = { state: 'loading' };
    this.waiting = [];
    this.unlocking = 'idle';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const idle = new IdleWatch({
      idleMs: () => (isLocked() || this.#session.current.state !== 'signed-in' ? null : this.#session.idleMs),
      changed: () => this.requestUpdate(),
      ended: () => void this.#session.refresh(),
    });
    this.#idle = idle;
    this.#ends = [
      this.#session.subscribe(() => this.#sessionChanged()),
      onNavigate(() => void this.#open('moved')),
      onLock(() => this.#lockChanged()),
      () => idle.close(),
    ];
    this.addEventListener('click', this.#followLink);
    this.addEventListener('samrad-leave', this.#leave);
    addEventListener('online', this.#online);
    void this.#session.refresh();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const end of this.#ends.splice(0)) end();
    this.removeEventListener('click', this.#followLink);
    this.removeEventListener('samrad-leave', this.#leave);
    removeEventListener('online', this.#online);
    this.#stopFocusing();
  }

  protected override render(): TemplateResult {
    const session = this.#session.current;
    return html`
      ${shell({
        session,
        newVersion: this.#versions.state === 'ready' ? () => this.#versions.agree() : null,
        idle: this.#idle?.state === 'warned',
        content: this.#content(),
        signOut: () => void this.#askToSignOut(),
      })}
      <samrad-sign-out-dialog
        .open=${this.waiting.length > 0}
        .me=${session.state === 'signed-in' ? session.me.personId : ''}
        .waiting=${this.waiting}
        @samrad-close=${() => (this.waiting = [])}
        @samrad-sign-out=${(event: SignOutEvent) => void this.#signOut(event.detail)}
      ></samrad-sign-out-dialog>
      <samrad-lock-screen
        .open=${isLocked()}
        .me=${session.state === 'signed-in' ? session.me : null}
        .attempt=${this.unlocking}
        @samrad-again=${() => void this.#unlock()}
        @samrad-check=${() => void this.#checkUnlocked()}
        @samrad-other=${() => location.assign(paths.signIn)}
      ></samrad-lock-screen>
    `;
  }

  #content(): TemplateResult {
    const shown = this.shown;
    if (shown.state === 'page') return shown.page.render(this.#session);
    if (shown.state === 'failed') return failurePage({ code: 'internal', retry: () => this.#retry() });
    return html`<div class="page">${busy(texts().app.shell.loading)}</div>`;
  }

  #sessionChanged(): void {
    this.requestUpdate();
    const session = this.#session.current;
    // A guest of a meeting has nothing to use without a network.
    if (session.state === 'signed-in' && session.me.meetingId === null) void this.#versions.start();
    if (this.#session.current.state === 'failed' && this.shown.state !== 'page') this.shown = { state: 'failed' };
    else if (this.shown.state !== 'page') void this.#open('started');
    else if (this.#session.current.state === 'signed-out') void this.#open('moved');
  }

  #lockChanged(): void {
    this.unlocking = 'idle';
    this.#idle?.begin();
    // Whoever locked it, what the device keeps for this person goes.
    if (isLocked()) void this.#session.refresh();
    this.requestUpdate();
  }

  async #unlock(): Promise<void> {
    const session = this.#session.current;
    if (session.state !== 'signed-in') return;
    this.unlocking = 'asking';
    try {
      await this.#session.signInAsDemo(session.me.personId);
    } catch {
      this.unlocking = 'failed';
    }
  }

  /** The person may have signed in in another tab. */
  async #checkUnlocked(): Promise<void> {
    if (!isLocked()) return;
    await this.#session.refresh();
    if (isLocked()) this.unlocking = 'not-yet';
  }

  async #open(how: 'started' | 'moved'): Promise<void> {
    const session = this.#session.current;
    if (session.state === 'loading') return;
    const visit = ++this.#visit;
    const route = parseRoute(location);
    const page = pageOf(route);
    if (page.access === 'signed-in' && session.state === 'signed-out') {
      if (route.name !== 'home') this.#session.returnAfterSignIn(location.pathname + location.hash);
      navigate(paths.signIn, { replace: true });
      return;
    }
    // A session that came from a meeting link reaches that meeting and nothing else.
    if (route.name === 'home' && session.state === 'signed-in' && session.me.meetingId) {
      navigate(paths.meeting(session.me.meetingId), { replace: true });
      return;
    }
    document.title = page.title;
    try {
      await page.load();
      if (visit !== this.#visit) return;
      this.shown = { state: 'page', page };
      void this.#versions.setOpen(route.name === 'plan' || route.name === 'meeting');
    } catch {
      if (visit !== this.#visit) return;
      this.shown = { state: 'failed' };
    }
    if (how === 'moved') await this.#beginAtHeading();
  }

  async #beginAtHeading(): Promise<void> {
    await this.updateComplete;
    scrollTo(0, 0);
    this.#stopFocusing();
    const main = this.querySelector('main');
    if (main) this.#stopFocusing = focusHeading(main);
  }

  readonly #online = (): void => {
    const session = this.#session.current;
    if (session.state === 'signed-in' && session.told === 'device') void this.#session.refresh();
  };

  readonly #leave = (): void => void this.#askToSignOut();

  readonly #followLink = (event: MouseEvent): void => {
    const path = pathOfClick(event);
    // Once a new build has taken over, the next page is its own.
    if (path === null || this.#versions.state === 'taken') return;
    event.preventDefault();
    navigate(path);
  };

  // A failed import is remembered by the browser for the life of the page, so only a reload can help.
  #retry(): void {
    location.reload();
  }

  /** Signs out; where edits wait on this device that the server does not have, the person is asked first. */
  async #askToSignOut(): Promise<void> {
    const waiting = await this.#session.unsentEdits();
    if (waiting.length === 0) return this.#signOut([]);
    await import('../components/signOutDialog.ts');
    this.waiting = waiting;
  }

  /** Signs out, and takes from the device also what these others wrote. */
  async #signOut(others: readonly string[]): Promise<void> {
    this.waiting = [];
    // The page goes first, so that it keeps nothing more on the device while that is cleared.
    this.shown = { state: 'loading' };
    await this.updateComplete;
    try {
      await this.#session.signOut(others);
      // The next to sign in here may be somebody else, so nobody is taken back to where this person was.
      this.#session.takeReturn();
      if (location.pathname !== paths.signIn) navigate(paths.signIn);
    } catch {
      this.shown = { state: 'failed' };
    }
  }
}
