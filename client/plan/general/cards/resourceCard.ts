/** A resource around the patient: who, what they can do, and whom to ring. */
import { html, type TemplateResult } from 'lit';
import { said, rowName, type ListedRow } from './listedRow.ts';
import { facts, phoneLink } from './parts.ts';

export function resourceCard(row: ListedRow, name: TemplateResult): TemplateResult {
  return html`<div class="person-card-head">
      <div class="grow">${name}</div>
      ${phoneLink(rowName(row), said(row, 'phone'))}
    </div>
    ${facts(row, 'what', 'contact')}`;
}
