/**
 * `<samrad-plan-findings>`: what is late, missing or due in a plan that stands open, above its sections.
 *
 * Properties: `plan` (PlanSession)
 * Events: `samrad-go` (to the place of a finding) · `samrad-say` (a task was made)
 */
import { html, nothing, type TemplateResult } from 'lit';
import { addRow } from '../../../shared/careplan/document.ts';
import { listPart } from '../../../shared/careplan/sections.ts';
import type { Finding } from '../../../shared/domain/rules/finding.ts';
import type { PlanSession } from '../../api/plan/planSession.ts';
import { LightElement } from '../../app/lightElement.ts';
import { findingsList } from '../../components/findings.ts';
import { texts } from '../../i18n/texts.ts';
import { GoEvent } from '../asks.ts';
import { SayEvent } from '../context.ts';
import { fragmentOf } from '../way/place.ts';
import { Follow } from '../follow.ts';
import { FindingsLife } from './findingsLife.ts';

export class PlanFindings extends LightElement {
  static override properties = { plan: { attribute: false } };
  declare plan: PlanSession;
  readonly #life = new FindingsLife(this, () => this.plan);

  constructor() {
    super();
    // Whether the tasks may be written, and have come.
    new Follow(this, () => [this.plan]);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { state } = this.#life;
    if (state.kind === 'loading') return nothing;
    const words = texts().rules.list;
    return html`<section class="surface plan-findings no-print" aria-labelledby="plan-findings">
      <h2 class="ds-heading" data-size="2xs" id="plan-findings">${words.heading}</h2>
      ${state.kind === 'failed' ? this.#failed() : this.#list(state.found.findings)}
    </section>`;
  }

  #list(findings: readonly Finding[]): TemplateResult {
    return findingsList({
      findings,
      hrefOf: ({ sectionId, rowId }) => fragmentOf({ sectionId, field: rowId }),
      go: (subject) => this.dispatchEvent(new GoEvent(subject)),
      propose: this.#tasks() ? (finding) => this.#make(finding) : undefined,
    });
  }

  #failed(): TemplateResult {
    const words = texts().rules.list;
    return html`<p class="muted">${words.failed}</p>
      <button
        type="button"
        class="ds-button"
        data-variant="secondary"
        data-size="sm"
        @click=${() => void this.#life.ask()}
      >
        ${words.retry}
      </button>`;
  }

  /** The section of tasks, where the person may write it. */
  #tasks() {
    const session = this.plan.sections.find(({ id }) => id === 'tasks')?.session ?? null;
    return session?.access === 'write' && session.loaded ? session : null;
  }

  /** Makes the proposed task as the person's own edit, and goes to it. */
  #make({ proposal }: Finding): void {
    const session = this.#tasks();
    if (!session || !proposal) return;
    const { kind, ownerRole } = proposal;
    const what = texts().rules.proposals[kind];
    const rowId = addRow(session.doc, listPart('tasks'), { what, kind, owner: ownerRole });
    this.dispatchEvent(new SayEvent(texts().rules.list.proposed(what)));
    this.dispatchEvent(new GoEvent({ sectionId: 'tasks', rowId }));
  }
}

customElements.define('samrad-plan-findings', PlanFindings);
