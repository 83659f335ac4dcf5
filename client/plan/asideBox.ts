/**
 * `<samrad-aside-box>`: words that could not be saved, to be copied before they are forgotten.
 *
 * Properties: `text` · `reason`: 'right' (may not write any more) | 'fault'
 * Events: `samrad-dismiss` (bubbles): the person has kept the words
 */
import { html, type TemplateResult } from 'lit';
import { LightElement } from '../app/lightElement.ts';
import { texts } from '../i18n/texts.ts';

export class AsideBox extends LightElement {
  static override properties = { text: {}, reason: {}, copied: { state: true } };
  declare text: string;
  declare reason: 'right' | 'fault';
  declare private copied: 'not' | 'copied' | 'failed';

  constructor() {
    super();
    this.text = '';
    this.reason = 'right';
    this.copied = 'not';
  }

  protected override firstUpdated(): void {
    // What stood here to be written in has gone, and the place on the page with it.
    this.scrollIntoView({ block: 'center' });
  }

  protected override render(): TemplateResult {
    const words = texts().plan.aside;
    return html`
      <div class="ds-alert plan-remark" data-color="warning">
        <h3 class="ds-heading" data-size="2xs">${words.heading}</h3>
        <p role="alert">${this.reason === 'right' ? words.text : words.fault}</p>
        <textarea class="ds-input plan-aside-text" readonly aria-label=${words.label} .value=${this.text}></textarea>
        <div class="row" data-phone="fill">
          <button type="button" class="ds-button" data-size="sm" @click=${this.#copy}>${words.copy}</button>
          <button type="button" class="ds-button" data-variant="secondary" data-size="sm" @click=${this.#dismiss}>
            ${words.dismiss}
          </button>
        </div>
        <p role="status">${this.copied === 'not' ? '' : words[this.copied === 'copied' ? 'copied' : 'copyFailed']}</p>
      </div>
    `;
  }

  async #copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.text);
      this.copied = 'copied';
    } catch {
      this.copied = 'failed';
    }
  }

  #dismiss(): void {
    this.dispatchEvent(new CustomEvent('samrad-dismiss', { bubbles: true }));
  }
}

customElements.define('samrad-aside-box', AsideBox);
