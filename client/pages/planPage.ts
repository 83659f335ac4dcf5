/** The page of one patient's plan: whose it is, the team, the way into a meeting; the plan itself is <samrad-plan>. */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { call } from '../api/rest.ts';
import { LightElement } from '../app/lightElement.ts';
import { failureCode, type Load } from '../app/load.ts';
import type { SessionStore } from '../app/session.ts';
import { busy } from '../components/busy.ts';
import { emergencyNote } from '../components/emergency.ts';
import { failurePage } from '../components/failure.ts';
import { byRole, person } from '../components/person.ts';
import { texts } from '../i18n/texts.ts';
import type { PlanInfo } from '../../shared/protocol/types.ts';
import { ConveneFlow } from './conveneFlow.ts';
import { conveneDialog } from './conveneDialog.ts';

export class PlanPage extends LightElement {
  static override properties = { session: { attribute: false }, planId: {}, plan: { state: true } };
  declare session: SessionStore;
  declare planId: string;
  declare private plan: Load<PlanInfo>;
  readonly #flow = new ConveneFlow({ host: this, created: () => undefined });

  constructor() {
    super();
    this.planId = '';
    this.plan = { state: 'loading' };
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('planId')) void this.#fetch();
  }

  async #fetch(): Promise<void> {
    const { planId } = this;
    this.plan = { state: 'loading' };
    try {
      const [data] = await Promise.all([call('plan', { planId }, {}), import('../plan/plan.ts')]);
      if (planId === this.planId) this.plan = { state: 'ready', data };
    } catch (error) {
      if (planId === this.planId) await this.#failed(failureCode(error));
    }
  }

  async #failed(code: Extract<Load<PlanInfo>, { state: 'failed' }>['code']): Promise<void> {
    if (code === 'not-signed-in') {
      this.session.returnAfterSignIn(location.pathname);
      await this.session.refresh();
    } else {
      this.plan = { state: 'failed', code };
    }
  }

  protected override render(): TemplateResult {
    const { plan } = this;
    if (plan.state === 'ready') return this.#planOf(plan.data);
    if (plan.state === 'loading') return html`<div class="page">${busy(texts().app.plan.loading)}</div>`;
    return plan.code === 'not-found' || plan.code === 'bad-request'
      ? failurePage({ code: 'not-found' })
      : failurePage({ code: plan.code, retry: () => void this.#fetch() });
  }

  #planOf(plan: PlanInfo): TemplateResult {
    const words = texts().app.plan;
    const lay = plan.me.role === 'patient' || plan.me.role === 'relative';
    return html`
      <div class="page stack" data-gap="lg">
        <div class="page-head">
          <div>
            <p class="eyebrow">${words.eyebrow}</p>
            <h1 class="ds-heading" data-size="lg" tabindex="-1">${plan.patientName}</h1>
          </div>
          ${
            plan.mayConvene
              ? html`<button type="button" class="ds-button" @click=${() => this.#flow.start(plan)}>
                  ${words.meet}
                </button>`
              : nothing
          }
        </div>
        ${lay ? emergencyNote() : nothing}
        <p class="notice">${words.banner}</p>
        <div class="split">
          <samrad-plan .plan=${plan}></samrad-plan>
          <section class="surface stack plan-team" aria-labelledby="plan-team">
            <h2 class="ds-heading" data-size="xs" id="plan-team">${words.team}</h2>
            <ul class="plain-list stack">
              ${plan.team.toSorted(byRole).map((member) => html`<li>${person(member)}</li>`)}
            </ul>
          </section>
        </div>
      </div>
      ${conveneDialog(this.#flow)}
    `;
  }
}

customElements.define('samrad-plan-page', PlanPage);
