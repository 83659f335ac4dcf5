/**
 * `<samrad-plan-section>`: one section with its heading, how it is saved, undo, remarks, and its content. Undo by keyboard
 * works anywhere in it.
 *
 * Properties: `plan` (PlanSession) · `section` (PlanSection)
 */
import { html, nothing, type TemplateResult } from 'lit';
import type { PlanSection, PlanSession } from '../api/plan/planSession.ts';
import type { MergedState, SectionSession } from '../api/plan/sectionSession.ts';
import { call } from '../api/rest.ts';
import { LightElement } from '../app/lightElement.ts';
import { texts } from '../i18n/texts.ts';
import { fieldAt, SayEvent, type SectionContext } from './context.ts';
import { Follow } from './follow.ts';
import { headingId } from './overview.ts';
import type { SaveState } from '../api/plan/saveState.ts';
import { Calm, stateLook } from './planStatus.ts';
import { remarks } from './remarks.ts';
import { undoButtons, undoStepOf, type UndoStep } from './undo.ts';
import './contacts/contactsSection.ts';
import './general/generalSection.ts';
import './planSection.css';
import './tasks/ownTasks.ts';
import './tasks/tasksSection.ts';

export class PlanSectionElement extends LightElement {
  static override properties = { plan: { attribute: false }, section: { attribute: false } };
  declare plan: PlanSession;
  declare section: PlanSection;
  readonly #calm = new Calm<SaveState>(this, ({ kind }) => kind);
  /** What was said last of edits from an earlier page. */
  #merged: MergedState = 'none';

  constructor() {
    super();
    new Follow(this, () => (this.section.session ? [this.section.session, this.section.session.content] : []));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#calm.close();
  }

  protected override updated(): void {
    const merged = this.section.session?.merged ?? 'none';
    if (merged === 'saved' && this.#merged !== 'saved') this.dispatchEvent(new SayEvent(texts().plan.notes.merged));
    this.#merged = merged;
  }

  protected override render(): TemplateResult {
    const { id, session } = this.section;
    const { heading, hint } = texts().shared.sections[id];
    return html`
      <section
        class="plan-section surface"
        aria-labelledby=${headingId(id)}
        @keydown=${this.#undoByKey}
        @beforeinput=${this.#undoByInput}
        @focusin=${this.#entered}
        @focusout=${this.#left}
      >
        <div class="plan-section-head">
          <h2 class="ds-heading" data-size="sm" id=${headingId(id)} tabindex="-1">${heading}</h2>
          ${session ? html`<div class="plan-section-tools">${this.#tools(session, heading)}</div>` : nothing}
          ${session ? html`<p class="muted plan-section-hint">${hint}</p>` : nothing}
        </div>
        ${remarks({ plan: this.plan, section: this.section })} ${session ? this.#content(session) : this.#notShared()}
      </section>
    `;
  }

  #tools(session: SectionSession, heading: string): TemplateResult {
    const state = this.#calm.follow(session.state);
    const look = stateLook(state);
    if (session.access === 'read')
      return html`
        ${state.kind === 'saved' ? nothing : html`<span class="status-dot" data-status=${look.tone}>${look.text}</span>`}
        <span class="ds-tag" data-color="neutral">${texts().plan.state.readOnly}</span>
      `;
    return html`
      ${session.loaded && state.kind !== 'closed' ? undoButtons(session.undo, heading, (step) => this.#undo(step)) : nothing}
      <span class="status-dot" data-status=${look.tone}>${look.text}</span>
    `;
  }

  #content(session: SectionSession): TemplateResult | typeof nothing {
    if (!session.loaded || session.state.kind === 'closed') return nothing;
    const context: SectionContext = {
      plan: this.plan.plan,
      session,
      presence: this.plan.presence,
      setOwnStatus: async (taskId, status) => {
        await call('setOwnTaskStatus', { planId: this.plan.plan.id, taskId }, { status });
      },
    };
    switch (this.section.id) {
      case 'contacts':
        return html`<samrad-contacts .context=${context}></samrad-contacts>`;
      case 'tasks':
        return html`<samrad-tasks .context=${context}></samrad-tasks>`;
      default:
        return html`<samrad-general-section .context=${context}></samrad-general-section>`;
    }
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
