/** The checklist of a transition (rule R10): each point, who ticked it and when, and where in the plan it stands. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { pointDefinitions, type CheckPoint, type Transition } from '../../../shared/careplan/transition.ts';
import type { PlanInfo } from '../../../shared/protocol/types.ts';
import { dayAndTime } from '../../app/dates.ts';
import { texts } from '../../i18n/texts.ts';
import { GoEvent } from '../asks.ts';

interface ChecklistProps {
  readonly transition: Transition;
  readonly plan: PlanInfo;
  /** Null for those who only read. */
  readonly tick: ((point: CheckPoint, ticked: boolean) => void) | null;
}

export function checklist(props: ChecklistProps): TemplateResult {
  const { points } = props.transition;
  const words = texts().tasks.transitions;
  return html`<ul class="plain-list checklist" aria-label=${words.checklist}>
    ${points.map((point) => item(point, props))}
  </ul>`;
}

function item(point: Transition['points'][number], { transition, plan, tick }: ChecklistProps): TemplateResult {
  const { id, ticked, task } = point;
  const words = texts().tasks.transitions;
  const label = texts().shared.transitions[transition.kind][id].point;
  const on = ticked !== null;
  return html`<li class="checklist-point" data-point=${id} data-ticked=${on ? 'yes' : 'no'}>
    ${
      tick
        ? html`<label class="check">
            <input class="ds-input" type="checkbox" .checked=${live(on)} @change=${() => tick(id, !on)} />
            ${label}
          </label>`
        : html`<span>${on ? '✓' : '–'} ${label}</span>`
    }
    <span class="checklist-facts">
      ${!on && task ? html`<span class="ds-tag" data-color="neutral">${words.isTask}</span>` : nothing}
      ${jump(id, plan)}
    </span>
    ${
      ticked
        ? html`<span class="muted checklist-ticked">${words.ticked(ticked.name, dayAndTime(ticked.at))}</span>`
        : nothing
    }
  </li>`;
}

function jump(point: CheckPoint, { sections }: PlanInfo): TemplateResult | typeof nothing {
  const { section } = pointDefinitions[point];
  if (!sections.some(({ id, access }) => id === section && access !== 'none')) return nothing;
  return html`<button
    type="button"
    class="task-source-link no-print"
    @click=${({ currentTarget }: Event) => currentTarget?.dispatchEvent(new GoEvent({ sectionId: section, rowId: null }))}
  >
    ${texts().tasks.transitions.place(texts().shared.sections[section].heading)}
  </button>`;
}
