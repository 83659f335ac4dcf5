/** How the rows of each list of the general sections are read: as cards that say first what is asked for first. */
import { html, type TemplateResult } from 'lit';
import { fact } from '../../rows/facts.ts';
import { aidCard } from './aidCard.ts';
import { childCard } from './childCard.ts';
import { rowName, said, type ListedRow } from './listedRow.ts';
import { memberCard } from './memberCard.ts';
import { relativeCard } from './relativeCard.ts';
import { resourceCard } from './resourceCard.ts';
import { treatmentCard } from './treatmentCard.ts';

type Card = (row: ListedRow, name: TemplateResult) => TemplateResult;

const cards: Readonly<Record<string, Card>> = {
  'relatives/rows': relativeCard,
  'children/rows': childCard,
  'disease/treatments': treatmentCard,
  'daily-life/aids': aidCard,
  'team/rows': memberCard,
  'resources/rows': resourceCard,
};

/** A row as it is read. `level` is that of its heading in the outline of the page. */
export function cardOf(row: ListedRow, level: 3 | 4): TemplateResult {
  const name = rowHeading(rowName(row), level);
  return (cards[`${row.open.context.session.section.id}/${row.list.id}`] ?? plainCard)(row, name);
}

/** The name of a row as a heading. */
export function rowHeading(name: string, level: 3 | 4): TemplateResult {
  return level === 3 ? html`<h3 class="care-card-name">${name}</h3>` : html`<h4 class="care-card-name">${name}</h4>`;
}

function plainCard(row: ListedRow, name: TemplateResult): TemplateResult {
  const section = row.open.context.session.section.id;
  const others = row.list.fields.filter(({ id }) => id !== row.list.title);
  return html`<div class="care-card-head">${name}</div>
    <dl class="care-facts">
      ${others.map(({ id, kind }) => fact({ section, field: id, wide: kind === 'text' }, said(row, id)))}
    </dl>`;
}
