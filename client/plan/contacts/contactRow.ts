/** One row of the contact plan as plain data, and as people read it. */
import { html, nothing, type TemplateResult } from 'lit';
import { contactHours, type ContactHours } from '../../../shared/careplan/coverage.ts';
import { textOf, type RowView } from '../../../shared/careplan/view.ts';
import { texts } from '../../i18n/texts.ts';
import { dialled } from '../phoneText.ts';
import { choiceText, daysOf } from '../words.ts';

export interface Contact extends ContactHours {
  readonly id: string;
  readonly who: string;
  /** What kind of contact, `''` where nobody has said. */
  readonly kind: string;
  readonly about: string;
}

/** The contact of a row. What does not fit is empty, as in the view. */
export function contactOf({ id, values }: RowView): Contact {
  return {
    id,
    who: textOf(values, 'who'),
    kind: textOf(values, 'kind'),
    about: textOf(values, 'about'),
    ...contactHours(values),
  };
}

/** What a contact is called on buttons and in messages. */
export function contactName({ who }: Contact): string {
  return who.trim() || texts().plan.contacts.unnamed;
}

/** Whether the hours are the whole day: from midnight to midnight. */
export function isAllDay({ from, to }: Pick<Contact, 'from' | 'to'>): boolean {
  return from === '00:00' && (to === '24:00' || to === '00:00');
}

/** Whom, what number, about what, when. */
export function contactText(contact: Contact): TemplateResult {
  const words = texts().plan.contacts;
  const { kind, phone, about } = contact;
  return html`
    <div class="contact-text">
      <h3 class="contact-who">${contactName(contact)}</h3>
      ${
        kind === ''
          ? nothing
          : html`<span class="ds-tag contact-kind" data-color="accent">${choiceText('contacts', 'kind', kind)}</span>`
      }
      <p class="contact-hours">${hoursText(contact)}</p>
      ${about.trim() === '' ? nothing : html`<p class="contact-about">${about}</p>`}
      ${
        phone.trim() === ''
          ? html`<p class="contact-missing">${words.noPhone}</p>`
          : html`<a
              class="contact-phone numbers"
              href=${`tel:${dialled(phone)}`}
              aria-label=${words.call(contactName(contact), phone)}
              >${phone}</a
            >`
      }
    </div>
  `;
}

/** «Mandag–fredag kl. 08:00–15:30, også helligdager» */
export function hoursText(contact: Contact): TemplateResult {
  const words = texts().plan.contacts;
  const { weekdays, from, to, holidays } = contact;
  if (weekdays.length === 0 || from === '' || to === '')
    return html`<span class="contact-missing">${words.noHours}</span>`;
  const allDay = isAllDay(contact);
  const hours = allDay ? words.allDay.toLowerCase() : words.hours(from, endText(contact));
  return html`<span class="contact-days">${daysOf(weekdays)}</span>${allDay ? ',' : ''}
    <span class="contact-clock">${hours}</span>${holidays ? `, ${words.withHolidays}` : nothing}`;
}

/** «07:30 neste dag» where the hours go past midnight. */
function endText({ from, to }: Contact): string {
  return to <= from && to !== '00:00' ? `${to} ${texts().plan.contacts.nextDay}` : to;
}
