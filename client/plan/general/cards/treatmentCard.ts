/** A treatment in one line: what, from when to when, how far it has come. */
import { html, nothing, type TemplateResult } from 'lit';
import { texts } from '../../../i18n/texts.ts';
import { said, stored, type ListedRow } from './listedRow.ts';

const tones: Readonly<Record<string, string>> = { planned: 'off', ongoing: 'ok', ended: 'off' };

export function treatmentCard(row: ListedRow, name: TemplateResult): TemplateResult {
  const state = stored(row, 'state');
  const span = spanText(row);
  return html`<div class="aid">
    ${
      state === ''
        ? nothing
        : html`<span class="status-dot" data-status=${tones[state] ?? 'off'}>${said(row, 'state')}</span>`
    }
    <div class="grow">${name}${span === '' ? nothing : html`<p class="muted">${span}</p>`}</div>
  </div>`;
}

/** «fra 3. mai 2021 til 12. mai 2021» */
function spanText(row: ListedRow): string {
  const words = texts().general.treatments;
  const [from, to] = [said(row, 'from'), said(row, 'to')];
  if (from !== '' && to !== '') return words.between(from, to);
  if (from !== '') return words.since(from);
  return to === '' ? '' : words.until(to);
}
