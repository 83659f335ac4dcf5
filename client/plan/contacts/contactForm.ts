/** One row of the contact plan as its writers change it: native controls, each with its label. */
import { html, nothing, type TemplateResult } from 'lit';
import type { FieldDefinition, ListPart } from '../../../shared/careplan/parts.ts';
import { placeName, visitors } from '../context.ts';
import { texts } from '../../i18n/texts.ts';
import { peerTags, ringClass } from '../peerTags.ts';
import { fieldFrame, rowField, setValue, textValue, valueOf, type OpenRow } from '../rows/rowField.ts';
import { inField } from '../whereabouts.ts';
import { fieldLabel } from '../words.ts';

const midnight = { from: '00:00', to: '24:00' } as const;

export function contactForm(open: OpenRow, list: ListPart): TemplateResult {
  return html`<div class="contact-form">${list.fields.map((field) => contactField(open, field))}</div>`;
}

function contactField(open: OpenRow, field: FieldDefinition): TemplateResult | typeof nothing {
  switch (field.kind) {
    case 'weekdays':
      return weekdaysField(open, field.id);
    case 'time':
      // The first of the two draws both, with the choice of a whole day.
      return field.id === 'from' ? hoursFields(open) : nothing;
    default:
      return rowField(open, field);
  }
}

function storedDays({ row }: OpenRow, fieldId: string): readonly number[] {
  const stored = row.get(fieldId);
  return Array.isArray(stored) ? stored : [];
}

function weekdaysField(open: OpenRow, fieldId: string): TemplateResult {
  const { short, long } = texts().plan.weekdays;
  const sectionId = open.context.session.section.id;
  const place = `${open.rowId}.${fieldId}`;
  const there = inField(visitors(open.context), sectionId, place);
  const days = storedDays(open, fieldId);
  return html`<fieldset
    class=${`row-field weekdays ${ringClass(there)}`}
    data-field=${fieldId}
    data-place=${placeName(sectionId, place)}
  >
    <legend class="ds-label">${fieldLabel(sectionId, fieldId)}</legend>
    ${peerTags(there)}
    <div class="weekday-toggles">
      ${short.map(
        (name, index) =>
          html`<label class="weekday">
            <input
              type="checkbox"
              aria-label=${long[index]}
              .checked=${days.includes(index + 1)}
              @change=${() => toggleDay(open, fieldId, index + 1)}
            />
            <span aria-hidden="true">${name}</span>
          </label>`,
      )}
    </div>
  </fieldset>`;
}

function toggleDay(open: OpenRow, fieldId: string, day: number): void {
  const days = storedDays(open, fieldId);
  const next = days.includes(day) ? days.filter((other) => other !== day) : [...days, day];
  setValue(
    open,
    fieldId,
    next.sort((a, b) => a - b),
  );
}

function hoursFields(open: OpenRow): TemplateResult {
  // Only what the box itself stores: a clock that is being set may pass through midnight, and must not vanish then.
  const allDay = textValue(open.row, 'from') === midnight.from && textValue(open.row, 'to') === midnight.to;
  return html`<div class="contact-time">
    <label class="check" data-place=${placeName(open.context.session.section.id, `${open.rowId}.from`)}>
      <input class="ds-input" type="checkbox" .checked=${allDay} @change=${() => setAllDay(open, !allDay)} />
      ${texts().plan.contacts.allDay}
    </label>
    ${allDay ? nothing : html`${timeField(open, 'from')}${timeField(open, 'to')}`}
  </div>`;
}

function setAllDay(open: OpenRow, allDay: boolean): void {
  open.context.session.undo.stopCapturing();
  setValue(open, 'from', allDay ? midnight.from : '');
  setValue(open, 'to', allDay ? midnight.to : '');
}

function timeField(open: OpenRow, fieldId: string): TemplateResult {
  // The browser's clock ends at 23:59; the end of the day is its midnight.
  const shown = textValue(open.row, fieldId).replace('24:00', '00:00');
  return fieldFrame(
    open,
    fieldId,
    (id) =>
      html`<input
        class="ds-input"
        type="time"
        id=${id}
        .value=${shown}
        @change=${(event: Event) => setValue(open, fieldId, valueOf(event))}
      />`,
  );
}
