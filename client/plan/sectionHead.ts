/** The head of a section: its heading, which folds and opens it, its hint, and, where it is folded, who is in it and whether it is empty. */
import { html, nothing, type TemplateResult } from 'lit';
import type { PlanSection } from '../api/plan/planSession.ts';
import { texts } from '../i18n/texts.ts';
import { isEmptySection } from './general/emptiness.ts';
import { headingId } from './overview.ts';
import { peerTags } from './peerTags.ts';
import type { Visitor } from './whereabouts.ts';

interface HeadProps {
  readonly section: PlanSection;
  readonly open: boolean;
  /** The others who are in it. */
  readonly there: readonly Visitor[];
  readonly toggle: () => void;
  readonly tools: TemplateResult | typeof nothing;
}

export function sectionHead(props: HeadProps): TemplateResult {
  const { section, open } = props;
  const { heading, hint } = texts().shared.sections[section.id];
  return html`<div class="plan-section-head" data-open=${open ? 'yes' : 'no'}>
    <h2 class="ds-heading" data-size="sm" id=${headingId(section.id)} tabindex="-1">
      ${section.session ? fold(props, heading) : heading}
    </h2>
    ${open ? html`<div class="plan-section-tools">${props.tools}</div>` : folded(props)}
    ${open && section.session ? html`<p class="muted plan-section-hint">${hint}</p>` : nothing}
  </div>`;
}

function fold({ open, toggle }: HeadProps, heading: string): TemplateResult {
  return html`<button type="button" class="plan-fold" aria-expanded=${open ? 'true' : 'false'} @click=${toggle}>
    <svg class="plan-fold-sign no-print" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path
        d="m9 5 7 7-7 7"
        fill="none"
        stroke="currentColor"
        stroke-width="2.5"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
    <span>${heading}</span>
  </button>`;
}

/** What is said of a section that is folded. */
function folded({ section: { session }, there }: HeadProps): TemplateResult {
  const empty = session?.loaded && isEmptySection(session.doc, session.section);
  return html`<div class="plan-section-tools">
    ${empty ? html`<span class="muted">${texts().general.folds.empty}</span>` : nothing} ${peerTags(there)}
  </div>`;
}
