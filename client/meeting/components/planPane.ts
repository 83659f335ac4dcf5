/** `<samrad-plan-pane>`: the plan beside the video. Whatever happens to it, the meeting goes on. Fires `samrad-command` (loadPlan). */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { SectionId } from '../../../shared/careplan/sections.ts';
import { LightElement } from '../../app/lightElement.ts';
import { texts } from '../../i18n/texts.ts';
import { command } from '../command.ts';
import type { PlanState } from '../planLoader.ts';
import type { DecisionTaskEvent } from '../../minutes/minutes.ts';
import { takesPartInMinutes } from '../../../shared/meetings/minutes.ts';
import type { MeetingSnapshot, PlanInfo } from '../../../shared/protocol/types.ts';
import '../../minutes/minutes.css';

export class PlanPane extends LightElement {
  static override properties = {
    plan: { attribute: false },
    meeting: { attribute: false },
    follows: { attribute: false },
    tab: { state: true },
    minutesSeen: { state: true },
  };
  declare plan: PlanState;
  declare meeting: Pick<MeetingSnapshot, 'meetingId' | 'kind' | 'terms'>;
  declare private tab: 'plan' | 'minutes';
  /** The minutes are fetched when somebody looks at them, and stay. */
  declare private minutesSeen: boolean;
  /** The section that the meeting is at; null where the page goes its own way. */
  declare follows: SectionId | null;

  constructor() {
    super();
    this.tab = 'plan';
    this.minutesSeen = false;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.follows !== null && (changed.has('follows') || changed.has('plan')))
      void this.querySelector('samrad-plan')?.show(this.follows);
  }

  protected override render(): TemplateResult | typeof nothing {
    const words = texts().meeting.plan;
    switch (this.plan.name) {
      case 'none':
        return nothing;
      case 'loading':
        return html`<p class="muted" role="status">${words.loading}</p>`;
      case 'failed':
        return html`
          <div class="stack">
            <p role="status">${words.failed}</p>
            <button
              type="button"
              class="ds-button"
              data-variant="secondary"
              @click=${() => command(this, { do: 'loadPlan' })}
            >
              ${words.retry}
            </button>
          </div>
        `;
      case 'shown':
        return this.#shown(this.plan.plan);
    }
  }

  /** Both stay where they are when the other is looked at: nothing that is being written is taken away. */
  #shown(plan: PlanInfo): TemplateResult {
    const words = texts().minutes.tabs;
    if (!takesPartInMinutes(plan.me.role))
      return html`<samrad-plan .plan=${plan} .meetingId=${this.meeting.meetingId}></samrad-plan>`;
    return html`
      <div class="pane-tabs" role="tablist" aria-label=${words.label} @keydown=${this.#turn}>
        ${this.#tab('plan', words.plan)} ${this.#tab('minutes', words.minutes)}
      </div>
      <div role="tabpanel" aria-labelledby="tab-plan" id="panel-plan" ?hidden=${this.tab !== 'plan'}>
        <samrad-plan .plan=${plan} .meetingId=${this.meeting.meetingId}></samrad-plan>
      </div>
      <div
        role="tabpanel"
        aria-labelledby="tab-minutes"
        id="panel-minutes"
        ?hidden=${this.tab !== 'minutes'}
        @samrad-decision-task=${(event: DecisionTaskEvent) => this.#makeTask(event)}
      >
        ${this.minutesSeen ? this.#minutes(plan) : nothing}
      </div>
    `;
  }

  #tab(tab: 'plan' | 'minutes', label: string): TemplateResult {
    const selected = this.tab === tab;
    return html`<button
      type="button"
      role="tab"
      id=${`tab-${tab}`}
      aria-selected=${selected}
      aria-controls=${`panel-${tab}`}
      tabindex=${selected ? 0 : -1}
      @click=${() => void this.#choose(tab)}
    >
      ${label}
    </button>`;
  }

  #minutes(plan: PlanInfo): TemplateResult {
    const { meetingId, kind, terms } = this.meeting;
    return html`<samrad-minutes
      .planId=${plan.id}
      .meetingId=${meetingId}
      .personId=${plan.me.personId}
      .kind=${kind}
      .agenda=${terms.agenda}
      .tasks=${plan.sections.some(({ id, access }) => id === 'tasks' && access === 'write')}
    ></samrad-minutes>`;
  }

  async #choose(tab: 'plan' | 'minutes'): Promise<void> {
    this.tab = tab;
    if (tab === 'plan' || this.minutesSeen) return;
    await import('../../minutes/minutes.ts');
    this.minutesSeen = true;
  }

  /** The arrow keys go from tab to tab, as in every list of tabs. */
  readonly #turn = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    void this.#choose(this.tab === 'plan' ? 'minutes' : 'plan');
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus());
  };

  #makeTask({ detail: { what, made } }: DecisionTaskEvent): void {
    const taskId = this.querySelector('samrad-plan')?.addTask(what) ?? null;
    if (taskId !== null) made(taskId);
  }
}

customElements.define('samrad-plan-pane', PlanPane);
