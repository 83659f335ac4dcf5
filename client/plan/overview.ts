/**
 * The way into the plan, above its sections or beside them: the contents, the search, and those who are here now. Where
 * there is no room beside, the contents fold.
 */
import { html, nothing, type TemplateResult } from 'lit';
import type { SectionId } from '../../shared/careplan/sections.ts';
import type { PlanSession } from '../api/plan/planSession.ts';
import { texts } from '../i18n/texts.ts';
import { badge } from './badge.ts';
import { contents } from './way/contents.ts';
import { marksOf } from './way/marks.ts';
import './way/planSearch.ts';
import type { Visitor } from './whereabouts.ts';
import './overview.css';

interface OverviewProps {
  readonly plan: PlanSession;
  readonly sectionIds: readonly SectionId[];
  readonly visitors: readonly Visitor[];
  /** Whether the contents stand open where they fold. */
  readonly open: boolean;
  readonly toggle: () => void;
  readonly showKeys: () => void;
  /** Goes to a section, or to a field in it. */
  readonly goTo: (sectionId: SectionId, field: string | null) => void;
}

/** The id of a section's heading. */
export function headingId(sectionId: SectionId): string {
  return `plan-${sectionId}`;
}

export function overview(props: OverviewProps): TemplateResult {
  const { plan, sectionIds, visitors, open, toggle, showKeys, goTo } = props;
  return html`
    <div class="plan-way no-print">
      <samrad-plan-search .plan=${plan} .goTo=${goTo}></samrad-plan-search>
      ${here(visitors, goTo)}
      <button
        type="button"
        class="ds-button plan-contents-toggle"
        data-variant="secondary"
        aria-expanded=${open ? 'true' : 'false'}
        aria-controls="plan-contents"
        @click=${toggle}
      >
        ${texts().way.contents}
      </button>
      <div class="plan-contents-fold" id="plan-contents" data-open=${open ? 'yes' : 'no'}>
        ${contents({
          sectionIds,
          visitors,
          marksOf: (sectionId) => marksOf(plan, sectionId),
          goTo: (sectionId) => goTo(sectionId, null),
        })}
        <button
          type="button"
          class="ds-button plan-keys-button"
          data-variant="tertiary"
          data-size="sm"
          @click=${showKeys}
        >
          ${texts().way.keys.open}
        </button>
      </div>
    </div>
  `;
}

function here(visitors: readonly Visitor[], goTo: OverviewProps['goTo']): TemplateResult {
  const words = texts().plan.here;
  return html`<div class="plan-here">
    <h2 class="plan-here-heading" id="plan-here">${words.heading}</h2>
    ${
      visitors.length === 0
        ? html`<p class="muted">${words.alone}</p>`
        : html`<ul class="plain-list plan-here-list" aria-labelledby="plan-here">
            ${visitors.map((visitor) => html`<li>${visitorChip(visitor, goTo)}</li>`)}
          </ul>`
    }
  </div>`;
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
