/** Home without a network: the plans that lie on this device. */
import { html, nothing, type TemplateResult } from 'lit';
import type { KeptPlan } from '../api/offline/keptPlans.ts';
import { moment } from '../app/dates.ts';
import { paths } from '../app/router.ts';
import { emergencyNote } from '../components/emergency.ts';
import { texts } from '../i18n/texts.ts';

interface KeptPlansProps {
  readonly plans: readonly KeptPlan[];
  /** ms since 1970 */
  readonly now: number;
  readonly retry: () => void;
}

export function keptPlansList({ plans, now, retry }: KeptPlansProps): TemplateResult {
  const words = texts().offline.home;
  const lay = plans.some(({ plan }) => plan.me.role === 'patient' || plan.me.role === 'relative');
  return html`
    ${lay ? emergencyNote() : nothing}
    <div class="notice stack" data-gap="sm" data-tone="warm" role="status">
      <p><strong>${words.heading}</strong></p>
      <p>${plans.length === 0 ? words.none : words.lead}</p>
    </div>
    <div class="row" data-phone="fill">
      <button type="button" class="ds-button" data-variant="secondary" @click=${retry}>${words.retry}</button>
    </div>
    <ul class="plain-list stack">
      ${plans.map((kept) => keptPlan(kept, now))}
    </ul>
  `;
}

function keptPlan({ plan, at }: KeptPlan, now: number): TemplateResult {
  const { offline, app } = texts();
  return html`
    <li class="surface patient">
      <div class="patient-text">
        <h2 class="ds-heading" data-size="xs">${plan.patientName}</h2>
        <p class="muted">${offline.home.asOf(moment(at, now))}</p>
      </div>
      <a class="ds-button" href=${paths.plan(plan.id)} aria-label=${app.home.openPlanOf(plan.patientName)}>
        ${app.home.openPlan}
      </a>
    </li>
  `;
}
