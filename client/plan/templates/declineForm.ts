/**
 * `<samrad-decline-form>`: the patient says no to a template for now; somebody asks again on a date.
 *
 * Properties: `own`: whether it is the patient who says it here
 * Events: `samrad-decline` (string: an ISO date to ask again on, or '')
 */
import { html, type TemplateResult } from 'lit';
import { LightElement } from '../../app/lightElement.ts';
import { texts } from '../../i18n/texts.ts';

/** Whether and when to ask again: an ISO date, or ''. */
export class DeclineEvent extends CustomEvent<string> {
  constructor(askAgainOn: string) {
    super('samrad-decline', { bubbles: true, detail: askAgainOn });
  }
}

export class DeclineForm extends LightElement {
  static override properties = { own: { type: Boolean }, open: { state: true } };
  declare own: boolean;
  declare private open: boolean;

  constructor() {
    super();
    this.own = false;
    this.open = false;
  }

  protected override render(): TemplateResult {
    const words = texts().tasks.templates;
    if (!this.open)
      return html`<button
        type="button"
        class="ds-button no-print"
        data-variant="secondary"
        data-size="sm"
        @click=${() => void this.#show()}
      >
        ${this.own ? words.declineSelf : words.decline}
      </button>`;
    return html`<form class="template-form stack" novalidate @submit=${(event: SubmitEvent) => this.#submit(event)}>
      <div class="ds-field">
        <label class="ds-label" for="ask-again-on">${words.askAgainOn}</label>
        <input class="ds-input" type="date" id="ask-again-on" name="on" />
      </div>
      <div class="row" data-phone="fill">
        <button type="submit" class="ds-button" data-size="sm">${words.saveDecline}</button>
        <button
          type="button"
          class="ds-button"
          data-variant="secondary"
          data-size="sm"
          @click=${() => (this.open = false)}
        >
          ${words.cancel}
        </button>
      </div>
    </form>`;
  }

  async #show(): Promise<void> {
    this.open = true;
    await this.updateComplete;
    this.querySelector<HTMLElement>('#ask-again-on')?.focus();
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    if (!(event.currentTarget instanceof HTMLFormElement)) return;
    const on = new FormData(event.currentTarget).get('on');
    this.open = false;
    this.dispatchEvent(new DeclineEvent(typeof on === 'string' ? on : ''));
  }
}

customElements.define('samrad-decline-form', DeclineForm);
