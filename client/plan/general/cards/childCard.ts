/** A child: how old, what it knows and who told it, and above all when somebody talks with it again. */
import { html, nothing, type TemplateResult } from 'lit';
import { texts } from '../../../i18n/texts.ts';
import { mark } from '../../rows/facts.ts';
import { localDate } from '../../tasks/deadline.ts';
import { rowName, said, stored, type ListedRow } from './listedRow.ts';
import { facts, personHead } from './parts.ts';

export function childCard(row: ListedRow, name: TemplateResult): TemplateResult {
  const words = texts().general.children;
  const age = said(row, 'age');
  const told = toldText(row);
  return html`<div class="person-card-head">
      ${personHead(name, rowName(row), /^\d+$/.test(age) ? words.years(age) : age)} ${nextTalk(row)}
    </div>
    ${facts(row, 'knows')} ${told === '' ? nothing : html`<p>${told}</p>`} ${facts(row, 'school', 'hospital-contact')}`;
}

/** «Fortalt av Marte 3. mai 2026.» */
function toldText(row: ListedRow): string {
  const words = texts().general.children;
  const [by, on] = [said(row, 'told-by'), said(row, 'told-on')];
  if (by !== '' && on !== '') return words.toldByOn(by, on);
  if (by !== '') return words.toldBy(by);
  return on === '' ? '' : words.toldOn(on);
}

function nextTalk(row: ListedRow): TemplateResult {
  const words = texts().general.children;
  const date = stored(row, 'next-talk');
  if (date === '') return html`<span class="muted">${words.noTalk}</span>`;
  const on = said(row, 'next-talk');
  return date < localDate(new Date())
    ? mark(words.pastTalk(on), 'warning')
    : html`<span class="status-dot" data-status="busy">${words.nextTalk(on)}</span>`;
}
