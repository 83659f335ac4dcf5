/** `<samrad-passkey-sign-in>`: the button by which one signs in with a passkey. Fires `samrad-signed-in`. */
import { html, nothing, type TemplateResult } from 'lit';
import { LightElement } from '../app/lightElement.ts';
import { texts } from '../i18n/texts.ts';
import { signInByPasskey } from './ceremony.ts';
import { passkeyProblem } from './problem.ts';

class PasskeySignIn extends LightElement {
  static override properties = { problem: { state: true }, busy: { state: true } };
  declare private problem: string | null;
  declare private busy: boolean;

  constructor() {
    super();
    this.problem = null;
    this.busy = false;
  }

  protected override render(): TemplateResult {
    const words = texts().passkeys;
    return html`<section class="surface stack" aria-labelledby="by-passkey">
      <h2 class="ds-heading" data-size="xs" id="by-passkey">${words.heading}</h2>
      <p class="muted">${words.note}</p>
      ${this.problem ? html`<p class="ds-validation-message" role="alert">${this.problem}</p>` : nothing}
      <button
        type="button"
        class="ds-button"
        data-size="lg"
        ?disabled=${this.busy}
        aria-busy=${this.busy}
        @click=${() => void this.#signIn()}
      >
        ${words.signIn}
      </button>
    </section>`;
  }

  async #signIn(): Promise<void> {
    this.busy = true;
    this.problem = null;
    try {
      await signInByPasskey();
      this.dispatchEvent(new CustomEvent('samrad-signed-in', { bubbles: true }));
    } catch (error) {
      this.problem = passkeyProblem(error);
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('samrad-passkey-sign-in', PasskeySignIn);
