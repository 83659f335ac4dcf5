/** `<samrad-plan-meetings>`: the meetings about a plan that I am invited to, coming and past, each with the way to what is left of it. */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { MeetingInfo } from '../../shared/protocol/types.ts';
import { call } from '../api/rest.ts';
import { dayAndTime } from '../app/dates.ts';
import { LightElement } from '../app/lightElement.ts';
import { paths } from '../app/router.ts';
import { texts } from '../i18n/texts.ts';

export class PlanMeetings extends LightElement {
  static override properties = { planId: {}, meetings: { state: true } };
  declare planId: string;
  declare private meetings: readonly MeetingInfo[];

  constructor() {
    super();
    this.meetings = [];
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('planId')) void this.#fetch();
  }

  protected override render(): TemplateResult | typeof nothing {
    const words = texts().minutes.list;
    if (this.meetings.length === 0) return nothing;
    return html`<details class="surface no-print">
      <summary>${words.heading(this.meetings.length)}</summary>
      <ul class="plain-list cards">
        ${this.meetings.map(
          ({ id, kind, state, startsAt }) =>
            html`<li class="person-text">
              <span class="person-name">${texts().shared.meetingKinds[kind]}</span>
              <span class="person-role">${dayAndTime(startsAt)} · ${texts().app.meetings.states[state]}</span>
              ${
                state === 'cancelled'
                  ? nothing
                  : html`<a
                      class="ds-link"
                      href=${state === 'ended' ? paths.record(id) : paths.meeting(id)}
                      aria-label="${state === 'ended' ? words.record : texts().app.meetings.join}: ${texts().shared.meetingKinds[kind]}, ${dayAndTime(startsAt)}"
                      >${state === 'ended' ? words.record : texts().app.meetings.join}</a
                    >`
              }
            </li>`,
        )}
      </ul>
    </details>`;
  }

  /** Where it can't be asked for, the list is left out: the plan itself says what is wrong. */
  async #fetch(): Promise<void> {
    const { planId } = this;
    const { meetings } = await call('planMeetings', { planId }, {}).catch(() => ({ meetings: [] }));
    if (planId === this.planId) this.meetings = meetings;
  }
}

customElements.define('samrad-plan-meetings', PlanMeetings);
