/** `<samrad-closing-dialog>`: what the last point of *Hva er viktig for deg?* must hold. `ask(done)` opens it and calls `done` once with the answers. */
import { html, nothing, type TemplateResult } from 'lit';
import { closingSchema, type Closing } from '../../../shared/meetings/agenda.ts';
import { LightElement } from '../../app/lightElement.ts';
import { texts } from '../../i18n/texts.ts';

export class ClosingDialog extends LightElement {
  static override properties = { wrong: { state: true } };
  declare private wrong: boolean;
  #done: (closing: Closing) => void = () => undefined;

  constructor() {
    super();
    this.wrong = false;
  }

  ask(done: (closing: Closing) => void): void {
    this.#done = done;
    this.wrong = false;
    this.querySelector('dialog')?.showModal();
  }

  protected override render(): TemplateResult {
    const words = texts().hosting.closing;
    return html`
      <dialog class="ds-dialog meeting-dialog" data-color-scheme="light" aria-labelledby="closing-heading">
        <form class="stack" method="dialog" novalidate @submit=${this.#submit}>
          <h2 class="ds-heading" data-size="sm" id="closing-heading">${words.heading}</h2>
          <div class="ds-field">
            <label class="ds-label" for="closing-next">${words.next}</label>
            <input class="ds-input" id="closing-next" name="next" maxlength="200" autocomplete="off" />
          </div>
          <fieldset class="ds-fieldset">
            <legend class="ds-label">${words.consent}</legend>
            ${(['yes', 'no'] as const).map(
              (answer) =>
                html`<div class="ds-field">
                  <input class="ds-input" type="radio" name="consent" value=${answer} id=${`closing-${answer}`} />
                  <label class="ds-label" for=${`closing-${answer}`}>${words[answer]}</label>
                </div>`,
            )}
          </fieldset>
          ${this.wrong ? html`<p class="ds-validation-message" role="alert">${words.wrong}</p>` : nothing}
          <div class="row" data-phone="fill">
            <button type="submit" class="ds-button">${words.save}</button>
            <button type="button" class="ds-button" data-variant="secondary" @click=${this.#close}>
              ${words.cancel}
            </button>
          </div>
        </form>
      </dialog>
    `;
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    if (!(event.currentTarget instanceof HTMLFormElement)) return;
    const data = new FormData(event.currentTarget);
    const consent = data.get('consent');
    const closing = closingSchema.safeParse({
      nextAppointment: data.get('next'),
      consentToSend: consent === null ? undefined : consent === 'yes',
    });
    this.wrong = !closing.success;
    if (!closing.success) return;
    this.#close();
    this.#done(closing.data);
  }

  #close(): void {
    this.querySelector('dialog')?.close();
  }
}

customElements.define('samrad-closing-dialog', ClosingDialog);

declare global {
  interface HTMLElementTagNameMap {
    'samrad-closing-dialog': ClosingDialog;
  }
}
