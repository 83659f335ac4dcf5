/** The dialogs of the page: choosing what to open, and being asked once before something is closed. */
import { html, nothing, type TemplateResult } from 'lit';
import { osloDate } from '../../shared/domain/calendar/oslo.ts';
import '../components/dialog.ts';
import { failureAlert } from '../components/failure.ts';
import { texts } from '../i18n/texts.ts';
import type { ConsentFlow, Question } from './consentFlow.ts';
import type { Opening, Task } from './openDraft.ts';
import './openForm.ts';
import { headingsOf } from './words.ts';

interface DialogProps {
  readonly flow: ConsentFlow;
  readonly task: Task;
  readonly patientName: string;
}

export function consentDialogs({ flow, task, patientName }: DialogProps): TemplateResult {
  const { question } = flow;
  return html`<samrad-dialog
    ?open=${question.kind !== 'none'}
    .heading=${headingOf(question)}
    .content=${contentOf(flow, task, patientName)}
    @samrad-close=${() => flow.leave()}
  ></samrad-dialog>`;
}

function headingOf(question: Question): string {
  const words = texts().consents;
  if (question.kind === 'open') return words.openFor(question.picture.member.name);
  return question.kind === 'close' ? words.closing.heading(question.name) : '';
}

function contentOf(flow: ConsentFlow, task: Task, patientName: string): TemplateResult {
  const { question } = flow;
  if (question.kind === 'open')
    return html`
      ${question.failure ? failureAlert(question.failure) : nothing}
      <samrad-consent-form
        .picture=${question.picture}
        .task=${task}
        .patientName=${patientName}
        .chosen=${question.chosen}
        .today=${osloDate(new Date())}
        .state=${question.state}
        .refused=${question.refused}
        @samrad-open-sections=${({ detail }: CustomEvent<Opening>) => void flow.open(detail)}
        @samrad-cancel=${() => flow.leave()}
      ></samrad-consent-form>
    `;
  return question.kind === 'close' ? closing(flow, question) : html``;
}

function closing(flow: ConsentFlow, { name, consents, state, failure }: Question & { kind: 'close' }): TemplateResult {
  const words = texts().consents.closing;
  const sections = [...new Set(consents.map(({ sectionId }) => sectionId))];
  return html`
    <div class="stack">
      ${failure ? failureAlert(failure) : nothing}
      <p>${words.text(name, headingsOf(sections))}</p>
      <p>${words.atOnce}</p>
      <div class="row" data-phone="fill">
        <button
          type="button"
          class="ds-button"
          data-color="danger"
          ?disabled=${state === 'busy'}
          aria-busy=${state === 'busy'}
          @click=${() => void flow.close()}
        >
          ${words.confirm}
        </button>
        <button type="button" class="ds-button" data-variant="secondary" @click=${() => flow.leave()}>
          ${words.keep}
        </button>
      </div>
    </div>
  `;
}
