/** One of the team: who, as what and from where, what they answer for, and how to get hold of them. */
import { html, type TemplateResult } from 'lit';
import { rowName, said, type ListedRow } from './listedRow.ts';
import { facts, personHead, phoneLink } from './parts.ts';

export function memberCard(row: ListedRow, name: TemplateResult): TemplateResult {
  const spoken = rowName(row);
  const about = new Set(['role', 'organisation'].map((field) => said(row, field)).filter((part) => part !== ''));
  return html`<div class="person-card-head">
      ${personHead(name, spoken, [...about].join(', '))} ${phoneLink(spoken, said(row, 'phone'))}
    </div>
    ${facts(row, 'responsibility', 'available', ...(said(row, 'to') === '' ? [] : ['from', 'to']))}`;
}
