/**
 * The form of symptoms as one fills it in: one question under the other, nothing to open. Each answer is written at once
 * like any other edit of the plan, so that nothing is lost on the way; it counts from when it is saved.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { FieldDefinition } from '../../../shared/careplan/parts.ts';
import { listPart } from '../../../shared/careplan/sections.ts';
import { texts } from '../../i18n/texts.ts';
import { placeName } from '../context.ts';
import { rowField, setValue, textValue, type OpenRow } from '../rows/rowField.ts';
import { choiceText, fieldLabel, listOf } from '../words.ts';
import { askedSymptoms, unanswered, type SymptomAnswer } from './answers.ts';
import { scoreScale } from './scoreScale.ts';

interface FormProps {
  readonly open: OpenRow;
  readonly answer: SymptomAnswer;
  /** Whether the person has tried to save and is told what has no answer. */
  readonly warned: boolean;
  readonly save: () => void;
  readonly later: () => void;
  readonly discard: () => void;
}

const list = listPart('symptoms');

export function symptomForm({ open, answer, warned, save, later, discard }: FormProps): TemplateResult {
  const words = texts().forms.symptoms;
  const missing = unanswered(answer);
  const begun = answer.on === '';
  // The patient mostly answers for themselves: the questions come first, and who answers last.
  const self = open.context.plan.me.role === 'patient';
  return html`<form
    class="symptom-form"
    data-row=${answer.id}
    aria-label=${words.form}
    @submit=${(event: Event) => {
      event.preventDefault();
      save();
    }}
  >
    <p class="symptom-now">${words.now}</p>
    ${begun ? nothing : html`<div class="values-form">${fields(open, 'on', 'at')}</div>`}
    ${self ? nothing : answeredBy(open)} ${askedSymptoms.map((symptom) => scoreScale(open, symptom))}
    <div class="symptom-own">${fields(open, 'other-name')} ${scoreScale(open, 'other')}</div>
    ${fields(open, 'note')} ${self ? answeredBy(open) : nothing}
    <p class="symptom-progress" role="status">
      ${words.progress(askedSymptoms.length - missing.length, askedSymptoms.length)}
    </p>
    ${
      warned && missing.length > 0
        ? html`<p class="symptom-missing" role="alert">
            ${words.missing(listOf(missing.map((symptom) => fieldLabel('symptoms', symptom).toLowerCase())))}
          </p>`
        : nothing
    }
    <div class="row">
      <button type="submit" class="ds-button">${warned && missing.length > 0 ? words.saveAnyway : words.save}</button>
      ${
        begun
          ? html`<button type="button" class="ds-button" data-variant="secondary" @click=${later}>
                ${words.later}
              </button>
              <button type="button" class="ds-button" data-variant="tertiary" data-color="danger" @click=${discard}>
                ${words.discard}
              </button>`
          : nothing
      }
    </div>
  </form>`;
}

function fields(open: OpenRow, ...ids: readonly string[]): TemplateResult[] {
  return list.fields.filter(({ id }) => ids.includes(id)).map((field: FieldDefinition) => rowField(open, field));
}

/** On whose behalf: a nurse or a relative may note what the patient says, or answer from what they see. */
function answeredBy(open: OpenRow): TemplateResult {
  const field = 'answered-by';
  const chosen = textValue(open.row, field);
  const { choices = [] } = list.fields.find(({ id }) => id === field) ?? {};
  return html`<fieldset
    class="answered"
    data-field=${field}
    data-place=${placeName('symptoms', `${open.rowId}.${field}`)}
  >
    <legend class="scale-name">${fieldLabel('symptoms', field)}</legend>
    <div class="answered-choices">
      ${choices.map(
        (value) =>
          html`<label class="answered-choice">
            <input
              type="radio"
              name=${`${open.rowId}-${field}`}
              .checked=${live(chosen === value)}
              @change=${() => setValue(open, field, value)}
            />
            <span>${choiceText('symptoms', field, value)}</span>
          </label>`,
      )}
    </div>
  </fieldset>`;
}
