/** The way from one section to another that is easily taken for it, for those who may read the other. */
import { html, nothing, type TemplateResult } from 'lit';
import type { SectionId } from '../../../shared/careplan/sections.ts';
import { texts } from '../../i18n/texts.ts';
import { GoEvent } from '../asks.ts';
import type { SectionContext } from '../context.ts';
import { headingId } from '../overview.ts';

/** `words` say what the difference is; the link says where the other stands. */
export function otherSection(
  { plan }: SectionContext,
  { to, words }: { to: SectionId; words: string },
): TemplateResult | typeof nothing {
  const readable = plan.sections.some(({ id, access }) => id === to && access !== 'none');
  return html`<p class="other-section">
    ${words}
    ${
      readable
        ? html`<a class="ds-link no-print" href=${`#${headingId(to)}`} @click=${(event: Event) => go(event, to)}
            >${texts().shared.sections[to].heading}</a
          >`
        : nothing
    }
  </p>`;
}

/** The plan opens the other section where it is folded, and goes there. */
function go(event: Event, to: SectionId): void {
  event.preventDefault();
  event.target?.dispatchEvent(new GoEvent({ sectionId: to, rowId: null }));
}
