/** The pieces that the cards of the general sections share: a face of initials, a number to ring, a list of facts. */
import { html, nothing, type TemplateResult } from 'lit';
import { initials } from '../../../components/person.ts';
import { texts } from '../../../i18n/texts.ts';
import { dialled } from '../../phoneText.ts';
import { fact } from '../../rows/facts.ts';
import { said, type ListedRow } from './listedRow.ts';

/** The head of a person's card: initials that screen readers skip, the name, and who this is to the patient. */
export function personHead(name: TemplateResult, spoken: string, about: string): TemplateResult {
  return html`<div class="person">
    <span class="person-badge" aria-hidden="true">${initials(spoken)}</span>
    <div class="person-text">${name}${about === '' ? nothing : html`<span class="person-role">${about}</span>`}</div>
  </div>`;
}

/** A number that a finger can ring; nothing where there is none. */
export function phoneLink(name: string, number: string): TemplateResult | typeof nothing {
  if (number === '') return nothing;
  return html`<a
    class="card-phone numbers"
    href=${`tel:${dialled(number)}`}
    aria-label=${texts().plan.contacts.call(name, number)}
    >${number}</a
  >`;
}

/** Those of the named fields that say something; nothing where none does. */
export function facts(row: ListedRow, ...fieldIds: readonly string[]): TemplateResult | typeof nothing {
  const { open, list } = row;
  const section = open.context.session.section.id;
  const filled = fieldIds.filter((fieldId) => said(row, fieldId) !== '');
  if (filled.length === 0) return nothing;
  return html`<dl class="care-facts">
    ${filled.map((field) => {
      const wide = list.fields.some(({ id, kind }) => id === field && kind === 'text');
      return fact({ section, field, wide }, said(row, field));
    })}
  </dl>`;
}
