/** Who last wrote in a text, and in each field of a record, and when: quiet lines below them. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Part } from '../../../shared/careplan/parts.ts';
import type { Stamp } from '../../../shared/protocol/routes/history.ts';
import { texts } from '../../i18n/texts.ts';
import type { SectionContext } from '../context.ts';
import { fieldLabel } from '../words.ts';
import { dayText, lastOf, nameOf } from './historyWords.ts';
import './history.css';

/** Nothing for lists, whose rows tell for themselves, and nothing where nobody has written. */
export function partHistory(context: SectionContext, part: Part): TemplateResult | typeof nothing {
  if (part.kind === 'list') return nothing;
  const all = context.history.section(context.session.section.id)?.stamps ?? [];
  const stamps = all.filter((stamp) => stamp.part === part.id).toSorted((one, other) => (one.at > other.at ? -1 : 1));
  const [last] = stamps;
  if (!last) return nothing;
  if (part.kind === 'prose') return html`<p class="part-history">${short(context, last)}</p>`;
  return html`<details class="row-history">
    <summary>
      <span>${short(context, last)}</span> <span class="ds-sr-only">– ${texts().history.showHistory}</span>
    </summary>
    <dl class="field-history">
      ${stamps.map(
        (stamp) =>
          html`<div>
            <dt>${fieldLabel(context.session.section.id, stamp.field)}</dt>
            <dd>${short(context, stamp)}</dd>
          </div>`,
      )}
    </dl>
  </details>`;
}

/** Who last changed a row and when, in one line; for rows whose history is told elsewhere. */
export function rowStamp(context: SectionContext, rowId: string): TemplateResult | typeof nothing {
  const last = lastOf(context.history, context.session.section.id, rowId);
  return last ? html`<p class="part-history">${short(context, last)}</p>` : nothing;
}

function short({ history }: SectionContext, { by, at }: Stamp): string {
  return texts().history.short(nameOf(history, by), dayText(at));
}
