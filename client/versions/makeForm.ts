/** The form of a new version: what it is called, and why it is made. */
import { html, nothing, type TemplateResult } from 'lit';
import { texts } from '../i18n/texts.ts';
import type { DraftProblem, Question, VersionDraft } from './versionSteps.ts';

interface MakeFormProps {
  readonly question: Extract<Question, { kind: 'make' }>;
  readonly problem: DraftProblem | null;
  readonly change: (draft: VersionDraft) => void;
}

export function makeForm({ question, problem, change }: MakeFormProps): TemplateResult {
  const words = texts().versions.make;
  const { draft, corrects } = question;
  return html`
    <p>${corrects ? words.correctingText : words.text}</p>
    <div class="ds-field">
      <label class="ds-label" for="version-name">${words.name}</label>
      <p data-field="description" id="version-name-hint">${words.nameHint}</p>
      <input
        class="ds-input"
        id="version-name"
        maxlength="120"
        autocomplete="off"
        aria-describedby="version-name-hint"
        aria-invalid=${problem === 'name' ? 'true' : nothing}
        .value=${draft.name}
        @input=${(event: Event) => change({ ...draft, name: textOf(event) })}
      />
      ${problem === 'name' ? lacking(words.needsName) : nothing}
    </div>
    <div class="ds-field">
      <label class="ds-label" for="version-reason">${corrects ? words.reason : words.optional}</label>
      <textarea
        class="ds-input"
        id="version-reason"
        rows="3"
        maxlength="1000"
        aria-invalid=${problem === 'reason' ? 'true' : nothing}
        .value=${draft.reason}
        @input=${(event: Event) => change({ ...draft, reason: textOf(event) })}
      ></textarea>
      ${problem === 'reason' ? lacking(words.needsReason) : nothing}
    </div>
  `;
}

function lacking(text: string): TemplateResult {
  return html`<p class="ds-validation-message" role="alert">${text}</p>`;
}

function textOf({ target }: Event): string {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement ? target.value : '';
}
