/**
 * `<samrad-approval>`: whether a plan that stands open is approved, or what is missing. Asked for when the plan opens, when
 * a version is made, signed or approved, and after every lost connection.
 *
 * Properties: `plan` (PlanSession)
 */
import { nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { PlanSession } from '../api/plan/planSession.ts';
import { call } from '../api/rest.ts';
import { LightElement } from '../app/lightElement.ts';
import { paths } from '../app/router.ts';
import { approvalBox } from './approvalBox.ts';
import type { Approval } from './approvalText.ts';
import './versions.css';

export class PlanApproval extends LightElement {
  static override properties = { plan: { attribute: false }, approval: { state: true } };
  declare plan: PlanSession;
  declare private approval: Approval | null;
  #unsubscribe = () => {};

  constructor() {
    super();
    this.approval = null;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('plan')) return;
    this.#unsubscribe();
    this.#unsubscribe = this.plan.notices.subscribe('versions', () => void this.#ask(this.plan));
  }

  /** What was known stays in sight where the server can't be asked. */
  async #ask(plan: PlanSession): Promise<void> {
    const answer = await call('approval', { planId: plan.plan.id }, {}).catch(() => null);
    if (answer && plan === this.plan) this.approval = answer;
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.approval === null) return nothing;
    const { id, mayConvene } = this.plan.plan;
    // The core professionals convene, and make versions too.
    return approvalBox(this.approval, { mayMake: mayConvene, versionsHref: paths.versions(id) });
  }
}

customElements.define('samrad-approval', PlanApproval);
