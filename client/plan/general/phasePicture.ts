/** Where in the course the patient is: the phases as they are called, the present one marked in words too. No arrow leads from one to the next. */
import { html, nothing, type TemplateResult } from 'lit';
import { recordPart, sections } from '../../../shared/careplan/sections.ts';
import { texts } from '../../i18n/texts.ts';
import { choiceText } from '../words.ts';

const phases = recordPart(sections.phase)
  ?.fields.find(({ id }) => id === 'phase')
  ?.choices?.filter((phase) => phase !== '');

/** `present` is what stands in the section; nothing is drawn where that is no phase. */
export function phasePicture(present: unknown): TemplateResult | typeof nothing {
  if (!phases?.some((phase) => phase === present)) return nothing;
  const words = texts().general.phase;
  return html`<figure class="phases">
    <ol class="plain-list phase-list" aria-label=${words.label}>
      ${phases.map((phase) => {
        const here = phase === present;
        return html`<li class="phase" aria-current=${here ? 'step' : nothing}>
          <span>${choiceText('phase', 'phase', phase)}</span>
          ${here ? html`<span class="phase-here">${words.here}</span>` : nothing}
        </li>`;
      })}
    </ol>
    <figcaption class="muted">${words.noOrder}</figcaption>
  </figure>`;
}
