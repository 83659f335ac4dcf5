/** One zone as it is read, also at night: the level by word, shape and colour; what to do and whom to ring stand largest. */
import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { texts } from '../../i18n/texts.ts';
import { phoneText } from '../phoneText.ts';
import { choiceText, fieldLabel } from '../words.ts';
import type { Zone, ZoneLevel } from './zonePlans.ts';

/** A shape for each level: round is calm, the triangle warns, the octagon stops. */
const shapes: Readonly<Record<ZoneLevel, SVGTemplateResult>> = {
  green: svg`<circle cx="12" cy="12" r="10" />`,
  yellow: svg`<path d="M12 2 23 21.5H1z" />`,
  red: svg`<path d="M7.5 1.5h9l6 6v9l-6 6h-9l-6-6v-9z" />`,
};

/** The head of a zone: its shape, its name, what it stands for. */
export function zoneHead(level: ZoneLevel): TemplateResult {
  return html`<div class="zone-head">
    <svg class="zone-shape" viewBox="0 0 24 24" aria-hidden="true" focusable="false" fill="currentColor">
      ${shapes[level]}
    </svg>
    <h4 class="zone-level">${choiceText('zones', 'level', level)}</h4>
    <span class="zone-meaning">${texts().forms.zones.meaning[level]}</span>
  </div>`;
}

export function zoneText(zone: Zone): TemplateResult {
  if (zone.signs + zone.ownSteps + zone.homeCare + zone.ring === '')
    return html`<p class="muted">${texts().plan.prose.empty}</p>`;
  return html`<dl class="zone-text">
    ${fact('signs', zone.signs)} ${fact('own-steps', zone.ownSteps)} ${fact('ring', zone.ring)}
    ${fact('home-care', zone.homeCare)}
  </dl>`;
}

function fact(field: string, text: string): TemplateResult | typeof nothing {
  if (text === '') return nothing;
  return html`<div data-field=${field}>
    <dt>${fieldLabel('zones', field)}</dt>
    <dd>${phoneText(text)}</dd>
  </div>`;
}
