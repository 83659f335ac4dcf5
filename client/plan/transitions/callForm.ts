/**
 * `<samrad-call-form>`: writes down that the contact doctor has rung: who, and when.
 *
 * Properties: `planId` · `transitionId`
 * Events: `samrad-recorded` (Transition)
 */
import { html, nothing, type TemplateResult } from 'lit';
import { call } from '../../api/rest.ts';
import { localInputValue } from '../../app/dates.ts';
import { LightElement } from '../../app/lightElement.ts';
import { texts } from '../../i18n/texts.ts';
import { RecordedEvent } from './transitionForm.ts';

type State = 'closed' | 'open' | 'missing' | 'saving' | 'failed';

export class CallForm extends LightElement {
  static override properties = { planId: {}, transitionId: {}, state: { state: true } };
  declare planId: string;
  declare transitionId: string;
  declare private state: State;

  constructor() {
    super();
    this.state = 'closed';
  }

  protected override render(): TemplateResult {
    const words = texts().tasks.transitions.call;
    if (this.state === 'closed')
      return html`<button
        type="button"
        class="ds-button no-print"
        data-variant="secondary"
        data-size="sm"
        @click=${() => void this.#open()}
      >
        ${words.button}
      </button>`;
    return html`<form class="call-form stack" novalidate @submit=${(event: SubmitEvent) => void this.#save(event)}>
      <div class="ds-field">
        <label class="ds-label" for="call-who">${words.who}</label>
        <input class="ds-input" id="call-who" name="who" maxlength="200" autocomplete="off" />
      </div>
      <div class="ds-field">
        <label class="ds-label" for="call-at">${words.when}</label>
        <input class="ds-input" type="datetime-local" id="call-at" name="at" value=${localInputValue(new Date())} />
      </div>
      ${this.#problem()}
      <button type="submit" class="ds-button" data-size="sm">${words.save}</button>
    </form>`;
  }

  #problem(): TemplateResult | typeof nothing {
    const words = texts().tasks.transitions;
    if (this.state === 'missing') return html`<p class="task-failed" role="alert">${words.call.missing}</p>`;
    return this.state === 'failed' ? html`<p class="task-failed" role="alert">${words.failed}</p>` : nothing;
  }

  async #open(): Promise<void> {
    this.state = 'open';
    await this.updateComplete;
    this.querySelector<HTMLElement>('#call-who')?.focus();
  }

  async #save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.state === 'saving' || !(event.currentTarget instanceof HTMLFormElement)) return;
    const data = new FormData(event.currentTarget);
    const [who, at] = [data.get('who'), data.get('at')];
    if (typeof who !== 'string' || who.trim() === '' || typeof at !== 'string' || Number.isNaN(Date.parse(at))) {
      this.state = 'missing';
      this.querySelector<HTMLElement>('#call-who')?.focus();
      return;
    }
    this.state = 'saving';
    try {
      const { planId, transitionId } = this;
      const body = { who, at: new Date(at).toISOString() };
      const { transition } = await call('recordCall', { planId, transitionId }, body);
      this.state = 'closed';
      this.dispatchEvent(new RecordedEvent(transition));
    } catch {
      this.state = 'failed';
    }
  }
}

customElements.define('samrad-call-form', CallForm);
