/** One question of the form: 0 to 10 as large targets with words at both ends, and "can't judge". A group of radio buttons. */
import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { texts } from '../../i18n/texts.ts';
import { placeName } from '../context.ts';
import { setValue, type OpenRow } from '../rows/rowField.ts';
import { fieldLabel } from '../words.ts';
import type { Symptom } from './answers.ts';

const scores: readonly number[] = Array.from({ length: 11 }, (_, score) => score);

export function scoreScale(open: OpenRow, symptom: Symptom): TemplateResult {
  const words = texts().forms.symptoms;
  const { lowest, highest, ask } = words.scale[symptom];
  const stored = open.row.get(symptom);
  const name = `${open.rowId}-${symptom}`;
  const option = (value: number | 'unable', label: TemplateResult): TemplateResult =>
    html`<label class="score" data-score=${value}>
      <input
        type="radio"
        name=${name}
        .checked=${live(stored === value)}
        @change=${() => setValue(open, symptom, value)}
      />
      ${label}
    </label>`;
  return html`<fieldset
    class="scale"
    data-field=${symptom}
    data-place=${placeName('symptoms', `${open.rowId}.${symptom}`)}
  >
    <legend>
      <span class="scale-name">${fieldLabel('symptoms', symptom)}</span>
      <span class="scale-ask">${ask}</span>
    </legend>
    <div class="scale-scores">
      ${scores.map((score) =>
        option(
          score,
          html`<span>${score}</span>${score === 0 || score === 10 ? spoken(score === 0 ? lowest : highest) : ''}`,
        ),
      )}
    </div>
    <p class="scale-ends" aria-hidden="true"><span>0: ${lowest}</span><span>10: ${highest}</span></p>
    ${option('unable', html`<span>${texts().plan.rows.unable}</span>`)}
  </fieldset>`;
}

/** What the ends mean belongs to their names: the words below are for the eyes. */
function spoken(words: string): TemplateResult {
  return html`<span class="ds-sr-only">, ${words}</span>`;
}
