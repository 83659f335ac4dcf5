/** The municipalities and districts with the values of their rules, and the organisations. For administrators; it shows no patient. */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { osloDate } from '../../shared/domain/calendar/oslo.ts';
import { settingNames, settingsWith, type SettingName } from '../../shared/domain/rules/settings.ts';
import type { AreaWithValues } from '../../shared/protocol/routes/administration.ts';
import { call } from '../api/rest.ts';
import { dateWithYear } from '../app/dates.ts';
import { LightElement } from '../app/lightElement.ts';
import { failureCode, type Load } from '../app/load.ts';
import { paths } from '../app/router.ts';
import { areaName } from '../areas/areaName.ts';
import { enteredValue, valueFields } from '../areas/valueFields.ts';
import { busy } from '../components/busy.ts';
import '../components/dialog.ts';
import { failurePage } from '../components/failure.ts';
import { texts } from '../i18n/texts.ts';
import '../organisations/list.ts';
import { settingText } from './settingText.ts';
import './rulesPage.css';

type Question =
  | { readonly kind: 'none' }
  | { readonly kind: 'add' }
  | { readonly kind: 'value'; readonly area: AreaWithValues; readonly name: SettingName; readonly lines: number };

/** Empty lines of a phone list to begin with. */
const firstLines = 3;

class AreasPage extends LightElement {
  static override properties = { areas: { state: true }, question: { state: true }, problem: { state: true } };
  declare private areas: Load<readonly AreaWithValues[]>;
  declare private question: Question;
  declare private problem: string | null;

  constructor() {
    super();
    this.areas = { state: 'loading' };
    this.question = { kind: 'none' };
    this.problem = null;
  }

  protected override firstUpdated(_changed: PropertyValues<this>): void {
    void this.#fetch();
  }

  async #fetch(): Promise<void> {
    try {
      this.areas = { state: 'ready', data: (await call('areas', {}, {})).areas };
    } catch (error) {
      this.areas = { state: 'failed', code: failureCode(error) };
    }
  }

  protected override render(): TemplateResult {
    const { areas } = this;
    const words = texts().areas;
    if (areas.state === 'loading') return html`<div class="page">${busy(texts().app.shell.loading)}</div>`;
    if (areas.state === 'failed') return failurePage({ code: areas.code });
    return html`
      <div class="page stack" data-gap="lg">
        <div class="page-head">
          <div>
            <p><a class="ds-link" href=${paths.staff}>${texts().passkeys.staff.heading}</a></p>
            <h1 class="ds-heading" data-size="lg" tabindex="-1">${words.heading}</h1>
          </div>
          <button type="button" class="ds-button" @click=${() => this.#ask({ kind: 'add' })}>${words.add}</button>
        </div>
        <p class="ds-paragraph" data-size="lg">${words.lead}</p>
        ${areas.data.length === 0 ? html`<p class="muted">${words.none}</p>` : areas.data.map((area) => this.#area(area))}
        <samrad-organisations></samrad-organisations>
      </div>
      <samrad-dialog
        .open=${this.question.kind !== 'none'}
        .heading=${this.#heading()}
        .content=${this.#content()}
        @samrad-close=${() => this.#ask({ kind: 'none' })}
      ></samrad-dialog>
    `;
  }

  #area(area: AreaWithValues, index = 0): TemplateResult {
    return html`<section class="surface stack" aria-label=${areaName(area)} data-area=${index}>
      <h2 class="ds-heading" data-size="sm">${areaName(area)}</h2>
      <ul class="plain-list stack" data-gap="sm">
        ${settingNames.map((name) => this.#value(area, name))}
      </ul>
    </section>`;
  }

  #value(area: AreaWithValues, name: SettingName): TemplateResult {
    const words = texts().areas;
    const set = area.values.find((value) => value.name === name);
    const shown = set ? settingText(name, settingsWith(area.values)) : words.notSet;
    return html`<li class="row" data-justify="between">
      <span>
        <strong>${words.names[name]}</strong>: ${shown}
        ${set ? html`<span class="muted">(${words.setOn(dateWithYear(set.on), set.source)})</span>` : nothing}
      </span>
      <button
        type="button"
        class="ds-button"
        data-size="sm"
        data-variant="secondary"
        aria-label=${words.changeFor(words.names[name], areaName(area))}
        @click=${() => this.#ask({ kind: 'value', area, name, lines: linesOf(area) + firstLines })}
      >
        ${words.change}
      </button>
    </li>`;
  }

  #heading(): string {
    const words = texts().areas;
    const { question } = this;
    if (question.kind === 'none') return '';
    return question.kind === 'add' ? words.add : `${words.names[question.name]}: ${areaName(question.area)}`;
  }

  #content(): TemplateResult {
    const { question } = this;
    if (question.kind === 'none') return html``;
    return question.kind === 'add' ? this.#addForm() : this.#valueForm(question);
  }

  #addForm(): TemplateResult {
    const words = texts().areas;
    const field = (name: string, label: string): TemplateResult =>
      html`<label class="stack" data-gap="sm">
        <span class="ds-label">${label}</span>
        <input class="ds-input" name=${name} autocomplete="off" maxlength="80" />
      </label>`;
    const submit = (form: FormData): void => {
      const [municipality = '', district = ''] = ['municipality', 'district'].map((key) => textOf(form, key));
      if (municipality === '') return void (this.problem = words.missing);
      void this.#try(() => call('addArea', {}, { municipality, district }));
    };
    return this.#form(
      html`${field('municipality', words.municipality)} ${field('district', words.district)}`,
      submit,
      null,
    );
  }

  #valueForm(question: Extract<Question, { kind: 'value' }>): TemplateResult {
    const words = texts().areas;
    const { area, name, lines } = question;
    const { municipality, district } = area;
    const set = area.values.find((value) => value.name === name);
    const submit = (form: FormData): void => {
      const entered = enteredValue(name, form, osloDate(new Date()));
      if (entered === null) return void (this.problem = words.wrong);
      const body = { municipality, district, name, ...entered, source: textOf(form, 'source') };
      void this.#try(() => call('setAreaValue', {}, body));
    };
    const remove = set
      ? () => void this.#try(() => call('setAreaValue', {}, { municipality, district, name, source: '' }))
      : null;
    return this.#form(
      html`
        ${valueFields(name, settingsWith(area.values), lines)}
        ${
          name === 'phoneList'
            ? html`<button
                type="button"
                class="ds-button"
                data-size="sm"
                data-variant="tertiary"
                @click=${() => void (this.question = { ...question, lines: lines + 1 })}
              >
                ${words.phone.more}
              </button>`
            : nothing
        }
        <label class="stack" data-gap="sm">
          <span class="ds-label">${words.source}</span>
          <input class="ds-input" name="source" maxlength="200" .value=${set?.source ?? ''} />
        </label>
      `,
      submit,
      remove,
    );
  }

  #form(fields: TemplateResult, submit: (form: FormData) => void, remove: (() => void) | null): TemplateResult {
    const words = texts().areas;
    const submitted = (event: SubmitEvent): void => {
      event.preventDefault();
      if (event.currentTarget instanceof HTMLFormElement) submit(new FormData(event.currentTarget));
    };
    return html`<form class="stack" novalidate @submit=${submitted}>
      ${fields}
      ${this.problem === null ? nothing : html`<p class="ds-validation-message" role="alert">${this.problem}</p>`}
      <div class="row" data-phone="fill">
        <button type="submit" class="ds-button">${words.save}</button>
        ${
          remove
            ? html`<button type="button" class="ds-button" data-variant="secondary" @click=${remove}>
                ${words.remove}
              </button>`
            : nothing
        }
      </div>
    </form>`;
  }

  #ask(question: Question): void {
    this.question = question;
    this.problem = null;
  }

  async #try(act: () => Promise<unknown>): Promise<void> {
    try {
      await act();
      this.#ask({ kind: 'none' });
      await this.#fetch();
    } catch (error) {
      const code = failureCode(error);
      this.problem = code === 'bad-request' ? texts().areas.wrong : texts().shared.errors[code];
    }
  }
}

function textOf(form: FormData, key: string): string {
  const value = form.get(key);
  return typeof value === 'string' ? value.trim() : '';
}

/** The lines of the phone list that an area has. */
function linesOf({ values }: AreaWithValues): number {
  return settingsWith(values).phoneList?.numbers.length ?? 0;
}

customElements.define('samrad-areas-page', AreasPage);
