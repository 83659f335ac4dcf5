/**
 * `<samrad-comments>`: what people say of one section, folded until one wants it; without a section, the questions to the
 * team. Resolved threads fold away.
 *
 * Properties: `plan` (PlanSession) · `sectionId` (SectionId, or null for the team's questions)
 */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { SectionId } from '../../../shared/careplan/sections.ts';
import type { Thread } from '../../../shared/protocol/routes/comments.ts';
import type { PlanSession } from '../../api/plan/planSession.ts';
import { LightElement } from '../../app/lightElement.ts';
import { texts } from '../../i18n/texts.ts';
import { SayEvent } from '../context.ts';
import { Follow } from '../follow.ts';
import { composer } from './composer.ts';
import './comments.css';
import { namedRows } from './namedRows.ts';
import './threadView.ts';

type Writing = { readonly state: 'closed' } | { readonly state: 'open' | 'sending' | 'failed'; readonly rowId: string };

export class Comments extends LightElement {
  static override properties = {
    plan: { attribute: false },
    sectionId: { attribute: false },
    writing: { state: true },
    draft: { state: true },
  };
  declare plan: PlanSession;
  declare sectionId: SectionId | null;
  declare private writing: Writing;
  declare private draft: string;

  constructor() {
    super();
    this.writing = { state: 'closed' };
    this.draft = '';
    new Follow(this, () => [this.plan.talk]);
  }

  protected override render(): TemplateResult {
    const threads = this.plan.talk.threads.filter(({ sectionId }) => sectionId === this.sectionId);
    const open = threads.filter(({ resolved }) => !resolved);
    const resolved = threads.filter((thread) => thread.resolved);
    const words = texts().comments;
    const name = this.sectionId === null ? words.questions : words.comments;
    return html`<details class="comments no-print">
      <summary>${open.length === 0 ? name : words.count(name, open.length)}</summary>
      <div class="comments-body">
        ${this.sectionId === null ? html`<p class="muted">${words.questionsHint}</p>` : nothing} ${this.#threads(open)}
        ${this.writing.state === 'closed' ? this.#begin() : this.#composer(this.writing)}
        ${
          resolved.length === 0
            ? nothing
            : html`<details class="comments-resolved">
                <summary>${words.resolved(resolved.length)}</summary>
                ${this.#threads(resolved)}
              </details>`
        }
      </div>
    </details>`;
  }

  #threads(threads: readonly Thread[]): TemplateResult | typeof nothing {
    if (threads.length === 0) return nothing;
    return html`<ul class="plain-list thread-list">
      ${repeat(
        threads,
        ({ id }) => id,
        (thread) =>
          html`<li class="thread">
            <samrad-thread .talk=${this.plan.talk} .thread=${thread} .about=${this.#about(thread)}></samrad-thread>
          </li>`,
      )}
    </ul>`;
  }

  #about({ rowId }: Thread): string {
    if (rowId === null) return '';
    return this.#rows().find(({ id }) => id === rowId)?.name ?? texts().comments.removedRow;
  }

  #rows() {
    const section = this.plan.sections.find(({ id }) => id === this.sectionId);
    return section?.session ? namedRows({ plan: this.plan.plan, session: section.session }) : [];
  }

  #begin(): TemplateResult {
    return html`<button
      type="button"
      class="ds-button"
      data-variant="secondary"
      data-size="sm"
      @click=${() => void this.#open()}
    >
      ${this.sectionId === null ? texts().comments.ask : texts().comments.begin}
    </button>`;
  }

  #composer(writing: Exclude<Writing, { state: 'closed' }>): TemplateResult {
    const words = texts().comments;
    const id = `comment-${this.sectionId ?? 'team'}`;
    return html`${writing.state === 'failed' ? html`<p class="thread-failed" role="alert">${words.failed}</p>` : nothing}
    ${composer({
      id,
      label: this.sectionId === null ? words.questionLabel : words.commentLabel,
      send: words.send,
      draft: this.draft,
      busy: writing.state === 'sending',
      typed: (text) => (this.draft = text),
      submit: () => void this.#send(writing.rowId),
      cancel: () => (this.writing = { state: 'closed' }),
      more: this.#rowChoice(`${id}-row`, writing.rowId),
    })}`;
  }

  /** The whole section, or one of its rows. */
  #rowChoice(id: string, chosen: string): TemplateResult {
    const rows = this.#rows();
    if (rows.length === 0) return html``;
    const words = texts().comments;
    const choose = ({ target }: Event): void => {
      if (target instanceof HTMLSelectElement) this.writing = { state: 'open', rowId: target.value };
    };
    return html`<label class="ds-label" for=${id}>${words.aboutLabel}</label>
      <select class="ds-input" id=${id} @change=${choose}>
        <option value="" ?selected=${chosen === ''}>${words.wholeSection}</option>
        ${rows.map((row) => html`<option value=${row.id} ?selected=${chosen === row.id}>${row.name}</option>`)}
      </select>`;
  }

  async #open(): Promise<void> {
    this.writing = { state: 'open', rowId: '' };
    await this.updateComplete;
    this.querySelector<HTMLElement>(`#comment-${this.sectionId ?? 'team'}`)?.focus();
  }

  async #send(rowId: string): Promise<void> {
    if (this.draft.trim() === '' || this.writing.state === 'sending') return;
    this.writing = { state: 'sending', rowId };
    try {
      const topic = { sectionId: this.sectionId, rowId: rowId === '' ? null : rowId };
      await this.plan.talk.start(topic, this.#kind(), this.draft);
      this.draft = '';
      this.writing = { state: 'closed' };
      this.dispatchEvent(new SayEvent(texts().comments.sent));
      await this.updateComplete;
      this.querySelector<HTMLElement>('.comments-body > button')?.focus();
    } catch {
      this.writing = { state: 'failed', rowId };
    }
  }

  /** What the patient or a relative says waits for an answer, as does a question to the team. */
  #kind(): Thread['kind'] {
    const { role } = this.plan.plan.me;
    return this.sectionId === null || role === 'patient' || role === 'relative' ? 'question' : 'comment';
  }
}

customElements.define('samrad-comments', Comments);
