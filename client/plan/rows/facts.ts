/** The pieces that cards are read by: facts with their labels, and marks on what should be looked at again. */
import { html, nothing, type TemplateResult } from 'lit';
import type { SectionId } from '../../../shared/careplan/sections.ts';
import { fieldLabel } from '../words.ts';

/** One fact in a list of facts; nothing where nothing is said. `wide` facts have a line of their own. */
export function fact(
  { section, field, wide = false }: { section: SectionId; field: string; wide?: boolean },
  said: string | TemplateResult,
): TemplateResult | typeof nothing {
  if (said === '') return nothing;
  return html`<div data-field=${field} ?data-wide=${wide}>
    <dt>${fieldLabel(section, field)}</dt>
    <dd>${said}</dd>
  </div>`;
}

/** A mark in words with a sign before it. */
export function mark(text: string, tone: 'warning' | 'danger'): TemplateResult {
  return html`<span class="care-mark" data-tone=${tone}>${sign} ${text}</span>`;
}

const sign = html`<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
  <path
    d="M12 3 2 20h20zM12 10v5M12 17.5v.5"
    fill="none"
    stroke="currentColor"
    stroke-width="2"
    stroke-linecap="round"
    stroke-linejoin="round"
  />
</svg>`;
