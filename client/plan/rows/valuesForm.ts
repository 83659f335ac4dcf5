/** The fields of a row or a record as their writers change them: native controls, each with its label. */
import { html, type TemplateResult } from 'lit';
import type { FieldDefinition } from '../../../shared/careplan/parts.ts';
import { memberSelect } from './memberSelect.ts';
import { rowField, type OpenRow } from './rowField.ts';

export function valuesForm(open: OpenRow, fields: readonly FieldDefinition[]): TemplateResult {
  return html`<div class="values-form">
    ${fields
      .filter(({ kind }) => kind !== 'reference')
      .map((field) => html`<div class="values-cell" data-kind=${field.kind}>${formField(open, field)}</div>`)}
  </div>`;
}

function formField(open: OpenRow, field: FieldDefinition): TemplateResult {
  return field.kind === 'member' ? memberSelect(open, field.id) : rowField(open, field);
}
