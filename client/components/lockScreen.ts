/**
 * `<samrad-lock-screen>`: covers the page when the session has ended, until the same person has signed in again.
 *
 * Properties: `open` · `me` (who was signed in) · `attempt` (how signing in again goes)
 * Events: `samrad-again`: sign in as the same demo person · `samrad-check`: ask whether somebody has signed in elsewhere ·
 * `samrad-other`: somebody else is to sign in
 */
import { html, type PropertyValues, type TemplateResult } from 'lit';
import { LightElement } from '../app/lightElement.ts';
import { paths } from '../app/router.ts';
import { texts } from '../i18n/texts.ts';
import type { Me } from '../../shared/protocol/types.ts';
import './lockScreen.css';

export type Unlocking = 'idle' | 'asking' | 'not-yet' | 'failed';

export class LockScreen extends LightElement {
  static override properties = {
    open: { type: Boolean },
    me: { attribute: false },
    attempt: {},
  };
  declare open: boolean;
  declare me: Me | null;
  declare attempt: Unlocking;

  constructor() {
    super();
    this.open = false;
    this.me = null;
    this.attempt = 'idle';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('focus', this.#back);
    document.addEventListener('visibilitychange', this.#back);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('focus', this.#back);
    document.removeEventListener('visibilitychange', this.#back);
  }

  protected override render(): TemplateResult {
    const words = texts().sessions.locked;
    return html`<dialog class="lock-screen" aria-labelledby="lock-heading" @cancel=${this.#stay} @close=${this.#cover}>
      <div class="lock-card surface stack">
        <h2 class="ds-heading" data-size="md" id="lock-heading" tabindex="-1" autofocus>${words.heading}</h2>
        ${this.open && this.me ? this.#content(this.me) : html``}
      </div>
    </dialog>`;
  }

  protected override updated(_changed: PropertyValues<this>): void {
    const dialog = this.querySelector('dialog');
    if (this.open) this.#cover();
    else if (dialog?.open) dialog.close();
  }

  #content(me: Me): TemplateResult {
    const words = texts().sessions.locked;
    return html`
      <p>${words.text(me.name)}</p>
      ${me.identification === 'demo' ? this.#asDemo(me) : me.identification === 'link' ? this.#byLink() : this.#newTab()}
      <div role="status">${this.#outcome()}</div>
      <div class="lock-other stack" data-gap="sm">
        <button type="button" class="ds-button" data-variant="tertiary" @click=${() => this.#say('samrad-other')}>
          ${words.other}
        </button>
        <p class="muted">${words.otherNote}</p>
      </div>
    `;
  }

  #asDemo({ name }: Me): TemplateResult {
    return html`<button
      type="button"
      class="ds-button"
      ?disabled=${this.attempt === 'asking'}
      @click=${() => this.#say('samrad-again')}
    >
      ${texts().sessions.locked.again(name)}
    </button>`;
  }

  #newTab(): TemplateResult {
    const words = texts().sessions.locked;
    return html`
      <p>${words.newTabNote}</p>
      <div class="row" data-phone="fill">
        <a class="ds-button" href=${paths.signIn} target="_blank" rel="noopener">${words.newTab}</a>
        ${this.#check()}
      </div>
    `;
  }

  #byLink(): TemplateResult {
    return html`<p>${texts().sessions.locked.byLink}</p>
      <div class="row" data-phone="fill">${this.#check()}</div>`;
  }

  #check(): TemplateResult {
    return html`<button
      type="button"
      class="ds-button"
      data-variant="secondary"
      @click=${() => this.#say('samrad-check')}
    >
      ${texts().sessions.locked.check}
    </button>`;
  }

  #outcome(): TemplateResult {
    if (this.attempt === 'not-yet') return html`<p>${texts().sessions.locked.notYet}</p>`;
    if (this.attempt === 'failed') return html`<p>${texts().shared.errors.internal}</p>`;
    return html``;
  }

  // Browsers close a dialog on a second Escape without asking.
  readonly #cover = (): void => {
    const dialog = this.querySelector('dialog');
    if (this.open && dialog && !dialog.open) dialog.showModal();
  };

  readonly #stay = (event: Event): void => event.preventDefault();

  /** The person comes back to this tab, perhaps from having signed in in another. */
  readonly #back = (): void => {
    if (this.open && document.visibilityState === 'visible') this.#say('samrad-check');
  };

  #say(event: 'samrad-again' | 'samrad-check' | 'samrad-other'): void {
    this.dispatchEvent(new CustomEvent(event, { bubbles: true }));
  }
}

customElements.define('samrad-lock-screen', LockScreen);
