/** One field of a row: its label, who is in it, and the native control for its kind. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import * as Y from 'yjs';
import type { FieldValue, Row } from '../../../shared/careplan/document.ts';
import type { FieldDefinition } from '../../../shared/careplan/parts.ts';
import { inputOrigin } from '../../api/plan/sectionUndo.ts';
import { placeName, visitors, type SectionContext } from '../context.ts';
import { peerTags, ringClass } from '../peerTags.ts';
import { inField } from '../whereabouts.ts';
import { choiceText, fieldLabel } from '../words.ts';
import './rows.css';
import './sharedText.ts';

/** A row of an open section. */
export interface OpenRow {
  readonly context: SectionContext;
  readonly rowId: string;
  readonly row: Row;
}

/** The row id of a section's single values, which are one record. */
const recordId = 'record';

/** Sets a single value of a row, as this tab's own undoable edit. */
export function setValue({ context, row }: OpenRow, field: string, value: FieldValue): void {
  context.session.doc.transact(() => row.set(field, value), inputOrigin);
}

/** A single value as text; '' where none or another kind is stored. */
export function textValue(row: Row, field: string): string {
  const value = row.get(field);
  if (value instanceof Y.Text) return value.toString();
  return typeof value === 'string' ? value : '';
}

/** A field with the native control of its kind. `weekdays` and `score` are drawn by their sections, `member` by `memberSelect`. */
export function rowField(open: OpenRow, field: FieldDefinition): TemplateResult {
  if (field.kind === 'flag') return flagField(open, field.id);
  return fieldFrame(open, field.id, (id) => control(open, field, id));
}

/** Label, peers and place around a control. The control takes the id it is given. */
export function fieldFrame(open: OpenRow, fieldId: string, draw: (id: string) => TemplateResult): TemplateResult {
  const sectionId = open.context.session.section.id;
  const place = `${open.rowId}.${fieldId}`;
  const there = inField(visitors(open.context), sectionId, place);
  const id = `${sectionId}-${open.rowId}-${fieldId}`;
  return html`<div
    class=${`ds-field row-field ${ringClass(there)}`}
    data-field=${fieldId}
    data-place=${placeName(sectionId, place)}
  >
    <div class="row-field-head">
      <label class="ds-label" for=${id}>${fieldLabel(sectionId, fieldId)}</label>${peerTags(there)}
    </div>
    ${draw(id)}
  </div>`;
}

function control(open: OpenRow, field: FieldDefinition, id: string): TemplateResult {
  const { row } = open;
  switch (field.kind) {
    case 'text': {
      const text = row.get(field.id);
      return html`${text instanceof Y.Text ? html`<samrad-shared-text .text=${text} .inputId=${id}></samrad-shared-text>` : nothing}`;
    }
    case 'date':
      return html`<input
        class="ds-input"
        type="date"
        id=${id}
        .value=${textValue(row, field.id)}
        @change=${(event: Event) => setDate(open, field.id, valueOf(event))}
      />`;
    case 'time':
      return html`<input
        class="ds-input"
        type="time"
        id=${id}
        .value=${textValue(row, field.id)}
        @change=${(event: Event) => setValue(open, field.id, valueOf(event))}
      />`;
    case 'choice':
      return choiceControl(open, field, id);
    case 'line':
      if (open.rowId === recordId) return longLine(open, field.id, id);
      return lineControl(open, field.id, { id, type: 'text' });
    default:
      return lineControl(open, field.id, { id, type: field.kind === 'phone' ? 'tel' : 'text' });
  }
}

function lineControl(open: OpenRow, fieldId: string, { id, type }: { id: string; type: string }): TemplateResult {
  return html`<input
    class="ds-input"
    type=${type}
    id=${id}
    .value=${textValue(open.row, fieldId)}
    autocomplete="off"
    @input=${(event: Event) => setValue(open, fieldId, valueOf(event))}
  />`;
}

/** A line of a record may be long: it wraps instead of hiding its end, and Enter breaks nothing. */
function longLine(open: OpenRow, fieldId: string, id: string): TemplateResult {
  return html`<textarea
    class="ds-input long-line"
    rows="1"
    id=${id}
    .value=${live(textValue(open.row, fieldId))}
    autocomplete="off"
    @keydown=${(event: KeyboardEvent) => event.key === 'Enter' && event.preventDefault()}
    @input=${(event: Event) => setValue(open, fieldId, valueOf(event).replaceAll(/\s*\n\s*/g, ' '))}
  ></textarea>`;
}

function choiceControl(open: OpenRow, { id: fieldId, choices = [] }: FieldDefinition, id: string): TemplateResult {
  const sectionId = open.context.session.section.id;
  const chosen = textValue(open.row, fieldId);
  return html`<select
    class="ds-input"
    id=${id}
    .value=${live(chosen)}
    @change=${(event: Event) => setValue(open, fieldId, valueOf(event))}
  >
    ${choices.map(
      (value) =>
        html`<option value=${value} ?selected=${value === chosen}>${choiceText(sectionId, fieldId, value)}</option>`,
    )}
  </select>`;
}

/** A box to tick. */
export function flagField(open: OpenRow, fieldId: string): TemplateResult {
  const sectionId = open.context.session.section.id;
  const place = `${open.rowId}.${fieldId}`;
  const there = inField(visitors(open.context), sectionId, place);
  const on = open.row.get(fieldId) === true;
  return html`<div
    class=${`row-field ${ringClass(there)}`}
    data-field=${fieldId}
    data-place=${placeName(sectionId, place)}
  >
    <label class="check">
      <input class="ds-input" type="checkbox" .checked=${live(on)} @change=${() => setValue(open, fieldId, !on)} />
      ${fieldLabel(sectionId, fieldId)}
    </label>
    ${peerTags(there)}
  </div>`;
}

/** Browsers tell of every digit: "0002-12-05" is a year on its way. */
function setDate(open: OpenRow, fieldId: string, date: string): void {
  if (date === '' || date >= '1900') setValue(open, fieldId, date);
}

/** What stands in the control that an event came from. */
export function valueOf({ target }: Event): string {
  const isControl =
    target instanceof HTMLInputElement || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement;
  return isControl ? target.value : '';
}
