/** `<samrad-plan-pane>`: the plan beside the video. Whatever happens to it, the meeting goes on. Fires `samrad-command` (loadPlan). */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { SectionId } from '../../../shared/careplan/sections.ts';
import { LightElement } from '../../app/lightElement.ts';
import { texts } from '../../i18n/texts.ts';
import { command } from '../command.ts';
import type { PlanState } from '../planLoader.ts';

export class PlanPane extends LightElement {
  static override properties = { plan: { attribute: false }, meetingId: {}, follows: { attribute: false } };
  declare plan: PlanState;
  declare meetingId: string;
  /** The section that the meeting is at; null where the page goes its own way. */
  declare follows: SectionId | null;

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
        return html`<samrad-plan .plan=${this.plan.plan} .meetingId=${this.meetingId}></samrad-plan>`;
    }
  }
}

customElements.define('samrad-plan-pane', PlanPane);
