/** `<samrad-caption-field>`: where a captioner writes what is said; Enter ends the sentence. Fires `samrad-command` (caption). */
import { html, type TemplateResult } from 'lit';
import { LightElement } from '../../app/lightElement.ts';
import { texts } from '../../i18n/texts.ts';
import { command } from '../command.ts';
import type { CaptionLine } from '../words.ts';

/** How often what is being written is sent, milliseconds. */
const everyMs = 400;

export class CaptionField extends LightElement {
  static override properties = { line: { state: true } };
  declare private line: CaptionLine;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.line = 'first';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override render(): TemplateResult {
    const words = texts().hosting.captions;
    return html`
      <form class="chat-form" @submit=${this.#end}>
        <label class="ds-sr-only" for="caption-text">${words.write}</label>
        <input
          class="ds-input"
          id="caption-text"
          maxlength="400"
          autocomplete="off"
          placeholder=${words.write}
          @input=${this.#typed}
        />
        <label class="ds-sr-only" for="caption-line">${words.line}</label>
        <select class="ds-input" id="caption-line" @change=${this.#choose}>
          ${(['first', 'second'] as const).map(
            (line) => html`<option value=${line} ?selected=${line === this.line}>${words.lines[line]}</option>`,
          )}
        </select>
      </form>
    `;
  }

  #typed(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#send(false);
    }, everyMs);
  }

  #end(event: SubmitEvent): void {
    event.preventDefault();
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#send(true);
    const field = this.querySelector('input');
    if (field) field.value = '';
  }

  #send(isDone: boolean): void {
    const text = this.querySelector('input')?.value.trim() ?? '';
    if (text !== '') command(this, { do: 'caption', line: this.line, text, isDone });
  }

  #choose(event: Event): void {
    const value = event.currentTarget instanceof HTMLSelectElement ? event.currentTarget.value : '';
    this.line = value === 'second' ? 'second' : 'first';
  }
}

customElements.define('samrad-caption-field', CaptionField);
