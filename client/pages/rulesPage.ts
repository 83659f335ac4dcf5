/** «Regler og frister»: every rule that a plan is looked at with, in plain words, with its values, its source and its date. */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { rules, sourceDates, type RuleDefinition } from '../../shared/domain/rules/rules.ts';
import type { SettingName } from '../../shared/domain/rules/settings.ts';
import type { AreaRules } from '../../shared/protocol/routes/rules.ts';
import { call } from '../api/rest.ts';
import { LightElement } from '../app/lightElement.ts';
import { dateWithYear, monthWithYear } from '../app/dates.ts';
import { failureCode, type Load } from '../app/load.ts';
import type { SessionStore } from '../app/session.ts';
import { busy } from '../components/busy.ts';
import { failurePage } from '../components/failure.ts';
import { texts } from '../i18n/texts.ts';
import { settingText } from './settingText.ts';
import './rulesPage.css';

type GroupName = keyof ReturnType<typeof texts>['rules']['page']['groups'];

/** The rules as they are shown together: what was agreed, what the country says, what we look after ourselves. */
const groupOf: Readonly<Record<RuleDefinition['scope'], GroupName>> = {
  district: 'agreement',
  municipality: 'agreement',
  country: 'country',
  plan: 'plan',
};
const groups: readonly GroupName[] = ['agreement', 'country', 'plan'];

export class RulesPage extends LightElement {
  static override properties = { session: { attribute: false }, areas: { state: true } };
  declare session: SessionStore;
  declare private areas: Load<readonly AreaRules[]>;

  constructor() {
    super();
    this.areas = { state: 'loading' };
  }

  protected override firstUpdated(_changed: PropertyValues<this>): void {
    void this.#fetch();
  }

  async #fetch(): Promise<void> {
    try {
      this.areas = { state: 'ready', data: (await call('rules', {}, {})).areas };
    } catch (error) {
      const code = failureCode(error);
      if (code === 'not-signed-in') await this.session.refresh();
      else this.areas = { state: 'failed', code };
    }
  }

  protected override render(): TemplateResult {
    const { areas } = this;
    const words = texts().rules.page;
    if (areas.state === 'failed') return failurePage({ code: areas.code, retry: () => this.#retry() });
    return html`
      <div class="page stack" data-gap="lg">
        <div class="stack">
          <h1 class="ds-heading" data-size="lg" tabindex="-1">${words.heading}</h1>
          <p class="ds-paragraph rules-lead">${words.lead}</p>
        </div>
        ${areas.state === 'loading' ? busy(words.loading) : areas.data.map(areaRules)}
      </div>
    `;
  }

  #retry(): void {
    this.areas = { state: 'loading' };
    void this.#fetch();
  }
}

function areaRules(area: AreaRules, index: number): TemplateResult {
  const words = texts().rules.page;
  return html`<section class="stack" data-gap="lg" aria-labelledby=${`rules-area-${index}`}>
    <h2 class="ds-heading" data-size="sm" id=${`rules-area-${index}`}>${areaName(area)}</h2>
    ${groups.map(
      (group) => html`
        <div class="stack">
          <h3 class="ds-heading" data-size="xs">${words.groups[group]}</h3>
          <ul class="plain-list rules">
            ${rules.filter(({ scope }) => groupOf[scope] === group).map((rule) => ruleCard(rule, area))}
          </ul>
        </div>
      `,
    )}
  </section>`;
}

function areaName({ municipality, district }: AreaRules): string {
  const words = texts().rules.page;
  if (municipality === '') return words.defaults;
  return district === '' ? words.municipality(municipality) : words.district(municipality, district);
}

function ruleCard(rule: RuleDefinition, area: AreaRules): TemplateResult {
  const { names, norms, page } = texts().rules;
  const values = [
    ...rule.settings.map((name) => settingValue(name, area)),
    ...(rule.id === 'needs-talks' ? [fact(page.talks.name, page.talks.windows)] : []),
  ];
  return html`<li class="surface rule" data-rule=${rule.id}>
    <h4 class="ds-heading" data-size="2xs">${names[rule.id]}</h4>
    <p>${norms[rule.id]}</p>
    ${values.length === 0 ? nothing : html`<dl class="rule-values">${values}</dl>`}
    <p class="muted rule-source">${page.source}: ${sourceText(rule)}</p>
  </li>`;
}

function fact(name: string, value: string, from: string | null = null): TemplateResult {
  return html`<div>
    <dt>${name}</dt>
    <dd>${value}${from === null ? nothing : html` <span class="muted">(${from})</span>`}</dd>
  </div>`;
}

function settingValue(name: SettingName, { settings, overrides }: AreaRules): TemplateResult {
  const { page, settings: labels } = texts().rules;
  // The last one stands above those before it.
  const set = overrides.findLast((override) => override.name === name);
  const from = set ? page.setBy[set.by](set.source, dateWithYear(set.on)) : null;
  return fact(labels[name], settingText(name, settings), from);
}

function sourceText({ source }: RuleDefinition): string {
  const { page, sources } = texts().rules;
  const date = sourceDates[source];
  if (source === 'samrad') return sources[source];
  if (date === null) return `${sources[source]} (${page.undated})`;
  const told = date.length === 'YYYY-MM'.length ? monthWithYear(date) : dateWithYear(date);
  return `${sources[source]}, ${page.dated(told)}`;
}

customElements.define('samrad-rules-page', RulesPage);
