/**
 * `<samrad-contacts>`: the contact plan around the clock. Everybody reads the same cards; those who may write open one to
 * change it, so that a slip of the finger changes no number.
 *
 * Properties: `context` (SectionContext)
 */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { coverageOf } from '../../../shared/careplan/coverage.ts';
import { listPart } from '../../../shared/careplan/sections.ts';
import { rowsView } from '../../../shared/careplan/view.ts';
import { LightElement } from '../../app/lightElement.ts';
import { texts } from '../../i18n/texts.ts';
import { placeName, visitors, type SectionContext } from '../context.ts';
import { Follow } from '../follow.ts';
import { peerTags, ringClass } from '../peerTags.ts';
import { RowCards } from '../rows/rowCards.ts';
import type { OpenRow } from '../rows/rowField.ts';
import { inField } from '../whereabouts.ts';
import { contactForm } from './contactForm.ts';
import { contactName, contactOf, contactText, type Contact } from './contactRow.ts';
import { emergencyContacts, lackingKinds } from './lackingKinds.ts';
import { weekPicture } from './weekPicture.ts';
import './contacts.css';

const section = 'contacts';
const list = listPart(section);

export class ContactsSection extends LightElement {
  static override properties = { context: { attribute: false } };
  declare context: SectionContext;
  readonly #cards = new RowCards(this, () => this.context, list);

  constructor() {
    super();
    new Follow(this, () => [this.context.session.content, this.context.presence]);
  }

  protected override render(): TemplateResult {
    const words = texts().plan.contacts;
    const contacts = rowsView(this.context.session.doc, list).map(contactOf);
    return html`
      ${weekPicture(coverageOf(contacts))} ${lackingKinds(contacts)}
      ${contacts.length === 0 ? html`<p class="empty">${words.empty}</p>` : nothing}
      <ul class="plain-list contact-list" aria-label=${words.list}>
        ${repeat(
          contacts,
          ({ id }) => id,
          (contact) => this.#item(contact),
        )}
      </ul>
      ${this.#cards.foot(words.add)} ${emergencyContacts()}
    `;
  }

  #item(contact: Contact): TemplateResult {
    const place = `${contact.id}.`;
    const there = inField(visitors(this.context), section, place);
    const open = this.#cards.open?.rowId === contact.id ? this.#cards.open : null;
    return html`<li
      class=${`contact ${open ? '' : ringClass(there)}`}
      data-row=${contact.id}
      data-place=${placeName(section, place)}
    >
      ${open ? this.#form(open) : html`${contactText(contact)}${peerTags(there)}`}
      ${this.#cards.actions(contact.id, contactName(contact))}
    </li>`;
  }

  #form(open: OpenRow): TemplateResult {
    return html`${contactForm(open, list)}
      <p class="muted contact-note">${texts().plan.contacts.notCounted}</p>`;
  }
}

customElements.define('samrad-contacts', ContactsSection);
