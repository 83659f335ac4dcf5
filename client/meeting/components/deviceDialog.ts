/** `<samrad-device-dialog>`: the choice of devices again, in the middle of a meeting. `show()` opens it. Fires `samrad-command`. */
import { html, nothing, type TemplateResult } from 'lit';
import { LightElement } from '../../app/lightElement.ts';
import { texts } from '../../i18n/texts.ts';
import type { LocalState } from '../../media/localState.ts';
import { command } from '../command.ts';
import './deviceChoice.ts';
import { icon } from './icons.ts';

export class DeviceDialog extends LightElement {
  static override properties = { local: { attribute: false }, open: { state: true } };
  declare local: LocalState;
  declare private open: boolean;

  constructor() {
    super();
    this.open = false;
  }

  show(): void {
    this.open = true;
    this.querySelector('dialog')?.showModal();
  }

  protected override render(): TemplateResult {
    const words = texts().meeting.devices;
    return html`
      <dialog
        class="ds-dialog meeting-dialog"
        data-color-scheme="light"
        aria-labelledby="devices-heading"
        @close=${() => (this.open = false)}
      >
        <div class="stack">
          <h2 class="ds-heading" data-size="sm" id="devices-heading">${words.heading}</h2>
          ${this.open ? html`<samrad-device-choice .local=${this.local}></samrad-device-choice>` : nothing}
          <p class="muted keyboard-hint">${words.pushToTalk}</p>
          <div class="row" data-phone="fill">
            <button type="button" class="ds-button" @click=${this.#close}>${words.close}</button>
            <button type="button" class="ds-button" data-variant="secondary" @click=${this.#aboutLine}>
              ${icon('signal')}${texts().line.about.open}
            </button>
          </div>
        </div>
      </dialog>
    `;
  }

  #close(): void {
    this.querySelector('dialog')?.close();
  }

  #aboutLine(): void {
    this.#close();
    command(this, { do: 'aboutLine', on: true });
  }
}

customElements.define('samrad-device-dialog', DeviceDialog);

declare global {
  interface HTMLElementTagNameMap {
    'samrad-device-dialog': DeviceDialog;
  }
}
