/** What a contact plan still lacks, in words; and the numbers that always stand there. */
import { html, nothing, type TemplateResult } from 'lit';
import { texts } from '../../i18n/texts.ts';
import type { Contact } from './contactRow.ts';
import { missingKinds } from './missingKinds.ts';

export function lackingKinds(contacts: readonly Contact[]): TemplateResult | typeof nothing {
  const words = texts().forms.contacts;
  const missing = missingKinds(contacts);
  if (missing.length === 0) return nothing;
  return html`<div class="contact-lacks">
    <p>${words.missing}</p>
    <ul>
      ${missing.map((kind) => html`<li>${words.lacks[kind]}</li>`)}
    </ul>
  </div>`;
}

/** Emergency numbers are no rows: nobody writes them, and nobody can take them away. */
export function emergencyContacts(): TemplateResult {
  const words = texts().forms.contacts;
  const item = (number: string, name: string, about: string): TemplateResult =>
    html`<li class="contact contact-always">
      <div class="contact-text">
        <h3 class="contact-who">${name}</h3>
        <p class="contact-hours">${words.always}</p>
        <p class="contact-about">${about}</p>
        <a class="contact-phone numbers" href=${`tel:${number}`} aria-label=${texts().plan.contacts.call(name, number)}
          >${number}</a
        >
      </div>
    </li>`;
  return html`<ul class="plain-list contact-list contact-emergency" aria-label=${words.emergencyList}>
    ${item('113', words.emergencyName, words.emergencyAbout)} ${item('116117', words.urgentName, words.urgentAbout)}
  </ul>`;
}
