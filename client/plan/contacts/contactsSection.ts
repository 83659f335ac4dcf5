/**
 * `<samrad-contacts>`: the contact plan around the clock. Everybody reads the same cards; those who may write open one to
 * change it, so that a slip of the finger changes no number.
 *
 * Properties: `context` (SectionContext)
 */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { coverageOf } from '../../../shared/careplan/coverage.ts';
import { addRow, rowsOf } from '../../../shared/careplan/document.ts';
import type { ListPart } from '../../../shared/careplan/parts.ts';
import { listPart } from '../../../shared/careplan/sections.ts';
import { rowsView } from '../../../shared/careplan/view.ts';
import { LightElement } from '../../app/lightElement.ts';
import { texts } from '../../i18n/texts.ts';
import { placeName, visitors, type SectionContext } from '../context.ts';
import { Follow } from '../follow.ts';
import { peerTags, ringClass } from '../peerTags.ts';
import { RemovedRows } from '../rows/removedRows.ts';
import { inField } from '../whereabouts.ts';
import { contactForm } from './contactForm.ts';
import { contactName, contactOf, contactText, type Contact } from './contactRow.ts';
import { weekPicture } from './weekPicture.ts';
import './contacts.css';

export class ContactsSection extends LightElement {
  static override properties = { context: { attribute: false }, open: { state: true } };
  declare context: SectionContext;
  /** The rows that stand open to be changed. */
  declare private open: ReadonlySet<string>;
  readonly #removed = new RemovedRows(this, () => this.context.session);

  constructor() {
    super();
    this.open = new Set();
    new Follow(this, () => [this.context.session.content, this.context.presence]);
  }

  protected override render(): TemplateResult {
    const { doc, access } = this.context.session;
    const list = listPart('contacts');
    const words = texts().plan.contacts;
    const contacts = rowsView(doc, list).map(contactOf);
    return html`
      ${weekPicture(coverageOf(contacts))}
      ${contacts.length === 0 ? html`<p class="empty">${words.empty}</p>` : nothing}
      <ul class="plain-list contact-list" aria-label=${words.list}>
        ${repeat(
          contacts,
          ({ id }) => id,
          (contact) => this.#item(list, contact),
        )}
      </ul>
      ${access === 'write' ? this.#foot(list) : nothing}
    `;
  }

  #item(list: ListPart, contact: Contact): TemplateResult {
    const place = `${contact.id}.`;
    const there = inField(visitors(this.context), this.context.session.section.id, place);
    const open = this.open.has(contact.id);
    return html`<li
      class=${`contact ${open ? '' : ringClass(there)}`}
      data-row=${contact.id}
      data-place=${placeName(this.context.session.section.id, place)}
    >
      ${open ? this.#form(list, contact) : html`${contactText(contact)}${peerTags(there)}`}
      ${this.context.session.access === 'write' ? this.#actions(contact, open) : nothing}
    </li>`;
  }

  #form(list: ListPart, { id }: Contact): TemplateResult | typeof nothing {
    const row = rowsOf(this.context.session.doc).get(id);
    if (!row) return nothing;
    return html`${contactForm({ context: this.context, rowId: id, row }, list)}
      <p class="muted contact-note">${texts().plan.contacts.notCounted}</p>`;
  }

  #actions(contact: Contact, open: boolean): TemplateResult {
    const words = texts().plan.contacts;
    const name = contactName(contact);
    return html`<div class="contact-actions no-print">
      <button
        type="button"
        class="ds-button"
        data-variant="secondary"
        data-size="sm"
        data-action="toggle"
        aria-expanded=${open ? 'true' : 'false'}
        aria-label=${open ? words.doneOf(name) : words.editOf(name)}
        @click=${() => void this.#toggle(contact.id)}
      >
        ${open ? words.done : words.edit}
      </button>
      <button
        type="button"
        class="ds-button"
        data-variant="tertiary"
        data-color="danger"
        data-size="sm"
        aria-label=${words.removeOf(name)}
        @click=${() => this.#remove(contact)}
      >
        ${texts().plan.rows.remove}
      </button>
    </div>`;
  }

  #foot(list: ListPart): TemplateResult {
    return html`${this.#removed.render()}
      <button type="button" class="ds-button no-print" data-variant="secondary" @click=${() => void this.#add(list)}>
        ${texts().plan.contacts.add}
      </button>`;
  }

  async #toggle(rowId: string): Promise<void> {
    const opens = !this.open.has(rowId);
    const rest = [...this.open].filter((id) => id !== rowId);
    this.open = new Set(opens ? [...rest, rowId] : rest);
    await this.updateComplete;
    const row = this.querySelector(`[data-row="${rowId}"]`);
    row?.querySelector<HTMLElement>(opens ? 'input' : '[data-action="toggle"]')?.focus();
  }

  async #add(list: ListPart): Promise<void> {
    await this.#toggle(addRow(this.context.session.doc, list));
  }

  #remove(contact: Contact): void {
    void this.#removed.remove(contact.id, texts().plan.contacts.removed(contactName(contact)));
  }
}

customElements.define('samrad-contacts', ContactsSection);
