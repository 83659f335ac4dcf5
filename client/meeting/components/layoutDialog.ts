/** `<samrad-layout-dialog>`: how the room is seen on this device. `show()` opens it. Fires `samrad-command` (layout). */
import { html, type TemplateResult } from 'lit';
import { LightElement } from '../../app/lightElement.ts';
import { texts } from '../../i18n/texts.ts';
import { command } from '../command.ts';
import { layoutModes, type Layout } from '../layout/layout.ts';

export class LayoutDialog extends LightElement {
  static override properties = { layout: { attribute: false }, simple: { type: Boolean } };
  declare layout: Layout;
  declare simple: boolean;

  show(): void {
    this.querySelector('dialog')?.showModal();
  }

  protected override render(): TemplateResult {
    const words = texts().hosting.layout;
    const { mode, hideSelf, soundOnly } = this.layout;
    return html`
      <dialog class="ds-dialog meeting-dialog" data-color-scheme="light" aria-labelledby="layout-heading">
        <div class="stack">
          <h2 class="ds-heading" data-size="sm" id="layout-heading">${words.heading}</h2>
          <fieldset class="ds-fieldset">
            <legend class="ds-label">${words.modes}</legend>
            ${layoutModes.map(
              (one) =>
                html`<div class="ds-field">
                  <input
                    class="ds-input"
                    type="radio"
                    name="layout"
                    id=${`layout-${one}`}
                    .checked=${one === mode}
                    @change=${() => command(this, { do: 'layout', change: { mode: one } })}
                  />
                  <label class="ds-label" for=${`layout-${one}`}>${words.mode[one]}</label>
                </div>`,
            )}
          </fieldset>
          ${this.#check('self', words.hideSelf, hideSelf, { hideSelf: !hideSelf })}
          ${this.#check('sound', words.soundOnly, soundOnly, { soundOnly: !soundOnly })}
          ${this.#check('simple', words.simple, this.simple, { simple: !this.simple })}
          <p class="muted">${words.pinHint}</p>
          <div class="row" data-phone="fill">
            <button type="button" class="ds-button" data-variant="secondary" @click=${this.#close}>
              ${words.close}
            </button>
          </div>
        </div>
      </dialog>
    `;
  }

  #check(id: string, label: string, on: boolean, change: Partial<Layout>): TemplateResult {
    return html`<div class="ds-field">
      <input
        class="ds-input"
        type="checkbox"
        id=${`layout-${id}`}
        .checked=${on}
        @change=${() => command(this, { do: 'layout', change })}
      />
      <label class="ds-label" for=${`layout-${id}`}>${label}</label>
    </div>`;
  }

  #close(): void {
    this.querySelector('dialog')?.close();
  }
}

customElements.define('samrad-layout-dialog', LayoutDialog);

declare global {
  interface HTMLElementTagNameMap {
    'samrad-layout-dialog': LayoutDialog;
  }
}
