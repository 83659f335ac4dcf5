/** All answers in numbers: a line for each symptom, a column for each answer, the last one first. */
import { html, nothing, type TemplateResult } from 'lit';
import { texts } from '../../i18n/texts.ts';
import { courses, type SymptomAnswer } from './answers.ts';
import { answeredText, courseName, scoreText, shortDate } from './symptomWords.ts';

/** How many answers are shown until one asks for all. */
const firstShown = 6;

interface TableProps {
  /** Newest first. */
  readonly saved: readonly SymptomAnswer[];
  readonly all: boolean;
  readonly showAll: () => void;
}

export function answerTable({ saved, all, showAll }: TableProps): TemplateResult | typeof nothing {
  if (saved.length === 0) return nothing;
  const words = texts().forms.symptoms;
  const shown = all ? saved : saved.slice(0, firstShown);
  return html`<div class="answers">
    <h3 class="course-heading" id="symptom-answers">${words.table}</h3>
    <div class="answers-scroll" role="region" aria-labelledby="symptom-answers" tabindex="0">
      <table class="answers-table numbers">
        <thead>
          <tr>
            <th scope="col"><span class="ds-sr-only">${words.symptom}</span></th>
            ${shown.map(columnHead)}
          </tr>
        </thead>
        <tbody>
          ${courses(saved).map(
            (course) =>
              html`<tr>
                <th scope="row">${courseName(course)}</th>
                ${shown.map((answer) => cell(course.points.find((point) => point.answer.id === answer.id)?.score ?? null))}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${
      shown.length < saved.length
        ? html`<button type="button" class="ds-button no-print" data-variant="tertiary" @click=${showAll}>
            ${words.showAll(saved.length)}
          </button>`
        : nothing
    }
  </div>`;
}

function columnHead(answer: SymptomAnswer): TemplateResult {
  return html`<th scope="col">
    <span class="answers-date">${shortDate(answer.on)}</span>
    <span class="answers-who">${answer.at} ${answeredText(answer)}</span>
  </th>`;
}

function cell(score: Parameters<typeof scoreText>[0]): TemplateResult {
  const unable = score === 'unable';
  return html`<td ?data-unable=${unable}>${scoreText(score)}</td>`;
}
