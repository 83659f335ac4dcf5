/** `<samrad-encryption-dialog>`: the sign that the meeting is encrypted from end to end; pressed, it says what that means. */
import { html, type TemplateResult } from 'lit';
import { LightElement } from '../../app/lightElement.ts';
import { texts } from '../../i18n/texts.ts';
import { icon } from '../components/icons.ts';

export class EncryptionDialog extends LightElement {
  protected override render(): TemplateResult {
    const words = texts().endToEnd;
    return html`
      <button
        type="button"
        class="room-button"
        aria-label=${words.badge}
        @click=${() => this.querySelector('dialog')?.showModal()}
      >
        ${icon('lock')}${words.short}
      </button>
      <dialog class="ds-dialog meeting-dialog" data-color-scheme="light" aria-labelledby="encryption-heading">
        <div class="stack">
          <h2 class="ds-heading" data-size="sm" id="encryption-heading">${words.heading}</h2>
          <ul class="ds-list">
            ${words.what.map((line) => html`<li>${line}</li>`)}
          </ul>
          <div class="row" data-phone="fill">
            <button type="button" class="ds-button" @click=${() => this.querySelector('dialog')?.close()}>
              ${words.close}
            </button>
          </div>
        </div>
      </dialog>
    `;
  }
}

customElements.define('samrad-encryption-dialog', EncryptionDialog);

declare global {
  interface HTMLElementTagNameMap {
    'samrad-encryption-dialog': EncryptionDialog;
  }
}
