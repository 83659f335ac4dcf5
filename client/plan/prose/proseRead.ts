/** One prose field for those who only read it. */
import { html, type TemplateResult } from 'lit';
import { proseOf } from '../../../shared/careplan/document.ts';
import { texts } from '../../i18n/texts.ts';
import { placeName, visitors, type SectionContext } from '../context.ts';
import { peerTags } from '../peerTags.ts';
import { inField } from '../whereabouts.ts';
import { fieldLabel } from '../words.ts';
import { isEmptyProse, proseText } from './proseText.ts';
import './prose.css';

export function proseRead(context: SectionContext, field: string): TemplateResult {
  const { section, doc } = context.session;
  const fragment = proseOf(doc, field);
  const there = inField(visitors(context), section.id, field);
  return html`<div class="prose-read" data-place=${placeName(section.id, field)}>
    <div class="prose-head">
      <h3 class="prose-label" tabindex="-1">${fieldLabel(section.id, field)}</h3>
      ${peerTags(there)}
    </div>
    ${
      isEmptyProse(fragment)
        ? html`<p class="muted">${texts().plan.prose.empty}</p>`
        : html`<div class="prose-text">${proseText(fragment)}</div>`
    }
  </div>`;
}
