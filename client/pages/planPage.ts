/** The page of one patient's plan: whose it is, the team, the way into a meeting; the plan itself is <samrad-plan>. */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { forgetPlans, keptPlan } from '../api/offline/memory.ts';
import { orKept } from '../api/orKept.ts';
import { call } from '../api/rest.ts';
import { LightElement } from '../app/lightElement.ts';
import { shortDateAndTime, shortDateWithYear } from '../app/dates.ts';
import { failureCode, type Load } from '../app/load.ts';
import { paths } from '../app/router.ts';
import type { SessionStore } from '../app/session.ts';
import { busy } from '../components/busy.ts';
import { emergencyNote } from '../components/emergency.ts';
import '../emergencyAccess/emergencies.ts';
import { failurePage } from '../components/failure.ts';
import { byRole, person } from '../components/person.ts';
import './planMeetings.ts';
import { texts } from '../i18n/texts.ts';
import { maySeeConsents } from '../../shared/domain/policy.ts';
import type { PlanInfo } from '../../shared/protocol/types.ts';
import { ConveneFlow } from './conveneFlow.ts';
import { conveneDialog } from './conveneDialog.ts';

/** The plan from the server, or, where that can't be reached, as this device kept it at `keptAt`, ms since 1970. */
interface Shown {
  readonly plan: PlanInfo;
  readonly keptAt: number | null;
}

export class PlanPage extends LightElement {
  static override properties = { session: { attribute: false }, planId: {}, plan: { state: true } };
  declare session: SessionStore;
  declare planId: string;
  declare private plan: Load<Shown>;
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
      const [data] = await Promise.all([this.#shown(planId), import('../plan/plan.ts')]);
      if (planId === this.planId) this.plan = { state: 'ready', data };
    } catch (error) {
      if (planId === this.planId) await this.#failed(failureCode(error));
    }
  }

  /** @throws SamradError */
  async #shown(planId: string): Promise<Shown> {
    const session = this.session.current;
    const person = session.state === 'signed-in' ? session.me.personId : null;
    try {
      const asked = call('plan', { planId }, {});
      const found = await orKept(asked, async () => (person === null ? null : keptPlan(person, planId)));
      if (found.from === 'server') return { plan: found.answer, keptAt: null };
      return { plan: found.kept.plan, keptAt: found.kept.at };
    } catch (error) {
      // What the server says is gone goes from the device too.
      if (person && failureCode(error) === 'not-found')
        await forgetPlans(person, (kept) => kept === planId).catch(() => undefined);
      throw error;
    }
  }

  /** The network is back: who is signed in and what is known of the plan are asked for anew. */
  async #inStep(): Promise<void> {
    const { plan, planId } = this;
    if (plan.state !== 'ready' || plan.data.keptAt === null) return;
    await this.session.refresh();
    try {
      const now = await call('plan', { planId }, {});
      if (this.plan === plan) this.plan = { state: 'ready', data: { ...plan.data, plan: now } };
    } catch (error) {
      // The sections have come by themselves, and the rest is as it was, unless the server says that it is not mine.
      if (this.plan === plan && failureCode(error) === 'not-found') await this.#fetch();
    }
  }

  async #failed(code: Extract<Load<Shown>, { state: 'failed' }>['code']): Promise<void> {
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

  #planOf({ plan, keptAt }: Shown): TemplateResult {
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
            maySeeConsents(plan.me)
              ? html`<a class="ds-button" data-variant="secondary" href=${paths.consents(plan.id)}>
                  ${texts().consents.heading}
                </a>`
              : nothing
          }
          ${
            plan.mayConvene
              ? html`<button type="button" class="ds-button" @click=${() => this.#flow.start(plan)}>
                  ${words.meet}
                </button>`
              : nothing
          }
        </div>
        <nav class="row no-print" aria-label=${words.pages}>
          <a class="ds-link" href=${paths.team(plan.id)}>${texts().team.heading}</a>
          <a class="ds-link" href=${paths.versions(plan.id)}>${texts().versions.link}</a>
          <a class="ds-link" href=${paths.print(plan.id)}>${texts().print.link}</a>
          ${
            plan.me.role === 'patient'
              ? html`<a class="ds-link" href=${paths.accessLog(plan.id)}>${texts().accessLog.heading}</a>`
              : nothing
          }
          ${
            plan.me.role === 'patient' || plan.me.role === 'coordinator'
              ? html`<a class="ds-link" href=${paths.ownData(plan.id)}>${texts().ownData.heading}</a>`
              : nothing
          }
        </nav>
        ${lay ? emergencyNote() : nothing}
        <samrad-emergencies></samrad-emergencies>
        ${
          plan.emergencyUntil === null
            ? nothing
            : html`<p class="notice" data-tone="warm" role="status">
                ${texts().emergencyAccess.reading(shortDateAndTime(plan.emergencyUntil))}
              </p>`
        }
        ${
          plan.deletedAt === null
            ? nothing
            : html`<p class="notice" data-tone="warm">
                ${texts().ownData.deletion.due(shortDateWithYear(plan.deletedAt))}
              </p>`
        }
        <p class="notice">${words.banner}</p>
        <samrad-plan .plan=${plan} .keptAt=${keptAt} @samrad-in-step=${() => void this.#inStep()}></samrad-plan>
        <samrad-plan-meetings .planId=${plan.id}></samrad-plan-meetings>
        <details class="surface plan-team">
          <summary>${words.team}</summary>
          <ul class="plain-list cards">
            ${plan.team.toSorted(byRole).map((member) => html`<li>${person(member)}</li>`)}
          </ul>
        </details>
      </div>
      ${conveneDialog(this.#flow)}
    `;
  }
}

customElements.define('samrad-plan-page', PlanPage);
