/**
 * `<samrad-transition-form>`: records that the patient was admitted or sent home: when, where, and whether seriously ill.
 *
 * Properties: `kind` · `planId`
 * Events: `samrad-recorded` (Transition) · `samrad-cancel`
 */
import { html, nothing, type TemplateResult } from 'lit';
import type { Transition } from '../../../shared/careplan/transition.ts';
import { newId } from '../../../shared/domain/ids.ts';
import { call } from '../../api/rest.ts';
import { localInputValue } from '../../app/dates.ts';
import { LightElement } from '../../app/lightElement.ts';
import { texts } from '../../i18n/texts.ts';

type State = 'open' | 'no-time' | 'saving' | 'failed';

/** The transition that was recorded. */
export class RecordedEvent extends CustomEvent<Transition> {
  constructor(transition: Transition) {
    super('samrad-recorded', { bubbles: true, detail: transition });
  }
}

export class TransitionForm extends LightElement {
  static override properties = { kind: {}, planId: {}, state: { state: true } };
  declare kind: Transition['kind'];
  declare planId: string;
  declare private state: State;
  /** Sent twice, it is recorded once. */
  readonly #id = newId();

  constructor() {
    super();
    this.state = 'open';
  }

  protected override firstUpdated(): void {
    this.querySelector<HTMLElement>('#transition-at')?.focus();
  }

  protected override render(): TemplateResult {
    const words = texts().tasks.transitions;
    return html`<form
      class="transition-form stack"
      novalidate
      @submit=${(event: SubmitEvent) => void this.#save(event)}
    >
      <h3 class="ds-heading" data-size="2xs">${words.formHeading[this.kind]}</h3>
      <div class="ds-field">
        <label class="ds-label" for="transition-at">${words.when}</label>
        <input
          class="ds-input"
          type="datetime-local"
          id="transition-at"
          name="at"
          value=${localInputValue(new Date())}
          aria-invalid=${this.state === 'no-time' ? 'true' : 'false'}
          aria-describedby=${this.state === 'no-time' ? 'transition-no-time' : nothing}
        />
        ${
          this.state === 'no-time'
            ? html`<p class="ds-validation-message" id="transition-no-time" role="alert">${words.noTime}</p>`
            : nothing
        }
      </div>
      <div class="ds-field">
        <label class="ds-label" for="transition-place">${words.where}</label>
        <input class="ds-input" id="transition-place" name="place" maxlength="200" autocomplete="off" />
      </div>
      <label class="check">
        <input class="ds-input" type="checkbox" name="ill" />
        ${words.seriouslyIll}
      </label>
      ${this.state === 'failed' ? html`<p class="task-failed" role="alert">${words.failed}</p>` : nothing}
      <div class="row" data-phone="fill">
        <button type="submit" class="ds-button" aria-disabled=${this.state === 'saving' ? 'true' : 'false'}>
          ${words.save}
        </button>
        <button type="button" class="ds-button" data-variant="secondary" @click=${() => this.#cancel()}>
          ${words.cancel}
        </button>
      </div>
    </form>`;
  }

  async #save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.state === 'saving' || !(event.currentTarget instanceof HTMLFormElement)) return;
    const data = new FormData(event.currentTarget);
    const [at, place] = [data.get('at'), data.get('place')];
    if (typeof at !== 'string' || Number.isNaN(Date.parse(at))) {
      this.state = 'no-time';
      this.querySelector<HTMLElement>('#transition-at')?.focus();
      return;
    }
    this.state = 'saving';
    try {
      const { transition } = await call(
        'startTransition',
        { planId: this.planId },
        {
          id: this.#id,
          kind: this.kind,
          at: new Date(at).toISOString(),
          place: typeof place === 'string' ? place : '',
          seriouslyIll: data.has('ill'),
        },
      );
      this.dispatchEvent(new RecordedEvent(transition));
    } catch {
      this.state = 'failed';
    }
  }

  #cancel(): void {
    this.dispatchEvent(new CustomEvent('samrad-cancel', { bubbles: true }));
  }
}

customElements.define('samrad-transition-form', TransitionForm);
