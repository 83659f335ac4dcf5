/** An aid in one line: what, how far it has come, from whom. */
import { html, nothing, type TemplateResult } from 'lit';
import { said, stored, type ListedRow } from './listedRow.ts';

const tones: Readonly<Record<string, string>> = { wanted: 'off', ordered: 'busy', 'in-place': 'ok' };

export function aidCard(row: ListedRow, name: TemplateResult): TemplateResult {
  const where = said(row, 'where');
  return html`<div class="aid">
    <span class="status-dot" data-status=${tones[stored(row, 'state')] ?? 'off'}>${said(row, 'state')}</span>
    <div class="grow">${name}${where === '' ? nothing : html`<p class="muted">${where}</p>`}</div>
  </div>`;
}
