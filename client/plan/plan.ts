/**
 * `<samrad-plan>`: a patient's plan, live: its sections, who is here, and how it is saved. Opens the connection when it
 * enters the page and closes it when it leaves. `data-plan-state` says how it is saved.
 *
 * Properties: `plan` (PlanInfo)
 */
import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { repeat } from 'lit/directives/repeat.js';
import { sections, type SectionId } from '../../shared/careplan/sections.ts';
import type { Role } from '../../shared/domain/roles.ts';
import type { PlanInfo } from '../../shared/protocol/types.ts';
import type { PlanSection, PlanSession } from '../api/plan/planSession.ts';
import { LightElement } from '../app/lightElement.ts';
import { texts } from '../i18n/texts.ts';
import { placeName, visitors, type SayEvent } from './context.ts';
import { Follow } from './follow.ts';
import { headingId, overview } from './overview.ts';
import { PlanLife } from './planLife.ts';
import { planLook, planStatus, StatusVoice } from './planStatus.ts';
import { planRemark } from './remarks.ts';
import './plan.css';
import './planSection.ts';

/** A section that could be opened for one, or in which one may own a row, is named; what is never theirs is no concern of theirs. */
function isShown({ id, access }: PlanSection, role: Role): boolean {
  return access !== 'none' || sections[id].access[role] === 'consent' || sections[id].own !== 'none';
}

const focusable = '[contenteditable="true"], textarea, input, select, button, a[href], [tabindex]';

export class SamradPlan extends LightElement {
  static override properties = { plan: { attribute: false } };
  declare plan: PlanInfo | undefined;
  readonly #life = new PlanLife(this, () => this.plan);
  readonly #voice = new StatusVoice(this);

  constructor() {
    super();
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
        ${planRemark(session.sections)} ${this.#overview(session, shown)}
        ${shown.length === 0 ? html`<p class="empty">${texts().plan.nothing}</p>` : nothing}
        ${repeat(
          shown,
          ({ id }) => id,
          (section) => this.#section(session, section),
        )}
        ${this.#status()}
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
      goTo: (sectionId, field) => this.#goTo(sectionId, field),
    });
  }

  #section(session: PlanSession, section: PlanSection): unknown {
    // A section that is opened anew has another document: nothing of the old one may be left standing.
    return keyed(
      section.session,
      html`<samrad-plan-section .plan=${session} .section=${section}></samrad-plan-section>`,
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

  #goTo(sectionId: SectionId, field: string | null): void {
    const place = field === null ? null : this.#place(sectionId, field);
    const target =
      place?.querySelector<HTMLElement>(focusable) ?? this.querySelector<HTMLElement>(`#${headingId(sectionId)}`);
    target?.focus({ preventScroll: true });
    (place ?? target)?.scrollIntoView({ block: place ? 'center' : 'start' });
  }

  /** The element of a field; of its row, where the row shows no fields. */
  #place(sectionId: SectionId, field: string): HTMLElement | null {
    const places = [...this.querySelectorAll<HTMLElement>('[data-place]')];
    const named = (name: string) => places.find((element) => element.dataset['place'] === name) ?? null;
    return named(placeName(sectionId, field)) ?? named(placeName(sectionId, field.replace(/\..*$/, '.')));
  }
}

customElements.define('samrad-plan', SamradPlan);
