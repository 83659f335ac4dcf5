/**
 * `<samrad-plan>`: a patient's plan, live: its sections, who is here, and how it is saved. Opens the connection when it
 * enters the page and closes it when it leaves. `data-plan-state` says how it is saved.
 *
 * Properties: `plan` (PlanInfo) · `keptAt` (when it was so, ms since 1970, where this device kept it; null from the server)
 * Events: `samrad-in-step`: all of the plan is as the server has it, the first time and after every absence
 */
import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { repeat } from 'lit/directives/repeat.js';
import { sectionGroups, sections, type SectionGroup, type SectionId } from '../../shared/careplan/sections.ts';
import type { Role } from '../../shared/domain/roles.ts';
import type { PlanInfo } from '../../shared/protocol/types.ts';
import type { PlanSection, PlanSession } from '../api/plan/planSession.ts';
import { LightElement } from '../app/lightElement.ts';
import { texts } from '../i18n/texts.ts';
import { placeName, visitors, type SayEvent } from './context.ts';
import { AbsenceNote } from './absenceNote.ts';
import { Folds } from './folds.ts';
import { Follow } from './follow.ts';
import { isFolded, notShared } from './notShared.ts';
import { headingId, overview } from './overview.ts';
import { PlanLife } from './planLife.ts';
import { planLook, planStatus, StatusVoice } from './planStatus.ts';
import { planRemark } from './remarks.ts';
import { PlanSectionElement } from './planSection.ts';
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
  static override properties = { plan: { attribute: false }, keptAt: { attribute: false } };
  declare plan: PlanInfo | undefined;
  declare keptAt: number | null;
  readonly #life = new PlanLife(this, () => this.plan && { plan: this.plan, keptAt: this.keptAt });
  readonly #voice = new StatusVoice(this);
  readonly #folds = new Folds();
  readonly #absence = new AbsenceNote(this, () => this.#life.session);

  constructor() {
    super();
    this.keptAt = null;
    new Follow(this, () => (this.#life.session ? [this.#life.session, this.#life.session.presence] : []));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#voice.close();
  }

  protected override willUpdate(): void {
    const opened = this.#life.session?.sections ?? [];
    const status = planStatus(opened.flatMap(({ session }) => (session ? [session.state] : [])));
    this.#voice.follow(status);
    this.dataset['planState'] = status;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { session } = this.#life;
    if (!session) return nothing;
    const shown = session.sections.filter((section) => isShown(section, session.plan.me.role));
    return html`
      <div class="plan" @samrad-say=${(event: SayEvent) => this.#voice.say(event.detail)}>
        ${planRemark(session.sections)} ${this.#absence.note} ${this.#overview(session, shown)}
        <samrad-comments class="surface plan-questions" .plan=${session} .sectionId=${null}></samrad-comments>
        ${shown.length === 0 ? html`<p class="empty">${texts().plan.nothing}</p>` : nothing}
        ${repeat(
          groupsOf(shown.filter((section) => !isFolded(section))),
          ({ group }) => group,
          ({ group, members }) => this.#group(session, group, members),
        )}
        ${notShared(shown.filter(isFolded))} ${this.#status()}
      </div>
    `;
  }

  #overview(session: PlanSession, shown: readonly PlanSection[]): TemplateResult | typeof nothing {
    const readable = shown.filter(({ access }) => access !== 'none');
    // Who may read nothing is not told who is here either.
    if (readable.length === 0) return nothing;
    return overview({
      sectionIds: readable.map(({ id }) => id),
      visitors: visitors(session),
      goTo: (sectionId, field) => void this.#goTo(sectionId, field),
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
