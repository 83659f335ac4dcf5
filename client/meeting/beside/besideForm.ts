/**
 * `<samrad-beside>`: «Er noen sammen med deg?» Whom the convener has noted is ticked, others are written with what they are to
 * the person.
 *
 * Properties: `noted` · `beside` (who is known to be there now) · `saves`: with a button of its own that fires `samrad-command` (beside)
 * Method: `answer()`: who is there; null, and said what is wrong, where somebody is written by half
 */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { helperLimits, type Helper } from '../../../shared/meetings/helpers.ts';
import { LightElement } from '../../app/lightElement.ts';
import { texts } from '../../i18n/texts.ts';
import { command } from '../command.ts';
import { besideDraft, besideOf, cut, mayAdd, tick, write, type BesideDraft } from './besideDraft.ts';
import { helperNames } from './besideWords.ts';

export class BesideForm extends LightElement {
  static override properties = {
    noted: { attribute: false },
    beside: { attribute: false },
    saves: { type: Boolean },
    draft: { state: true },
    outcome: { state: true },
  };
  declare noted: readonly Helper[];
  declare beside: readonly Helper[];
  declare saves: boolean;
  declare private draft: BesideDraft;
  declare private outcome: 'none' | 'half' | 'saved';

  /** What the draft was begun with: news of others in the meeting must not take away what is being written. */
  #begunWith = '';

  constructor() {
    super();
    this.noted = [];
    this.beside = [];
    this.saves = false;
    this.draft = besideDraft([], []);
    this.outcome = 'none';
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('noted') && !changed.has('beside')) return;
    const known = JSON.stringify([this.noted, this.beside]);
    if (known === this.#begunWith) return;
    this.#begunWith = known;
    this.draft = besideDraft(this.noted, this.beside);
  }

  answer(): Helper[] | null {
    const beside = besideOf(this.draft);
    if (beside === null) void this.#showProblem();
    return beside;
  }

  protected override render(): TemplateResult {
    const words = texts().beside.form;
    return html`
      <form class="stack" novalidate @submit=${this.#submit}>
        <fieldset class="ds-fieldset" aria-describedby=${this.outcome === 'half' ? 'beside-problem' : nothing}>
          <legend class="ds-label">${words.heading}</legend>
          <p data-field="description">${words.hint}</p>
          ${this.draft.noted.map(({ helper, here }, index) =>
            this.#tick(`beside-noted-${index}`, words.isHere(helperNames([helper])), here, () =>
              tick(this.draft, index),
            ),
          )}
          ${this.#somebody()} ${this.draft.others.map((helper, index) => this.#written(helper, index))} ${this.#more()}
          ${
            this.outcome === 'half'
              ? html`<p class="ds-validation-message" id="beside-problem" role="alert">${words.problem}</p>`
              : nothing
          }
        </fieldset>
        ${
          this.saves
            ? html`<div class="row" data-phone="fill">
                <button type="submit" class="ds-button" data-variant="secondary">${words.save}</button>
                <span role="status">${this.outcome === 'saved' ? words.saved : nothing}</span>
              </div>`
            : nothing
        }
      </form>
    `;
  }

  #somebody(): TemplateResult | typeof nothing {
    const words = texts().beside.form;
    const is = this.draft.others.length > 0;
    if (!is && !mayAdd(this.draft)) return nothing;
    const label = this.draft.noted.length === 0 ? words.somebody : words.somebodyElse;
    return this.#tick('beside-somebody', label, is, () => (is ? cut(this.draft, 0) : write(this.draft, 0, {})));
  }

  #tick(id: string, label: string, checked: boolean, change: () => BesideDraft): TemplateResult {
    return html`<div class="ds-field">
      <input class="ds-input" type="checkbox" id=${id} .checked=${checked} @change=${() => this.#change(change())} />
      <label class="ds-label" for=${id}>${label}</label>
    </div>`;
  }

  #written({ name, relation }: Helper, index: number): TemplateResult {
    const words = texts().beside.form;
    const id = `beside-${index}`;
    return html`
      ${this.#field(`${id}-name`, index === 0 ? words.name : words.otherName, name, helperLimits.name, (text) =>
        write(this.draft, index, { name: text }),
      )}
      ${this.#field(`${id}-relation`, words.relation, relation, helperLimits.relation, (text) =>
        write(this.draft, index, { relation: text }),
      )}
    `;
  }

  #field(
    id: string,
    label: string,
    value: string,
    most: number,
    change: (text: string) => BesideDraft,
  ): TemplateResult {
    const wrong = this.outcome === 'half' && value.trim() === '';
    const written = (event: Event): void => {
      if (event.currentTarget instanceof HTMLInputElement) this.#change(change(event.currentTarget.value));
    };
    return html`<div class="ds-field">
      <label class="ds-label" for=${id}>${label}</label>
      ${id.endsWith('-relation') ? html`<p data-field="description">${texts().beside.form.relationHint}</p>` : nothing}
      <input
        class="ds-input"
        id=${id}
        maxlength=${most}
        autocomplete="off"
        .value=${value}
        aria-invalid=${wrong ? 'true' : nothing}
        @input=${written}
      />
    </div>`;
  }

  #more(): TemplateResult | typeof nothing {
    const words = texts().beside.form;
    const count = this.draft.others.length;
    if (count === 0 || (count === 1 && !mayAdd(this.draft))) return nothing;
    const add = count === 1;
    return html`<div>
      <button
        type="button"
        class="ds-button"
        data-size="sm"
        data-variant="tertiary"
        @click=${() => this.#change(add ? write(this.draft, 1, {}) : cut(this.draft, 1))}
      >
        ${add ? words.add : words.remove}
      </button>
    </div>`;
  }

  #change(draft: BesideDraft): void {
    this.draft = draft;
    this.outcome = 'none';
  }

  async #showProblem(): Promise<void> {
    this.outcome = 'half';
    await this.updateComplete;
    this.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }

  #submit(event: Event): void {
    event.preventDefault();
    if (!this.saves) return;
    const beside = this.answer();
    if (beside === null) return;
    this.outcome = 'saved';
    command(this, { do: 'beside', beside });
  }
}

customElements.define('samrad-beside', BesideForm);

declare global {
  interface HTMLElementTagNameMap {
    'samrad-beside': BesideForm;
  }
}
