/** The fields by which a value of the rules is entered, and what was entered in them. */
import { html, type TemplateResult } from 'lit';
import { settingSchemas, type SettingName, type Settings } from '../../shared/domain/rules/settings.ts';
import { roleSchema } from '../../shared/domain/roles.ts';
import { texts } from '../i18n/texts.ts';

/** `lines`: how many lines of a phone list are shown. */
export function valueFields(name: SettingName, settings: Settings, lines: number): TemplateResult {
  const words = texts().areas;
  switch (name) {
    case 'phoneList':
      return phoneFields(settings.phoneList, lines);
    case 'answerDayKind':
      return choice(
        (['calendar', 'working'] as const).map((kind) => [kind, texts().rules.values.dayKinds[kind]]),
        settings.answerDayKind,
      );
    case 'appointmentBooker':
      return choice(
        roleSchema.options.map((role) => [role, texts().shared.roles[role]]),
        settings.appointmentBooker,
      );
    case 'homeVisitFrom':
    case 'homeVisitTo':
      return field(words.value, html`<input class="ds-input" type="time" name="value" .value=${settings[name]} />`);
    default:
      return field(
        words.value,
        html`<input class="ds-input" type="number" min="0" name="value" .value=${String(settings[name])} />`,
      );
  }
}

/** What was entered, as the rules take it; null where it does not fit. `today` an ISO date. */
export function enteredValue(name: SettingName, form: FormData, today: string): { value: unknown } | null {
  const parsed = settingSchemas[name].safeParse(raw(name, form, today));
  return parsed.success ? { value: parsed.data } : null;
}

function raw(name: SettingName, form: FormData, on: string): unknown {
  const text = (key: string): string => {
    const value = form.get(key);
    return typeof value === 'string' ? value.trim() : '';
  };
  if (name === 'phoneList') {
    const all = (key: string) => form.getAll(key).map((value) => (typeof value === 'string' ? value.trim() : ''));
    const phones = all('phone');
    const numbers = all('who').map((who, index) => ({ who, phone: phones[index] ?? '' }));
    return { owner: text('owner'), on, numbers: numbers.filter(({ who, phone }) => who !== '' && phone !== '') };
  }
  const value = text('value');
  const isNumber = settingSchemas[name].safeParse(1).success;
  return isNumber && value !== '' ? Number(value) : value;
}

function phoneFields(list: Settings['phoneList'], lines: number): TemplateResult {
  const words = texts().areas.phone;
  return html`
    ${field(words.owner, html`<input class="ds-input" name="owner" maxlength="200" .value=${list?.owner ?? ''} />`)}
    ${Array.from({ length: lines }, (_, index) => {
      const entry = list?.numbers[index];
      const number = String(index + 1);
      return html`<div class="row">
        <input
          class="ds-input"
          name="who"
          maxlength="200"
          aria-label=${words.who(number)}
          placeholder=${words.who(number)}
          .value=${entry?.who ?? ''}
        />
        <input
          class="ds-input"
          name="phone"
          type="tel"
          maxlength="40"
          aria-label=${words.number(number)}
          placeholder=${words.number(number)}
          .value=${entry?.phone ?? ''}
        />
      </div>`;
    })}
  `;
}

function choice(options: readonly (readonly [string, string])[], chosen: string): TemplateResult {
  return field(
    texts().areas.value,
    html`<select class="ds-input" name="value">
      ${options.map(([value, label]) => html`<option value=${value} ?selected=${value === chosen}>${label}</option>`)}
    </select>`,
  );
}

function field(label: string, input: TemplateResult): TemplateResult {
  return html`<label class="stack" data-gap="sm"><span class="ds-label">${label}</span>${input}</label>`;
}
