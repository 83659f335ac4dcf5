/** Opens all sections at once, or folds them to their headings. */
import { html, nothing, type TemplateResult } from 'lit';
import type { SectionId } from '../../shared/careplan/sections.ts';
import { texts } from '../i18n/texts.ts';
import type { Folds } from './folds.ts';

/** `ids`: the sections that can be folded. */
export function foldAll(folds: Folds, ids: readonly SectionId[]): TemplateResult | typeof nothing {
  if (ids.length < 2) return nothing;
  const words = texts().general.folds;
  const allOpen = ids.every((id) => folds.isOpen(id));
  return html`<button
    type="button"
    class="ds-button plan-fold-all no-print"
    data-variant="tertiary"
    data-size="sm"
    @click=${() => folds.set(ids, !allOpen)}
  >
    ${allOpen ? words.foldAll : words.openAll}
  </button>`;
}
