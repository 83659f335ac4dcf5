/** `<samrad-access-control>`: what professionals have done with plans, for the organisation's control. It names no patient. */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { RouteOutput } from '../../shared/protocol/rest.ts';
import { controlDays } from '../../shared/protocol/routes/passkeys.ts';
import { call } from '../api/rest.ts';
import { LightElement } from '../app/lightElement.ts';
import { failureCode, type Load } from '../app/load.ts';
import { busy } from '../components/busy.ts';
import { failureAlert } from '../components/failure.ts';
import { texts } from '../i18n/texts.ts';

type Days = (typeof controlDays)[number];
type People = RouteOutput<'unusualAccess'>['people'];

class AccessControl extends LightElement {
  static override properties = { days: { state: true }, people: { state: true } };
  declare private days: Days;
  declare private people: Load<People>;

  constructor() {
    super();
    this.days = '30';
    this.people = { state: 'loading' };
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('days')) void this.#fetch();
  }

  async #fetch(): Promise<void> {
    const { days } = this;
    try {
      const { people } = await call('unusualAccess', { days }, {});
      if (days === this.days) this.people = { state: 'ready', data: people };
    } catch (error) {
      this.people = { state: 'failed', code: failureCode(error) };
    }
  }

  protected override render(): TemplateResult {
    const words = texts().passkeys.control;
    const { people } = this;
    const choose = ({ target }: Event): void => {
      const days = target instanceof HTMLSelectElement && controlDays.find((one) => one === target.value);
      if (days) this.days = days;
    };
    return html`<section class="stack" aria-labelledby="access-control">
      <h2 class="ds-heading" data-size="sm" id="access-control">${words.heading}</h2>
      <p>${words.lead}</p>
      <label class="stack control-days" data-gap="sm">
        <span class="ds-label">${words.period}</span>
        <select class="ds-input" @change=${choose}>
          ${controlDays.map((days) => html`<option value=${days} ?selected=${days === this.days}>${words.days(days)}</option>`)}
        </select>
      </label>
      ${people.state === 'loading' ? busy(texts().app.shell.loading) : nothing}
      ${people.state === 'failed' ? failureAlert(people.code) : nothing}
      ${people.state === 'ready' ? this.#table(people.data) : nothing}
    </section>`;
  }

  #table(people: People): TemplateResult {
    const words = texts().passkeys.control;
    const { name, ...numbers } = words.columns;
    return html`<div class="control-table" role="group" aria-labelledby="access-control" tabindex="0">
      <table class="ds-table">
        <thead>
          <tr>
            <th scope="col">${name}</th>
            ${Object.values(numbers).map((column) => html`<th scope="col">${column}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${people.map(
            (one) =>
              html`<tr>
                <th scope="row">${one.name}</th>
                <td>${one.emergencies}</td>
                <td>${one.refused}</td>
                <td>${one.atNight}</td>
                <td>${one.plans}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }
}

customElements.define('samrad-access-control', AccessControl);
