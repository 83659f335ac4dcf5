/**
 * `<samrad-plan-section>`: one section with its heading, how it is saved, undo, remarks, and its content. Its heading folds
 * it and opens it. Undo by keyboard works anywhere in it.
 *
 * Properties: `plan` (PlanSession) · `section` (PlanSection) · `folds` (Folds)
 */
import { html, nothing, type TemplateResult } from 'lit';
import type { PlanSection, PlanSession } from '../api/plan/planSession.ts';
import type { SectionSession } from '../api/plan/sectionSession.ts';
import { call } from '../api/rest.ts';
import { LightElement } from '../app/lightElement.ts';
import { texts } from '../i18n/texts.ts';
import { fieldAt, SayEvent, visitors, type SectionContext } from './context.ts';
import { Follow } from './follow.ts';
import type { Folds } from './folds.ts';
import { headingId } from './overview.ts';
import type { SaveState } from '../api/plan/saveState.ts';
import { Calm, stateLook } from './planStatus.ts';
import { remarks } from './remarks.ts';
import { sectionContent } from './sectionContent.ts';
import { sectionHead } from './sectionHead.ts';
import { inSection } from './whereabouts.ts';
import { undoButtons, undoStepOf, type UndoStep } from './undo.ts';
import './comments/comments.ts';
import './history/sectionHistory.ts';
import './planSection.css';
import { makeTaskButton } from './tasks/makeTask.ts';
import './tasks/ownTasks.ts';

export class PlanSectionElement extends LightElement {
  static override properties = {
    plan: { attribute: false },
    section: { attribute: false },
    folds: { attribute: false },
  };
  declare plan: PlanSession;
  declare section: PlanSection;
  declare folds: Folds;
  readonly #calm = new Calm<SaveState>(this, ({ kind }) => kind);

  constructor() {
    super();
    new Follow(this, () => {
      const { session } = this.section;
      if (!session) return [];
      // Who is in it is told by its head only while it is folded.
      const folded = this.folds.isOpen(this.section.id) ? [] : [this.plan.presence];
      return [session, session.content, this.folds, ...folded];
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#calm.close();
  }

  protected override render(): TemplateResult {
    const { id, session } = this.section;
    const open = session === null || this.folds.isOpen(id);
    return html`
      <section
        class="plan-section surface"
        aria-labelledby=${headingId(id)}
        @keydown=${this.#undoByKey}
        @beforeinput=${this.#undoByInput}
        @focusin=${this.#entered}
        @focusout=${this.#left}
      >
        ${sectionHead({
          section: this.section,
          open,
          there: inSection(visitors(this.plan), id),
          toggle: () => this.folds.set([id], !open),
          tools: session && open ? this.#tools(session) : nothing,
        })}
        ${remarks({ plan: this.plan, section: this.section })}
        ${session ? this.#body(session, open) : this.#notShared()}
      </section>
    `;
  }

  /** Opens the section where it is folded; resolves when what is in it stands there. */
  async reveal(): Promise<void> {
    this.folds.set([this.section.id], true);
    await this.updateComplete;
    // What is drawn within draws its own parts in turns of its own.
    await new Promise((resolve) => setTimeout(resolve));
  }

  #tools(session: SectionSession): TemplateResult {
    const state = this.#calm.follow(session.state);
    const look = stateLook(state);
    const { heading } = texts().shared.sections[this.section.id];
    const makeTask = this.#makeTask(heading);
    if (session.access === 'read')
      return html`
        ${makeTask}
        ${state.kind === 'saved' ? nothing : html`<span class="status-dot" data-status=${look.tone}>${look.text}</span>`}
        <span class="muted plan-read-only">${texts().plan.state.readOnly}</span>
      `;
    return html`
      ${makeTask}
      ${session.loaded && state.kind !== 'closed' ? undoButtons(session.undo, heading, (step) => this.#undo(step)) : nothing}
      <span class="status-dot" data-status=${look.tone}>${look.text}</span>
    `;
  }

  /** In the tasks themselves one adds a task at the end of the list. */
  #makeTask(heading: string): TemplateResult | typeof nothing {
    const { id } = this.section;
    if (id === 'tasks') return nothing;
    return makeTaskButton(this.plan.plan, { sectionId: id, rowId: null }, heading);
  }

  #body(session: SectionSession, open: boolean): TemplateResult | typeof nothing {
    if (!open || !session.loaded || session.state.kind === 'closed') return nothing;
    const context: SectionContext = {
      plan: this.plan.plan,
      session,
      presence: this.plan.presence,
      notices: this.plan.notices,
      history: this.plan.history,
      sectionOf: (id) => this.plan.sections.find((section) => section.id === id)?.session ?? null,
      setOwnStatus: async (taskId, status) => {
        await call('setOwnTaskStatus', { planId: this.plan.plan.id, taskId }, { status });
      },
    };
    return html`<div class="plan-section-body">
      <samrad-section-history .context=${context}></samrad-section-history>
      ${sectionContent(context)}
      <samrad-comments .plan=${this.plan} .sectionId=${this.section.id}></samrad-comments>
    </div>`;
  }

  #notShared(): TemplateResult {
    const note = html`<p class="muted">${texts().plan.notes.notShared}</p>`;
    if (this.section.id !== 'tasks') return note;
    return html`${note}<samrad-own-tasks .planId=${this.plan.plan.id}></samrad-own-tasks>`;
  }

  readonly #undoByKey = (event: KeyboardEvent): void => {
    const step = undoStepOf(event);
    if (step === null || !this.#writable()) return;
    // The browser's own undo knows nothing of what others wrote meanwhile.
    event.preventDefault();
    this.#undo(step);
  };

  readonly #undoByInput = (event: InputEvent): void => {
    if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return;
    event.preventDefault();
    if (this.#writable()) this.#undo(event.inputType === 'historyUndo' ? 'undo' : 'redo');
  };

  #undo(step: UndoStep): void {
    const undo = this.section.session?.undo;
    const done = step === 'undo' ? undo?.undo() : undo?.redo();
    const words = texts().plan.undo;
    if (done) this.dispatchEvent(new SayEvent(step === 'undo' ? words.undone : words.redone));
  }

  #writable(): boolean {
    return this.section.session?.access === 'write';
  }

  readonly #entered = ({ target }: FocusEvent): void => {
    const field = target instanceof Element ? fieldAt(target) : null;
    const { presence } = this.plan;
    if (field === null || (presence.place?.section === this.section.id && presence.place.field === field)) return;
    this.section.session?.undo.stopCapturing();
    presence.setPlace({ section: this.section.id, field, cursor: null });
  };

  readonly #left = ({ relatedTarget }: FocusEvent): void => {
    const stays = relatedTarget instanceof Node && this.contains(relatedTarget);
    if (!stays && this.plan.presence.place?.section === this.section.id) this.plan.presence.setPlace(null);
  };
}

customElements.define('samrad-plan-section', PlanSectionElement);
