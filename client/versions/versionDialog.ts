/** Draws the question that stands open on the page of versions: what it means in plain words, and the button that does it. */
import { html, nothing, type TemplateResult } from 'lit';
import { gapsOf } from '../../shared/careplan/gaps.ts';
import { shortHash } from '../../shared/careplan/seal.ts';
import '../components/dialog.ts';
import { failureAlert } from '../components/failure.ts';
import { texts } from '../i18n/texts.ts';
import { gapList } from '../plan/contacts/weekPicture.ts';
import { makeForm } from './makeForm.ts';
import type { Question, Refusal, Step } from './versionSteps.ts';
import type { VersionsLife } from './versionsLife.ts';

type Open = Exclude<Step, { state: 'closed' }>;

export function versionDialog(life: VersionsLife): TemplateResult {
  const { step } = life;
  return html`
    <samrad-dialog
      .open=${step.state !== 'closed'}
      .heading=${step.state === 'closed' ? '' : headingOf(step.question)}
      .content=${step.state === 'closed' ? html`` : content(life, step)}
      @samrad-close=${() => life.close()}
    ></samrad-dialog>
  `;
}

function headingOf(question: Question): string {
  const words = texts().versions;
  switch (question.kind) {
    case 'make':
      return question.corrects ? words.make.correcting(question.corrects.number) : words.make.heading;
    case 'sign':
      return words.sign.heading(question.version.number);
    case 'approve':
      return words.approve.heading(question.version.number);
    case 'delete':
      return words.remove.heading(question.version.number);
    case 'restore':
      return words.restore.heading(texts().shared.sections[question.section].heading);
  }
}

function content(life: VersionsLife, step: Open): TemplateResult {
  const { actions } = texts().versions;
  const submit = (event: Event): void => {
    event.preventDefault();
    void life.confirm();
  };
  return html`
    <form class="stack" novalidate @submit=${submit}>
      ${explanation(life, step)} ${step.state === 'asking' && step.refusal ? refused(step.refusal) : nothing}
      <div class="row" data-phone="fill">
        <button
          type="submit"
          class="ds-button"
          data-color=${step.question.kind === 'delete' ? 'danger' : nothing}
          aria-disabled=${step.state === 'doing' ? 'true' : nothing}
        >
          ${confirmation(step.question)}
        </button>
        <button type="button" class="ds-button" data-variant="secondary" @click=${() => life.close()}>
          ${actions.cancel}
        </button>
      </div>
    </form>
  `;
}

function explanation(life: VersionsLife, step: Open): TemplateResult {
  const { question } = step;
  const words = texts().versions;
  switch (question.kind) {
    case 'make':
      return makeForm({
        question,
        problem: step.state === 'asking' ? step.problem : null,
        change: (draft) => life.change(draft),
      });
    case 'sign':
    case 'approve':
      return html`${points(words[question.kind].points)}
        <div class="version-seal">
          <p>${words.sign.what}</p>
          <p><strong>${words.named(question.version.number, question.version.name)}</strong></p>
          <p>${words.code}: <span class="numbers">${shortHash(question.version.hash)}</span></p>
        </div>`;
    case 'delete':
      return html`<p>${words.remove.text}</p>`;
    case 'restore':
      return html`<p>${words.restore.text(question.version.number)}</p>`;
  }
}

function points(all: readonly string[]): TemplateResult {
  return html`<ul class="ds-list version-points">
    ${all.map((point) => html`<li>${point}</li>`)}
  </ul>`;
}

function confirmation({ kind }: Question): string {
  const words = texts().versions;
  return kind === 'make' ? words.actions.make : words[kind === 'delete' ? 'remove' : kind].confirm;
}

function refused({ code, details }: Refusal): TemplateResult {
  const words = texts().versions.approve;
  const { gaps, holidayGaps } = gapsOf(details);
  return html`${failureAlert(code)}
  ${
    code === 'contacts-incomplete'
      ? html`<div class="version-gaps">
          ${gapList(words.gaps, gaps)} ${gapList(words.holidayGaps, holidayGaps)}
          <p>${words.then}</p>
        </div>`
      : nothing
  }`;
}
