/** The top of the plan: its sections to jump to, with who is in each, and the strip of those who are here now. */
import { html, nothing, type TemplateResult } from 'lit';
import type { SectionId } from '../../shared/careplan/sections.ts';
import { texts } from '../i18n/texts.ts';
import { inSection, type Visitor } from './whereabouts.ts';
import { listOf } from './words.ts';
import './overview.css';

interface OverviewProps {
  readonly sectionIds: readonly SectionId[];
  readonly visitors: readonly Visitor[];
  /** Goes to a section, or to a field in it. */
  readonly goTo: (sectionId: SectionId, field: string | null) => void;
}

/** The id of a section's heading. */
export function headingId(sectionId: SectionId): string {
  return `plan-${sectionId}`;
}

export function overview({ sectionIds, visitors, goTo }: OverviewProps): TemplateResult {
  const words = texts().plan;
  return html`
    <div class="plan-overview no-print">
      <nav aria-label=${words.contents}>
        <ul class="plain-list plan-contents">
          ${sectionIds.map((sectionId) => contentsItem(sectionId, inSection(visitors, sectionId), goTo))}
        </ul>
      </nav>
      <div class="plan-here">
        <h2 class="plan-here-heading" id="plan-here">${words.here.heading}</h2>
        ${
          visitors.length === 0
            ? html`<p class="muted">${words.here.alone}</p>`
            : html`<ul class="plain-list plan-here-list" aria-labelledby="plan-here">
                ${visitors.map((visitor) => html`<li>${visitorChip(visitor, goTo)}</li>`)}
              </ul>`
        }
      </div>
    </div>
  `;
}

function contentsItem(sectionId: SectionId, there: readonly Visitor[], goTo: OverviewProps['goTo']): TemplateResult {
  const go = (event: Event): void => {
    event.preventDefault();
    goTo(sectionId, null);
  };
  return html`<li>
    <a class="plan-contents-link" href=${`#${headingId(sectionId)}`} @click=${go}>
      <span>${texts().shared.sections[sectionId].heading}</span>
      ${
        there.length === 0
          ? nothing
          : html`<span class="plan-badges">
              ${there.map(({ person }) => badge(person.name, person.color))}
              <span class="ds-sr-only">(${texts().plan.areHere(listOf(there.map(({ person }) => person.name)))})</span>
            </span>`
      }
    </a>
  </li>`;
}

function visitorChip({ person, at }: Visitor, goTo: OverviewProps['goTo']): TemplateResult {
  const { here } = texts().plan;
  const where = at === null ? here.looking : texts().shared.sections[at.section].heading;
  const content = html`
    ${badge(person.name, person.color)}
    <span class="plan-chip-text">
      ${at === null ? nothing : html`<span class="ds-sr-only">${here.go}</span>`}
      <span class="plan-chip-name">${person.name}</span> <span>${where}</span>
    </span>
  `;
  if (at === null) return html`<span class="plan-chip">${content}</span>`;
  return html`<button type="button" class="plan-chip" @click=${() => goTo(at.section, at.field)}>${content}</button>`;
}

function badge(name: string, color: number): TemplateResult {
  return html`<span class=${`plan-badge presence-${color}`} aria-hidden="true">${initials(name)}</span>`;
}

function initials(name: string): string {
  const parts = name.split(/\s+/).filter((part) => part !== '');
  const [first = '', last = ''] = [parts.at(0), parts.length > 1 ? parts.at(-1) : ''];
  return first.slice(0, 1) + last.slice(0, 1);
}
