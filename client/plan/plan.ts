/**
 * `<samrad-plan>`: a patient's plan, live: its sections, who is here, and how it is saved. Opens the connection when it
 * enters the page and closes it when it leaves. `data-plan-state` says how it is saved.
 *
 * Properties: `plan` (PlanInfo) · `keptAt` (when it was so, ms since 1970, where this device kept it; null from the server)
 * · `meetingId` (the meeting that the plan stands beside, or null)
 * Events: `samrad-in-step`: all of the plan is as the server has it, the first time and after every absence
 */
import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { repeat } from 'lit/directives/repeat.js';
import {
  listPart,
  proseParts,
  sectionGroups,
  sections,
  type SectionGroup,
  type SectionId,
} from '../../shared/careplan/sections.ts';
import { addRow } from '../../shared/careplan/document.ts';
import { writeSource } from '../../shared/careplan/taskSource.ts';
import type { Role } from '../../shared/domain/roles.ts';
import type { PlanInfo } from '../../shared/protocol/types.ts';
import type { PlanSection, PlanSession } from '../api/plan/planSession.ts';
import { inputOrigin } from '../api/plan/sectionUndo.ts';
import { LightElement } from '../app/lightElement.ts';
import { parseRoute } from '../app/router.ts';
import { texts } from '../i18n/texts.ts';
import type { GoEvent, MakeTaskEvent, Origin } from './asks.ts';
import { placeName, visitors, type SayEvent } from './context.ts';
import { AbsenceNote } from './absenceNote.ts';
import { foldAll } from './foldAll.ts';
import { Folds } from './folds.ts';
import { Follow } from './follow.ts';
import { isFolded, notShared } from './notShared.ts';
import { headingId, overview } from './overview.ts';
import { PlanLife } from './planLife.ts';
import { planLook, planStatus, StatusVoice } from './planStatus.ts';
import { planRemark } from './remarks.ts';
import { PlanSectionElement } from './planSection.ts';
import { keysDialog } from './way/keysDialog.ts';
import { OthersVoice } from './way/othersVoice.ts';
import { fragmentOf, placeOfFragment } from './way/place.ts';
import { Shortcuts, type Shortcut } from './way/shortcuts.ts';
import './findings/planFindings.ts';
import './history/planNews.ts';
import './tasks/makeTaskDialog.ts';
import './templates/templatesPanel.ts';
import './transitions/transitionsPanel.ts';
import '../versions/approval.ts';
import './plan.css';

/** A section that could be opened for one, or in which one may own a row, is named; what is never theirs is no concern of theirs. */
function isShown({ id, access }: PlanSection, role: Role): boolean {
  return access !== 'none' || sections[id].access[role] === 'consent' || sections[id].own !== 'none';
}

/** The sections by their groups, in the order of the plan; a group of which nothing is shown is left out. */
function groupsOf(shown: readonly PlanSection[]): { group: SectionGroup; members: readonly PlanSection[] }[] {
  return sectionGroups
    .map((group) => ({ group, members: shown.filter(({ id }) => sections[id].group === group) }))
    .filter(({ members }) => members.length > 0);
}

const focusable = '[contenteditable="true"], textarea, input, select, button, a[href], [tabindex]';

export class SamradPlan extends LightElement {
  static override properties = {
    plan: { attribute: false },
    keptAt: { attribute: false },
    meetingId: { attribute: false },
    contentsOpen: { state: true },
    keysOpen: { state: true },
    makingTask: { state: true },
  };
  declare plan: PlanInfo | undefined;
  declare keptAt: number | null;
  declare private contentsOpen: boolean;
  declare private keysOpen: boolean;
  declare meetingId: string | null;
  /** Where a task is being made from, or null. */
  declare private makingTask: Origin | null;
  readonly #life = new PlanLife(this, () => this.plan && { plan: this.plan, keptAt: this.keptAt });
  readonly #voice = new StatusVoice(this);
  readonly #folds = new Folds();
  readonly #shortcuts = new Shortcuts(this, (shortcut) => this.#act(shortcut));
  readonly #others = new OthersVoice(this, (text) => this.#voice.say(text));
  /** The address named a place, and nobody has been taken there yet. */
  #arriving = placeOfFragment(location.hash) !== null;
  readonly #absence = new AbsenceNote(this, {
    session: () => this.#life.session,
    say: (words) => this.#voice.say(words),
  });

  constructor() {
    super();
    this.keptAt = null;
    this.contentsOpen = false;
    this.keysOpen = false;
    this.meetingId = null;
    this.makingTask = null;
    new Follow(this, () => {
      const { session } = this.#life;
      return session ? [session, session.presence, session.talk, session.history, this.#folds] : [];
    });
  }

  /**
   * Shows a section to one who follows the meeting: without taking the focus, not while they write, and only where the plan
   * scrolls by itself, so that nobody is carried away from the faces.
   */
  async show(sectionId: SectionId): Promise<void> {
    const pane = this.closest<HTMLElement>('.room-plan');
    const writes = document.activeElement instanceof HTMLElement && document.activeElement.isContentEditable;
    if (!pane || getComputedStyle(pane).overflowY !== 'auto') return;
    if (writes && this.contains(document.activeElement)) return;
    await this.updateComplete;
    await this.#sectionElement(sectionId)?.reveal();
    this.querySelector(`#${headingId(sectionId)}`)?.scrollIntoView({ block: 'start' });
  }

  /** A task that was decided in the meeting beside the plan; answers its id, or null where this person may not make tasks. */
  addTask(what: string): string | null {
    const tasks = this.#life.session?.sections.find(({ id }) => id === 'tasks')?.session;
    if (tasks?.access !== 'write' || !tasks.loaded) return null;
    const source = this.meetingId === null ? '' : writeSource({ kind: 'meeting', meetingId: this.meetingId });
    let id = null;
    tasks.doc.transact(() => (id = addRow(tasks.doc, listPart('tasks'), { what, source })), inputOrigin);
    return id;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this.#addressChanged);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.#addressChanged);
    this.#voice.close();
  }

  protected override willUpdate(): void {
    const opened = this.#life.session?.sections ?? [];
    const status = planStatus(opened.flatMap(({ session }) => (session ? [session.state] : [])));
    this.#voice.follow(status);
    this.dataset['planState'] = status;
    if (this.#life.session) this.#others.follow(visitors(this.#life.session));
  }

  protected override updated(): void {
    const loaded = this.#life.session?.sections.every(({ session }) => !session || session.loaded);
    if (this.#arriving && loaded) this.#arrive();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { session } = this.#life;
    if (!session) return nothing;
    const shown = session.sections.filter((section) => isShown(section, session.plan.me.role));
    return html`
      <div
        class="plan"
        @samrad-say=${(event: SayEvent) => this.#voice.say(event.detail)}
        @samrad-go=${({ detail }: GoEvent) => void this.#go(detail.sectionId, detail.rowId && `${detail.rowId}.`)}
        @samrad-make-task=${({ detail }: MakeTaskEvent) => (this.makingTask = detail)}
      >
        ${this.#overview(session, shown)}
        <div class="plan-main">
          ${planRemark(session.sections)} ${this.#absence.note}
          <samrad-approval .plan=${session}></samrad-approval>
          <samrad-plan-news .plan=${session}></samrad-plan-news>
          <samrad-plan-findings .plan=${session}></samrad-plan-findings>
          <samrad-comments class="surface plan-questions" .plan=${session} .sectionId=${null}></samrad-comments>
          <samrad-transitions .plan=${session}></samrad-transitions>
          <samrad-templates .plan=${session}></samrad-templates>
          ${shown.length === 0 ? html`<p class="empty">${texts().plan.nothing}</p>` : nothing}
          ${foldAll(
            this.#folds,
            shown.filter(({ session: opened }) => opened).map(({ id }) => id),
          )}
          ${repeat(
            groupsOf(shown.filter((section) => !isFolded(section))),
            ({ group }) => group,
            ({ group, members }) => this.#group(session, group, members),
          )}
          ${notShared(shown.filter(isFolded))} ${this.#status()}
        </div>
      </div>
      ${this.#makeTask(session)}
      ${keysDialog({ open: this.keysOpen, shortcuts: this.#shortcuts, close: () => (this.keysOpen = false) })}
    `;
  }

  #makeTask(session: PlanSession): TemplateResult | typeof nothing {
    const tasks = session.sections.find(({ id }) => id === 'tasks')?.session;
    if (tasks?.access !== 'write') return nothing;
    return html`<samrad-make-task
      .session=${tasks}
      .plan=${session.plan}
      .from=${this.makingTask}
      .meetingId=${this.meetingId}
      @samrad-close=${() => (this.makingTask = null)}
      @samrad-say=${(event: SayEvent) => this.#voice.say(event.detail)}
    ></samrad-make-task>`;
  }

  #overview(session: PlanSession, shown: readonly PlanSection[]): TemplateResult | typeof nothing {
    const readable = shown.filter(({ access }) => access !== 'none');
    // Who may read nothing is not told who is here either.
    if (readable.length === 0) return nothing;
    return overview({
      plan: session,
      open: this.contentsOpen,
      toggle: () => (this.contentsOpen = !this.contentsOpen),
      showKeys: () => (this.keysOpen = true),
      sectionIds: readable.map(({ id }) => id),
      visitors: visitors(session),
      goTo: (sectionId, field) => void this.#go(sectionId, field),
    });
  }

  #group(session: PlanSession, group: SectionGroup, members: readonly PlanSection[]): TemplateResult {
    const id = `plan-group-${group}`;
    return html`<div class="plan-group" role="group" aria-labelledby=${id}>
      <p class="plan-group-name" id=${id}>${texts().shared.sectionGroups[group]}</p>
      ${repeat(
        members,
        (section) => section.id,
        (section) => this.#section(session, section),
      )}
    </div>`;
  }

  #section(session: PlanSession, section: PlanSection): unknown {
    // A section that is opened anew has another document: nothing of the old one may be left standing.
    return keyed(
      section.session,
      html`<samrad-plan-section .plan=${session} .section=${section} .folds=${this.#folds}></samrad-plan-section>`,
    );
  }

  #status(): TemplateResult {
    const { shown, spoken } = this.#voice;
    const look = shown && planLook(shown);
    return html`
      <p class="ds-sr-only" role="status">${spoken}</p>
      <div class="plan-status no-print" aria-hidden="true">
        ${look ? html`<span class="status-dot" data-status=${look.tone}>${look.text}</span>` : nothing}
      </div>
    `;
  }

  /** Goes where the person asked to go, and names the place in the address, so that it can be passed on. */
  async #go(sectionId: SectionId, field: string | null): Promise<void> {
    this.contentsOpen = false;
    // In a meeting the address is the meeting's.
    if (parseRoute(location).name === 'plan') history.replaceState(null, '', fragmentOf({ sectionId, field }));
    await this.#goTo(sectionId, field);
  }

  readonly #addressChanged = (): void => this.#arrive();

  /** Goes to the place that the address names: a section, a row in it, or a field of running text. */
  #arrive(): void {
    this.#arriving = false;
    const place = placeOfFragment(location.hash);
    const section = this.#life.session?.sections.find(({ id }) => id === place?.sectionId);
    if (!place || !section?.session) return;
    const isField = proseParts(section.session.section).some(({ id }) => id === place.name);
    const field = place.name === null || isField ? place.name : `${place.name}.`;
    void this.#goTo(place.sectionId, field);
  }

  #act(shortcut: Shortcut): void {
    switch (shortcut) {
      case 'search':
        return this.querySelector<HTMLElement>('#plan-search')?.focus();
      case 'help':
        this.keysOpen = true;
        return;
      case 'contacts':
        return void this.#go('contacts', null);
      case 'next':
      case 'previous':
        return this.#step(shortcut === 'next' ? 1 : -1);
    }
  }

  /** Goes to the section after or before the one where the focus is; from outside, to the first or the last. */
  #step(by: 1 | -1): void {
    const ids = (this.#life.session?.sections ?? []).filter(({ access }) => access !== 'none').map(({ id }) => id);
    const focused = document.activeElement?.closest('samrad-plan-section');
    const at = focused instanceof PlanSectionElement ? ids.indexOf(focused.section.id) : -1;
    const next = at < 0 ? ids.at(by === 1 ? 0 : -1) : ids[at + by];
    if (next) void this.#go(next, null);
  }

  async #goTo(sectionId: SectionId, field: string | null): Promise<void> {
    if (!this.#folds.isOpen(sectionId)) await this.#sectionElement(sectionId)?.reveal();
    const place = field === null ? null : this.#place(sectionId, field);
    const target =
      place?.querySelector<HTMLElement>(focusable) ?? this.querySelector<HTMLElement>(`#${headingId(sectionId)}`);
    target?.focus({ preventScroll: true });
    (place ?? target)?.scrollIntoView({ block: place ? 'center' : 'start' });
  }

  #sectionElement(sectionId: SectionId): PlanSectionElement | null {
    const found = this.querySelector(`#${headingId(sectionId)}`)?.closest('samrad-plan-section');
    return found instanceof PlanSectionElement ? found : null;
  }

  /** The element of a field; of its row, where the row shows no fields. */
  #place(sectionId: SectionId, field: string): HTMLElement | null {
    const places = [...this.querySelectorAll<HTMLElement>('[data-place]')];
    const named = (name: string) => places.find((element) => element.dataset['place'] === name) ?? null;
    return named(placeName(sectionId, field)) ?? named(placeName(sectionId, field.replace(/\..*$/, '.')));
  }
}

customElements.define('samrad-plan', SamradPlan);

declare global {
  interface HTMLElementTagNameMap {
    'samrad-plan': SamradPlan;
  }
}
