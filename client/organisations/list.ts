/** `<samrad-organisations>`: the organisations that people work in; an administrator adds and removes them. */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Organisation } from '../../shared/protocol/routes/administration.ts';
import { call } from '../api/rest.ts';
import { LightElement } from '../app/lightElement.ts';
import { failureCode } from '../app/load.ts';
import { texts } from '../i18n/texts.ts';

class Organisations extends LightElement {
  static override properties = { organisations: { state: true }, problem: { state: true } };
  declare private organisations: readonly Organisation[];
  declare private problem: string | null;

  constructor() {
    super();
    this.organisations = [];
    this.problem = null;
  }

  protected override firstUpdated(_changed: PropertyValues<this>): void {
    void this.#try(() => Promise.resolve());
  }

  protected override render(): TemplateResult {
    const words = texts().areas.organisations;
    return html`<section class="stack" aria-labelledby="organisations-heading">
      <h2 class="ds-heading" data-size="sm" id="organisations-heading">${words.heading}</h2>
      <p>${words.lead}</p>
      ${this.organisations.length === 0 ? html`<p class="muted">${words.none}</p>` : nothing}
      <ul class="plain-list stack" data-gap="sm">
        ${this.organisations.map(
          ({ name, number }) =>
            html`<li class="row" data-justify="between">
              <span>${name}${number === null ? nothing : html` <span class="muted numbers">${number}</span>`}</span>
              <button
                type="button"
                class="ds-button"
                data-size="sm"
                data-variant="secondary"
                aria-label=${words.endFor(name)}
                @click=${() => void this.#try(() => call('endOrganisation', {}, { name }))}
              >
                ${words.end}
              </button>
            </li>`,
        )}
      </ul>
      <form class="stack" novalidate @submit=${this.#add}>
        <label class="stack" data-gap="sm">
          <span class="ds-label">${words.name}</span>
          <input class="ds-input" name="name" autocomplete="off" maxlength="120" />
        </label>
        <label class="stack" data-gap="sm">
          <span class="ds-label">${words.number}</span>
          <input class="ds-input" name="number" inputmode="numeric" autocomplete="off" maxlength="11" />
        </label>
        ${this.problem === null ? nothing : html`<p class="ds-validation-message" role="alert">${this.problem}</p>`}
        <div class="row"><button type="submit" class="ds-button" data-variant="secondary">${words.add}</button></div>
      </form>
    </section>`;
  }

  readonly #add = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.currentTarget;
    if (!(form instanceof HTMLFormElement)) return;
    const values = new FormData(form);
    const text = (key: string): string => {
      const value = values.get(key);
      return typeof value === 'string' ? value.trim() : '';
    };
    const name = text('name');
    const number = text('number').replaceAll(/\s/g, '');
    if (name === '' || (number !== '' && !/^\d{9}$/.test(number)))
      return void (this.problem = texts().areas.organisations.wrong);
    void this.#try(async () => {
      await call('putOrganisation', {}, { name, number: number === '' ? null : number });
      form.reset();
    });
  };

  async #try(act: () => Promise<unknown>): Promise<void> {
    try {
      await act();
      this.organisations = (await call('organisations', {}, {})).organisations;
      this.problem = null;
    } catch (error) {
      this.problem = texts().shared.errors[failureCode(error)];
    }
  }
}

customElements.define('samrad-organisations', Organisations);
