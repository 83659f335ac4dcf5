/** The headings of a template, each filled or missing in this plan, with the way to where it stands. */
import { html, nothing, type TemplateResult } from 'lit';
import { headingState, type HeadingState } from '../../../shared/careplan/filled.ts';
import type { SectionId } from '../../../shared/careplan/sections.ts';
import { templates, type Heading, type TemplateId } from '../../../shared/careplan/templates.ts';
import type { SectionView } from '../../../shared/careplan/view.ts';
import { texts } from '../../i18n/texts.ts';
import { GoEvent } from '../asks.ts';

const tones: Readonly<Record<HeadingState, string>> = { filled: 'ok', missing: 'warning', apart: 'off', closed: 'off' };

/** `viewOf` answers null for sections that the person may not read. */
export function headingList(template: TemplateId, viewOf: (section: SectionId) => SectionView | null): TemplateResult {
  const { headings } = templates[template];
  const states = headings.map((heading) => headingState(heading, viewOf));
  const words = texts().tasks.templates;
  const filled = states.filter((state) => state === 'filled').length;
  const countable = states.filter((state) => state === 'filled' || state === 'missing').length;
  return html`<p>${words.filled(filled, countable)}</p>
    <ul class="plain-list template-headings" aria-label=${words.names[template]}>
      ${headings.map((heading, index) => item(template, heading, states[index] ?? 'closed', viewOf))}
    </ul>`;
}

function item(
  template: TemplateId,
  { id, places }: Heading,
  state: HeadingState,
  viewOf: (section: SectionId) => SectionView | null,
): TemplateResult {
  const words = texts().tasks.templates;
  const names: Readonly<Record<string, string>> = words.headings[template];
  const sections = [...new Set(places.map(({ section }) => section))].filter((section) => viewOf(section) !== null);
  return html`<li class="template-heading" data-heading=${id} data-state=${state}>
    <span class="template-heading-name">
      <strong>${names[id]}</strong>
      <span class="status-dot" data-status=${tones[state]}>${words.states[state]}</span>
    </span>
    ${
      sections.length === 0
        ? nothing
        : html`<span class="template-places no-print">${sections.map((section) => jump(section))}</span>`
    }
  </li>`;
}

function jump(section: SectionId): TemplateResult {
  return html`<button
    type="button"
    class="task-source-link"
    @click=${({ currentTarget }: Event) => currentTarget?.dispatchEvent(new GoEvent({ sectionId: section, rowId: null }))}
  >
    ${texts().shared.sections[section].heading}
  </button>`;
}
