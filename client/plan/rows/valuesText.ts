/** The fields of a row or a record as people read them: what is filled in, each with its label. */
import { html, type TemplateResult } from 'lit';
import type { FieldDefinition } from '../../../shared/careplan/parts.ts';
import { texts } from '../../i18n/texts.ts';
import { placeName } from '../context.ts';
import type { OpenRow } from './rowField.ts';
import { valueText } from './valueText.ts';

export function valuesText(open: OpenRow, fields: readonly FieldDefinition[]): TemplateResult {
  const filled = fields.flatMap((field) => {
    const text = valueText(open, field);
    return text === '' ? [] : [{ field, text }];
  });
  if (filled.length === 0) return html`<p class="muted">${texts().plan.prose.empty}</p>`;
  return html`<dl class="care-facts">${filled.map(({ field, text }) => pair(open, field, text))}</dl>`;
}

function pair({ context, rowId }: OpenRow, { id }: FieldDefinition, text: string): TemplateResult {
  const { section } = context.session;
  return html`<div data-field=${id} data-place=${placeName(section.id, `${rowId}.${id}`)}>
    <dt>${texts().shared.sections[section.id].fields[id]}</dt>
    <dd>${text}</dd>
  </div>`;
}
