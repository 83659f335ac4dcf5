/** One of those closest: who, how related, with what authority, the number to ring, and what they may be told. */
import { html, nothing, type TemplateResult } from 'lit';
import { rowName, said, type ListedRow } from './listedRow.ts';
import { facts, personHead, phoneLink } from './parts.ts';

export function relativeCard(row: ListedRow, name: TemplateResult): TemplateResult {
  const spoken = rowName(row);
  const authority = said(row, 'authority');
  return html`<div class="person-card-head">
      ${personHead(name, spoken, said(row, 'relation'))}
      ${authority === '' ? nothing : html`<span class="ds-tag" data-color="accent">${authority}</span>`}
      ${phoneLink(spoken, said(row, 'phone'))}
    </div>
    ${facts(row, 'may-know')}`;
}
