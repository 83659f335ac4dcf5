/**
 * `<samrad-own-medicine>`: what the patient says they take: a button that opens a small form, saved by request, because the
 * rest of the list is not the patient's to write. Without a line it asks for the name too.
 *
 * Properties: `planId` · `line` (MedicineLine or null for a new one)
 */
import { html, nothing, type TemplateResult } from 'lit';
import type { MedicineLine } from '../../../shared/careplan/medicines.ts';
import { newId } from '../../../shared/domain/ids.ts';
import { call } from '../../api/rest.ts';
import { LightElement } from '../../app/lightElement.ts';
import { texts } from '../../i18n/texts.ts';
import { SayEvent } from '../context.ts';
import { fieldLabel } from '../words.ts';
import { drugName } from './drugLine.ts';

/** `failed`: the server did not take it; what was written stands there still. */
type Writing = 'closed' | 'open' | 'saving' | 'failed';

export class OwnMedicine extends LightElement {
  static override properties = { planId: {}, line: { attribute: false }, writing: { state: true } };
  declare planId: string;
  declare line: MedicineLine | null;
  declare private writing: Writing;
  /** The id of a new line: kept over failed attempts, so that the same words make one line. */
  #newLineId = newId();

  constructor() {
    super();
    this.planId = '';
    this.line = null;
    this.writing = 'closed';
  }

  protected override render(): TemplateResult {
    const words = texts().forms.medicines.own;
    if (this.writing === 'closed')
      return html`<button
        type="button"
        class="ds-button no-print"
        data-variant="secondary"
        data-size="sm"
        @click=${() => void this.#open()}
      >
        ${this.line ? words.change : words.add}${this.line ? html`<span class="ds-sr-only">: ${drugName(this.line)}</span>` : nothing}
      </button>`;
    const id = this.line?.id ?? 'new';
    return html`<form
      class="own-medicine"
      aria-label=${this.line ? drugName(this.line) : words.add}
      @submit=${this.#save}
    >
      ${this.line ? nothing : this.#field(`own-name-${id}`, 'name', fieldLabel('medicines', 'name'))}
      <div class="ds-field">
        <label class="ds-label" for=${`own-text-${id}`}>${words.text}</label>
        <textarea class="ds-input" name="text" id=${`own-text-${id}`} rows="2" maxlength="2000" ?required=${!this.line}>
${this.line?.said.patient ?? ''}</textarea>
      </div>
      <div class="row">
        <button type="submit" class="ds-button" data-size="sm">${words.save}</button>
        <button
          type="button"
          class="ds-button"
          data-variant="tertiary"
          data-size="sm"
          @click=${() => void this.#close()}
        >
          ${words.cancel}
        </button>
      </div>
      ${this.writing === 'failed' ? html`<p class="reconciliation-failed" role="alert">${words.failed}</p>` : nothing}
    </form>`;
  }

  #field(id: string, name: string, label: string): TemplateResult {
    return html`<div class="ds-field">
      <label class="ds-label" for=${id}>${label}</label>
      <input class="ds-input" type="text" name=${name} id=${id} required maxlength="200" autocomplete="off" />
    </div>`;
  }

  async #open(): Promise<void> {
    this.writing = 'open';
    await this.updateComplete;
    this.querySelector<HTMLElement>('input, textarea')?.focus();
  }

  async #close(): Promise<void> {
    this.writing = 'closed';
    await this.updateComplete;
    this.querySelector('button')?.focus();
  }

  readonly #save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (this.writing === 'saving' || !(event.target instanceof HTMLFormElement)) return;
    const written = new FormData(event.target);
    const said = (name: string): string => {
      const value = written.get(name);
      return typeof value === 'string' ? value.trim() : '';
    };
    this.writing = 'saving';
    try {
      const line = this.line ? { lineId: this.line.id } : { lineId: this.#newLineId, name: said('name') };
      await call('setOwnMedicine', { planId: this.planId }, { ...line, text: said('text') });
    } catch {
      this.writing = 'failed';
      return;
    }
    this.#newLineId = newId();
    this.dispatchEvent(new SayEvent(texts().forms.medicines.own.saved));
    await this.#close();
  };
}

customElements.define('samrad-own-medicine', OwnMedicine);
