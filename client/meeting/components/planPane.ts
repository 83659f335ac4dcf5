/** `<samrad-plan-pane>`: the plan beside the video. Whatever happens to it, the meeting goes on. Fires `samrad-command` (loadPlan). */
import { html, nothing, type TemplateResult } from 'lit';
import { LightElement } from '../../app/lightElement.ts';
import { texts } from '../../i18n/texts.ts';
import { command } from '../command.ts';
import type { PlanState } from '../planLoader.ts';

export class PlanPane extends LightElement {
  static override properties = { plan: { attribute: false }, meetingId: {} };
  declare plan: PlanState;
  declare meetingId: string;

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
