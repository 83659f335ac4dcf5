/**
 * `<samrad-symptoms>`: how the patient has it, asked by ESAS-r: the form, the last answer, the course of each symptom and
 * all answers in numbers. A form that was begun waits for whoever goes on with it.
 *
 * Properties: `context` (SectionContext)
 */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { addRow, rowsOf } from '../../../shared/careplan/document.ts';
import { listPart } from '../../../shared/careplan/sections.ts';
import { rowsView } from '../../../shared/careplan/view.ts';
import { osloDate, osloTime } from '../../../shared/domain/calendar/oslo.ts';
import { inputOrigin } from '../../api/plan/sectionUndo.ts';
import { LightElement } from '../../app/lightElement.ts';
import { texts } from '../../i18n/texts.ts';
import { SayEvent, type SectionContext } from '../context.ts';
import { Follow } from '../follow.ts';
import { RemovedRows } from '../rows/removedRows.ts';
import type { OpenRow } from '../rows/rowField.ts';
import { answerOf, begunAnswers, savedAnswers, unanswered, type SymptomAnswer } from './answers.ts';
import { answerTable } from './answerTable.ts';
import { courseCharts } from './courseCharts.ts';
import { lastAnswer } from './lastAnswer.ts';
import { symptomForm } from './symptomForm.ts';
import { whenText } from './symptomWords.ts';
import '../rows/rowCards.css';
import './symptomForm.css';
import './symptoms.css';

const list = listPart('symptoms');

export class SymptomsSection extends LightElement {
  static override properties = {
    context: { attribute: false },
    open: { state: true },
    warned: { state: true },
    all: { state: true },
  };
  declare context: SectionContext;
  /** The answer that is being filled in here. */
  declare private open: string | null;
  declare private warned: boolean;
  declare private all: boolean;
  readonly #removed = new RemovedRows(this, () => this.context.session);

  constructor() {
    super();
    this.open = null;
    this.warned = false;
    this.all = false;
    new Follow(this, () => [this.context.session.content]);
  }

  protected override render(): TemplateResult {
    const { doc, access } = this.context.session;
    const writes = access === 'write';
    const answers = rowsView(doc, list).map(answerOf);
    const saved = savedAnswers(answers);
    const open = writes ? this.#openRow() : null;
    const filled = open && answers.find(({ id }) => id === open.rowId);
    return html`
      ${
        open && filled
          ? symptomForm({
              open,
              answer: filled,
              warned: this.warned,
              save: () => this.#save(filled),
              later: () => void this.#close(),
              discard: () => this.#remove(filled),
            })
          : html`${writes ? this.#start(begunAnswers(answers)) : nothing}`
      }
      ${writes ? this.#removed.render() : nothing}
      ${saved.length === 0 ? html`<p class="empty">${texts().shared.sections.symptoms.lists?.['rows']?.empty}</p>` : nothing}
      ${lastAnswer(saved, writes ? { edit: (id) => void this.#fill(id), remove: (answer) => this.#remove(answer) } : null)}
      <div class="course-and-answers">
        ${courseCharts(saved)} ${answerTable({ saved, all: this.all, showAll: () => (this.all = true) })}
      </div>
    `;
  }

  #openRow(): OpenRow | null {
    const row = this.open === null ? undefined : rowsOf(this.context.session.doc).get(this.open);
    return row && this.open !== null ? { context: this.context, rowId: this.open, row } : null;
  }

  #start(begun: readonly SymptomAnswer[]): TemplateResult {
    const words = texts().forms.symptoms;
    return html`<div class="symptom-start no-print">
      ${repeat(
        begun,
        ({ id }) => id,
        (answer) =>
          html`<div class="notice symptom-begun" data-row=${answer.id}>
            <p>${words.begun}</p>
            <button type="button" class="ds-button" @click=${() => void this.#fill(answer.id)}>${words.goOn}</button>
            <button
              type="button"
              class="ds-button"
              data-variant="tertiary"
              data-color="danger"
              @click=${() => this.#remove(answer)}
            >
              ${words.discard}
            </button>
          </div>`,
      )}
      <button
        type="button"
        class="ds-button symptom-new"
        data-variant=${begun.length > 0 ? 'secondary' : 'primary'}
        @click=${() => void this.#begin()}
      >
        ${texts().shared.sections.symptoms.lists?.['rows']?.add}
      </button>
    </div>`;
  }

  async #begin(): Promise<void> {
    const { doc, undo } = this.context.session;
    undo.stopCapturing();
    const byRole = this.context.plan.me.role === 'relative' ? 'relative' : 'patient';
    await this.#fill(addRow(doc, list, { 'answered-by': byRole }));
  }

  async #fill(rowId: string): Promise<void> {
    this.open = rowId;
    this.warned = false;
    await this.updateComplete;
    const form = this.querySelector<HTMLElement>('.symptom-form');
    form?.querySelector<HTMLElement>('input:checked, input')?.focus({ preventScroll: true });
    form?.scrollIntoView({ block: 'start' });
  }

  async #close(): Promise<void> {
    this.open = null;
    await this.updateComplete;
    this.querySelector<HTMLElement>('.symptom-start button')?.focus();
  }

  #save(answer: SymptomAnswer): void {
    if (unanswered(answer).length > 0 && !this.warned) {
      this.warned = true;
      return;
    }
    const { doc } = this.context.session;
    const row = rowsOf(doc).get(answer.id);
    if (answer.on === '' && row) {
      const now = new Date();
      doc.transact(() => {
        row.set('on', osloDate(now));
        row.set('at', osloTime(now));
      }, inputOrigin);
    }
    this.dispatchEvent(new SayEvent(texts().forms.symptoms.saved));
    void this.#close();
  }

  #remove(answer: SymptomAnswer): void {
    const words = texts().forms.symptoms;
    if (this.open === answer.id) this.open = null;
    const text = answer.on === '' ? words.discarded : texts().plan.rows.removed(whenText(answer));
    void this.#removed.remove(answer.id, text);
  }
}

customElements.define('samrad-symptoms', SymptomsSection);
