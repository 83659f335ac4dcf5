/** The roles that the team should have and lacks, in plain sight above those it has. */
import { html, nothing, type TemplateResult } from 'lit';
import { recordOf } from '../../../shared/careplan/document.ts';
import type { ListPart } from '../../../shared/careplan/parts.ts';
import { teamGaps } from '../../../shared/careplan/teamGaps.ts';
import { rowsView } from '../../../shared/careplan/view.ts';
import { texts } from '../../i18n/texts.ts';
import type { SectionContext } from '../context.ts';
import { localDate } from '../tasks/deadline.ts';

export function gapsOfTeam(context: SectionContext, list: ListPart): TemplateResult | typeof nothing {
  const phase = context.sectionOf('phase');
  const stored = phase ? recordOf(phase.doc).get('phase') : '';
  const gaps = teamGaps({
    rows: rowsView(context.session.doc, list),
    phase: typeof stored === 'string' ? stored : '',
    today: localDate(new Date()),
  });
  if (gaps.length === 0) return nothing;
  const words = texts().general.team;
  return html`<div class="team-gaps">
    <h3 class="part-heading">${words.gaps}</h3>
    <ul class="plain-list team-gap-list">
      ${gaps.map((role) => html`<li class="team-gap">${words.gap[role]}</li>`)}
    </ul>
  </div>`;
}
