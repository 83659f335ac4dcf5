/**
 * `<samrad-dialog>`: a modal on the browser's own <dialog>, which keeps the focus inside and gives it back afterwards.
 * The focus begins at the heading, and goes there again when the heading changes (a next step).
 *
 * Properties: `open` · `heading` · `content` (a template; use arrow functions for its handlers)
 * Events: `samrad-close`: the person wants it closed (button, Escape). The owner then sets `open` to false.
 */
import { html, type PropertyValues, type TemplateResult } from 'lit';
import { LightElement } from '../app/lightElement.ts';
import { texts } from '../i18n/texts.ts';

let dialogsMade = 0;

export class SamradDialog extends LightElement {
  static override properties = { open: { type: Boolean }, heading: {}, content: { attribute: false } };
  declare open: boolean;
  declare heading: string;
  declare content: TemplateResult;
  readonly #headingId = `dialog-heading-${++dialogsMade}`;

  constructor() {
    super();
    this.open = false;
    this.heading = '';
    this.content = html``;
  }

  protected override render(): TemplateResult {
    return html`
      <dialog class="ds-dialog" aria-labelledby=${this.#headingId} @cancel=${this.#cancel} @close=${this.#closed}>
        <button
          type="button"
          class="ds-button"
          data-variant="tertiary"
          data-color="neutral"
          data-icon
          data-command="close"
          aria-label=${texts().app.dialog.close}
          @click=${this.#askToClose}
        ></button>
        <h2 class="ds-heading" data-size="sm" id=${this.#headingId} tabindex="-1" autofocus>${this.heading}</h2>
        <div class="dialog-content">${this.content}</div>
      </dialog>
    `;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const dialog = this.querySelector('dialog');
    if (!dialog) return;
    if (this.open && !dialog.open) dialog.showModal();
    else if (!this.open && dialog.open) dialog.close();
    else if (this.open && changed.has('heading')) this.querySelector('h2')?.focus();
  }

  #cancel(event: Event): void {
    event.preventDefault();
    this.#askToClose();
  }

  // Browsers close on a second Escape without asking.
  #closed(): void {
    if (this.open) this.#askToClose();
  }

  #askToClose(): void {
    this.dispatchEvent(new CustomEvent('samrad-close', { bubbles: true }));
  }
}

customElements.define('samrad-dialog', SamradDialog);
