/**
 * `<samrad-copy-button>`: copies a text and says so. Where the browser refuses, it says that too; keep the text
 * selectable beside it.
 *
 * Properties: `text` (what is copied) · `name` (whose or what, for the accessible name) · `label` (instead of the plain word *copy*)
 * Events: `samrad-copied`, `samrad-copy-failed` (both bubble)
 */
import { html, type TemplateResult } from 'lit';
import { LightElement } from '../app/lightElement.ts';
import { texts } from '../i18n/texts.ts';

type CopyState = 'idle' | 'copied' | 'failed';

export class CopyButton extends LightElement {
  static override properties = { text: {}, name: {}, label: {}, copyState: { state: true } };
  declare text: string;
  declare name: string;
  declare label: string;
  declare private copyState: CopyState;

  constructor() {
    super();
    this.text = '';
    this.name = '';
    this.label = '';
    this.copyState = 'idle';
  }

  protected override render(): TemplateResult {
    const words = texts().app.copy;
    const label = this.copyState === 'idle' && this.label !== '' ? this.label : words[this.copyState];
    return html`
      <button
        type="button"
        class="ds-button"
        data-variant="secondary"
        data-size="sm"
        aria-label=${`${label}: ${this.name}`}
        @click=${this.#copy}
      >
        ${label}
      </button>
      <span class="ds-sr-only" role="status">${this.copyState === 'idle' ? '' : words.said[this.copyState]}</span>
    `;
  }

  async #copy(): Promise<void> {
    this.copyState = await this.#write();
    const name = this.copyState === 'copied' ? 'samrad-copied' : 'samrad-copy-failed';
    this.dispatchEvent(new CustomEvent(name, { bubbles: true }));
  }

  // Without TLS there is no clipboard in the browser, whatever the person allows.
  async #write(): Promise<CopyState> {
    try {
      await navigator.clipboard.writeText(this.text);
      return 'copied';
    } catch {
      return 'failed';
    }
  }
}

customElements.define('samrad-copy-button', CopyButton);
