/** Where the link of an administrator's invitation leads: whoever holds it registers a passkey. Opening it uses nothing up. */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { call } from '../api/rest.ts';
import { LightElement } from '../app/lightElement.ts';
import { failureCode, type Load } from '../app/load.ts';
import { navigate, paths } from '../app/router.ts';
import type { SessionStore } from '../app/session.ts';
import { busy } from '../components/busy.ts';
import { texts } from '../i18n/texts.ts';
import { registerPasskey } from '../passkeys/ceremony.ts';
import { passkeyProblem } from '../passkeys/problem.ts';

class WelcomePage extends LightElement {
  static override properties = {
    session: { attribute: false },
    token: {},
    name: { state: true },
    problem: { state: true },
    busy: { state: true },
  };
  declare session: SessionStore;
  declare token: string;
  /** Whom the invitation is for. */
  declare private name: Load<string>;
  declare private problem: string | null;
  declare private busy: boolean;

  constructor() {
    super();
    this.token = '';
    this.name = { state: 'loading' };
    this.problem = null;
    this.busy = false;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('token')) void this.#fetch();
  }

  async #fetch(): Promise<void> {
    try {
      // The browser gets the secret by which it is known again before it is asked for anything.
      await call('session', {}, {});
      this.name = { state: 'ready', data: (await call('passkeyInvitation', {}, { token: this.token })).name };
    } catch (error) {
      this.name = { state: 'failed', code: failureCode(error) };
    }
  }

  protected override render(): TemplateResult {
    return html`<div class="page-narrow">
      <div class="surface link-card stack" data-gap="lg">${this.#card()}</div>
    </div>`;
  }

  #card(): TemplateResult {
    const words = texts().passkeys;
    const { name } = this;
    if (name.state === 'loading') return busy(texts().app.shell.loading);
    if (name.state === 'failed')
      return html`
        <h1 class="ds-heading" data-size="lg" tabindex="-1">${words.dead}</h1>
        <p role="alert">${words.deadText}</p>
        <a class="ds-button" data-variant="secondary" href=${paths.signIn}>${texts().app.link.toSignIn}</a>
      `;
    return html`
      <h1 class="ds-heading" data-size="lg" tabindex="-1">${words.welcome(name.data)}</h1>
      <p class="ds-paragraph" data-size="lg">${words.lead}</p>
      <ul class="ds-list">
        ${words.points.map((line) => html`<li>${line}</li>`)}
      </ul>
      ${this.problem ? html`<p class="ds-validation-message" role="alert">${this.problem}</p>` : nothing}
      <button
        type="button"
        class="ds-button"
        data-size="lg"
        ?disabled=${this.busy}
        aria-busy=${this.busy}
        @click=${() => void this.#register()}
      >
        ${words.make}
      </button>
    `;
  }

  async #register(): Promise<void> {
    this.busy = true;
    this.problem = null;
    try {
      await registerPasskey(this.token);
      history.replaceState(null, '', paths.home);
      await this.session.refresh();
      navigate(paths.home, { replace: true });
    } catch (error) {
      this.problem = passkeyProblem(error);
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('samrad-welcome-page', WelcomePage);
