/** Where a task comes from, with the way there: a section or a row to jump to, or only a word of the meeting or the transition. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Task } from '../../../shared/careplan/task.ts';
import { readSource } from '../../../shared/careplan/taskSource.ts';
import type { PlanInfo } from '../../../shared/protocol/types.ts';
import { texts } from '../../i18n/texts.ts';
import { GoEvent, type Origin } from '../asks.ts';

/** `plan` is absent where the plan is not on the page, so that nothing can be jumped to. */
export function taskSourceLine({ source }: Pick<Task, 'source'>, plan?: PlanInfo): TemplateResult | typeof nothing {
  const from = readSource(source);
  if (from === null) return nothing;
  const words = texts().tasks.source;
  if (from.kind !== 'section') return line(html`${from.kind === 'meeting' ? words.meeting : words.transition}`);
  const { heading } = texts().shared.sections[from.sectionId];
  const readable = plan?.sections.some(({ id, access }) => id === from.sectionId && access !== 'none');
  return line(readable ? jump(from, heading) : html`${heading}`);
}

function line(place: TemplateResult): TemplateResult {
  return html`<p class="task-source"><span class="muted">${texts().tasks.source.from}</span> ${place}</p>`;
}

function jump({ sectionId, rowId }: Origin, heading: string): TemplateResult {
  return html`<button
    type="button"
    class="task-source-link"
    aria-label=${texts().tasks.source.goTo(heading)}
    @click=${({ currentTarget }: Event) => currentTarget?.dispatchEvent(new GoEvent({ sectionId, rowId }))}
  >
    ${heading}
  </button>`;
}
