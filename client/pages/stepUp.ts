/** `<samrad-step-up>`: for one who came by a link, the way to confirm who they are; nothing where there is none. */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { signInPath } from '../../shared/protocol/routes/signIn.ts';
import { signInWays, type ProviderInfo } from '../api/providers.ts';
import { LightElement } from '../app/lightElement.ts';
import type { SessionStore } from '../app/session.ts';
import { texts } from '../i18n/texts.ts';

export class StepUp extends LightElement {
  static override properties = { session: { attribute: false }, providers: { state: true } };
  declare session: SessionStore;
  declare private providers: readonly ProviderInfo[];

  constructor() {
    super();
    this.providers = [];
  }

  protected override firstUpdated(_changed: PropertyValues<this>): void {
    if (!this.#isByLink()) return;
    // Without an answer there is no button: one joins as one is.
    signInWays().then(
      ({ providers }) => (this.providers = providers.filter((provider) => provider.for !== 'professionals')),
      () => undefined,
    );
  }

  protected override render(): TemplateResult | typeof nothing {
    const words = texts().app.providers;
    if (!this.#isByLink() || this.providers.length === 0) return nothing;
    return html`
      <div class="notice stack" data-gap="sm">
        <p>${words.confirmWhy}</p>
        ${this.providers.map(
          ({ id, name }) => html`
            <button type="button" class="ds-button" data-variant="secondary" @click=${() => this.#leave(id)}>
              ${words.confirm(name)}
            </button>
          `,
        )}
      </div>
    `;
  }

  #isByLink(): boolean {
    const session = this.session.current;
    return session.state === 'signed-in' && session.me.identification === 'link';
  }

  #leave(providerId: string): void {
    this.session.returnAfterSignIn(location.pathname);
    this.session.leaveFor(signInPath(providerId));
  }
}

customElements.define('samrad-step-up', StepUp);
