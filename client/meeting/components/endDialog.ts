/** `<samrad-end-dialog>`: asks once whether to end the meeting for all. `show()` opens it. Fires `samrad-command` (end). */
import { html, type TemplateResult } from 'lit';
import { LightElement } from '../../app/lightElement.ts';
import { texts } from '../../i18n/texts.ts';
import { command } from '../command.ts';

export class EndDialog extends LightElement {
  show(): void {
    this.querySelector('dialog')?.showModal();
  }

  protected override render(): TemplateResult {
    const words = texts().meeting.end;
    return html`
      <dialog class="ds-dialog meeting-dialog" data-color-scheme="light" aria-labelledby="end-heading">
        <div class="stack">
          <h2 class="ds-heading" data-size="sm" id="end-heading">${words.heading}</h2>
          <p class="ds-paragraph">${words.text}</p>
          <div class="row" data-phone="fill">
            <button type="button" class="ds-button" data-color="danger" @click=${this.#end}>${words.yes}</button>
            <button type="button" class="ds-button" data-variant="secondary" @click=${this.#close}>${words.no}</button>
          </div>
        </div>
      </dialog>
    `;
  }

  #end(): void {
    this.#close();
    command(this, { do: 'end' });
  }

  #close(): void {
    this.querySelector('dialog')?.close();
  }
}

customElements.define('samrad-end-dialog', EndDialog);

declare global {
  interface HTMLElementTagNameMap {
    'samrad-end-dialog': EndDialog;
  }
}
