/** The last answer, in words and numbers: what one asks for first. Older ones with a note follow, folded. */
import { html, nothing, type TemplateResult } from 'lit';
import { symptomScores } from '../../../shared/careplan/sections.ts';
import { texts } from '../../i18n/texts.ts';
import { placeName } from '../context.ts';
import { fieldLabel } from '../words.ts';
import type { SymptomAnswer } from './answers.ts';
import { answeredText, scoreText, whenText } from './symptomWords.ts';

/** What a writer can do with an answer. */
interface AnswerActions {
  readonly edit: (answerId: string) => void;
  readonly remove: (answer: SymptomAnswer) => void;
}

/** `saved`: newest first. */
export function lastAnswer(
  saved: readonly SymptomAnswer[],
  actions: AnswerActions | null,
): TemplateResult | typeof nothing {
  const [last, ...older] = saved;
  if (!last) return nothing;
  const words = texts().forms.symptoms;
  return html`
    ${card(last, words.last, actions)}
    ${
      older.length === 0
        ? nothing
        : html`<details class="older-answers">
            <summary>${words.older(older.length)}</summary>
            <div class="care-cards">${older.map((answer) => card(answer, words.answer, actions))}</div>
          </details>`
    }
  `;
}

function card(answer: SymptomAnswer, heading: string, actions: AnswerActions | null): TemplateResult {
  const when = whenText(answer);
  return html`<div class="care-card" data-row=${answer.id} data-place=${placeName('symptoms', `${answer.id}.`)}>
    <div class="care-card-head">
      <h3 class="care-card-name">${heading}: ${when}</h3>
      <span>${texts().forms.symptoms.by(answeredText(answer).toLowerCase())}</span>
    </div>
    <dl class="last-scores numbers">
      ${symptomScores.map((symptom) => {
        const score = answer.scores[symptom];
        if (score === null) return nothing;
        const name =
          symptom === 'other' && answer.otherName !== '' ? answer.otherName : fieldLabel('symptoms', symptom);
        return html`<div>
          <dt>${name}</dt>
          <dd ?data-unable=${score === 'unable'}>${scoreText(score)}</dd>
        </div>`;
      })}
    </dl>
    ${answer.note === '' ? nothing : html`<p class="last-note">«${answer.note}»</p>`}
    ${actions ? buttons(answer, when, actions) : nothing}
  </div>`;
}

function buttons(answer: SymptomAnswer, when: string, { edit, remove }: AnswerActions): TemplateResult {
  const words = texts().plan.rows;
  return html`<div class="row-actions no-print">
    <button
      type="button"
      class="ds-button"
      data-variant="secondary"
      data-size="sm"
      aria-label=${words.editOf(when)}
      @click=${() => edit(answer.id)}
    >
      ${words.edit}
    </button>
    <button
      type="button"
      class="ds-button"
      data-variant="tertiary"
      data-color="danger"
      data-size="sm"
      aria-label=${words.removeOf(when)}
      @click=${() => remove(answer)}
    >
      ${words.remove}
    </button>
  </div>`;
}
