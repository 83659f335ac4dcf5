/** `<samrad-plan-area>`: where a plan belongs, and so which deadlines and which phone list hold for it; its coordinator chooses. Property: `planId`. */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { RouteOutput } from '../../shared/protocol/rest.ts';
import { call } from '../api/rest.ts';
import { LightElement } from '../app/lightElement.ts';
import { failureCode } from '../app/load.ts';
import { texts } from '../i18n/texts.ts';
import { areaName } from './areaName.ts';

class PlanArea extends LightElement {
  static override properties = { planId: {}, shown: { state: true }, said: { state: true } };
  declare planId: string;
  declare private shown: RouteOutput<'planArea'> | null;
  declare private said: string;

  constructor() {
    super();
    this.planId = '';
    this.shown = null;
    this.said = '';
  }

  protected override firstUpdated(_changed: PropertyValues<this>): void {
    void this.#fetch();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { shown } = this;
    const words = texts().areas.plan;
    if (shown === null) return nothing;
    const index = shown.areas.findIndex((area) => shown.area !== null && areaName(area) === areaName(shown.area));
    return html`<section class="stack" aria-labelledby="plan-area">
      <h2 class="ds-heading" data-size="sm" id="plan-area">${words.heading}</h2>
      <p>${words.lead}</p>
      ${
        shown.mayPlace
          ? html`<label class="stack" data-gap="sm">
              <span class="ds-label">${words.label}</span>
              <select class="ds-input" @change=${this.#place}>
                ${index < 0 ? html`<option value="" selected>${words.unknown}</option>` : nothing}
                ${shown.areas.map(
                  (area, at) => html`<option value=${at} ?selected=${at === index}>${areaName(area)}</option>`,
                )}
              </select>
            </label>`
          : html`<p>${shown.area === null ? words.unknown : areaName(shown.area)}</p>`
      }
      <p role="status">${this.said}</p>
    </section>`;
  }

  readonly #place = (event: Event): void => {
    if (!(event.currentTarget instanceof HTMLSelectElement)) return;
    const area = this.shown?.areas[Number(event.currentTarget.value)];
    if (area && event.currentTarget.value !== '') void this.#save(area);
  };

  async #save(area: RouteOutput<'planArea'>['areas'][number]): Promise<void> {
    try {
      await call('placePlan', { planId: this.planId }, area);
      this.said = texts().areas.plan.saved;
    } catch (error) {
      this.said = texts().shared.errors[failureCode(error)];
    }
    await this.#fetch();
  }

  async #fetch(): Promise<void> {
    try {
      this.shown = await call('planArea', { planId: this.planId }, {});
    } catch (error) {
      this.said = texts().shared.errors[failureCode(error)];
    }
  }
}

customElements.define('samrad-plan-area', PlanArea);
