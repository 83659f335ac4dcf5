/** The names of those who are in a field, in their colours; and the class that draws a ring around it. */
import { html, nothing, type TemplateResult } from 'lit';
import { texts } from '../i18n/texts.ts';
import type { Visitor } from './whereabouts.ts';
import { listOf } from './words.ts';

export function peerTags(there: readonly Visitor[]): TemplateResult | typeof nothing {
  if (there.length === 0) return nothing;
  return html`<span class="peer-tags">
    <span class="ds-sr-only">${texts().plan.areHere(listOf(there.map(({ person }) => person.name)))}</span>
    ${there.map(
      ({ person }) => html`<span class=${`peer-tag presence-${person.color}`} aria-hidden="true">${person.name}</span>`,
    )}
  </span>`;
}

/** The class of a ring in the colour of the first who is there, or ''. */
export function ringClass([first]: readonly Visitor[]): string {
  return first ? `peer-ring presence-${first.person.color}` : '';
}
