/** The button that makes a task from where it stands: a section's head, or a row. Only for those who may write the tasks. */
import { html, nothing, type TemplateResult } from 'lit';
import type { PlanInfo } from '../../../shared/protocol/types.ts';
import { texts } from '../../i18n/texts.ts';
import { MakeTaskEvent, type Origin } from '../asks.ts';

/** `place` is the section's or the row's name: it says aloud where the task comes from. */
export function makeTaskButton(plan: PlanInfo, origin: Origin, place: string): TemplateResult | typeof nothing {
  const mayWrite = plan.sections.some(({ id, access }) => id === 'tasks' && access === 'write');
  if (!mayWrite) return nothing;
  const words = texts().tasks.make;
  return html`<button
    type="button"
    class="ds-button make-task no-print"
    data-variant="tertiary"
    data-size="sm"
    aria-haspopup="dialog"
    aria-label=${words.buttonOf(place)}
    @click=${({ currentTarget }: Event) => currentTarget?.dispatchEvent(new MakeTaskEvent(origin))}
  >
    ${words.button}
  </button>`;
}
