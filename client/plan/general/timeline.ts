/** The picture of treatments over the years. Screen readers skip it: the list beneath says the same, and more. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import { texts } from '../../i18n/texts.ts';
import { choiceText } from '../words.ts';
import type { Span, Timeline } from './treatmentSpans.ts';

export function timeline(line: Timeline | null): TemplateResult | typeof nothing {
  if (!line) return nothing;
  const states = [...new Set(line.spans.map(({ state }) => state))];
  return html`<figure class="timeline" aria-hidden="true">
    <figcaption class="part-heading">${texts().general.treatments.picture}</figcaption>
    <div class="timeline-rows">
      ${line.spans.map(row)}
      <span></span>
      <svg class="timeline-years">
        ${line.years.map(({ year, at }) => svg`<text x=${percent(at)} y="1em">${year}</text>`)}
      </svg>
    </div>
    <ul class="plain-list timeline-legend">
      ${states.map(
        (state) =>
          html`<li><i class="timeline-swatch" data-state=${state}></i>${choiceText('disease', 'state', state)}</li>`,
      )}
    </ul>
  </figure>`;
}

function row({ name, state, start, length }: Span): TemplateResult {
  return html`<span class="timeline-name">${name}</span>
    <svg class="timeline-bar" data-state=${state}>
      <rect class="timeline-track" width="100%" height="100%" rx="4" />
      <rect class="timeline-span" x=${percent(start)} width=${percent(length)} y="14%" height="72%" rx="4" />
    </svg>`;
}

/** SVG attributes, because the page's policy refuses style attributes. */
function percent(share: number): string {
  return `${Math.round(share * 1000) / 10}%`;
}
