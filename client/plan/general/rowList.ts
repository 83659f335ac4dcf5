/**
 * `<samrad-row-list>`: a list of a section as cards that everybody reads; those who may write open one to change it.
 *
 * Properties: `context` (SectionContext) · `list` (ListPart)
 */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { addRow, orderedRows } from '../../../shared/careplan/document.ts';
import { listParts } from '../../../shared/careplan/sections.ts';
import type { FieldDefinition, ListPart } from '../../../shared/careplan/parts.ts';
import { LightElement } from '../../app/lightElement.ts';
import { texts } from '../../i18n/texts.ts';
import { placeName, visitors, type SectionContext } from '../context.ts';
import { Follow } from '../follow.ts';
import { peerTags, ringClass } from '../peerTags.ts';
import { RemovedRows } from '../rows/removedRows.ts';
import type { OpenRow } from '../rows/rowField.ts';
import { valuesForm } from '../rows/valuesForm.ts';
import { valuesText } from '../rows/valuesText.ts';
import { valueText } from '../rows/valueText.ts';
import { inField } from '../whereabouts.ts';

export class RowList extends LightElement {
  static override properties = {
    context: { attribute: false },
    list: { attribute: false },
    open: { state: true },
  };
  declare context: SectionContext;
  declare list: ListPart;
  /** The row that stands open to be changed. */
  declare private open: string | null;
  readonly #removed = new RemovedRows(
    this,
    () => this.context.session,
    () => this.list.id,
  );

  constructor() {
    super();
    this.open = null;
    new Follow(this, () => [this.context.session.content, this.context.presence]);
  }

  protected override render(): TemplateResult {
    const { doc, section, access } = this.context.session;
    const words = texts().shared.sections[section.id].lists?.[this.list.id];
    const rows = orderedRows(doc, this.list.id).map(({ id, row }) => ({ context: this.context, rowId: id, row }));
    const several = section.parts.length > 1 || listParts(section).length > 1;
    return html`
      ${several ? html`<h3 class="prose-label">${words?.heading}</h3>` : nothing}
      ${rows.length === 0 ? html`<p class="empty">${words?.empty}</p>` : nothing}
      <ul class="plain-list row-list" aria-label=${words?.heading ?? ''}>
        ${repeat(
          rows,
          ({ rowId }) => rowId,
          (open) => this.#item(open),
        )}
      </ul>
      ${access === 'write' ? this.#foot(words?.add ?? '') : nothing}
    `;
  }

  #item(row: OpenRow): TemplateResult {
    const sectionId = this.context.session.section.id;
    const place = `${row.rowId}.`;
    const there = inField(visitors(this.context), sectionId, place);
    const open = this.open === row.rowId;
    return html`<li
      class=${`row-card ${open ? '' : ringClass(there)}`}
      data-row=${row.rowId}
      data-place=${placeName(sectionId, place)}
    >
      <h4 class="row-title">${this.#name(row)}</h4>
      ${open ? valuesForm(row, this.list.fields) : html`${valuesText(row, this.#others())}${peerTags(there)}`}
      ${this.context.session.access === 'write' ? this.#actions(row, open) : nothing}
    </li>`;
  }

  /** The fields beside the one that names the row. */
  #others(): readonly FieldDefinition[] {
    return this.list.fields.filter(({ id }) => id !== this.list.title);
  }

  #name(row: OpenRow): string {
    const title = this.list.fields.find(({ id }) => id === this.list.title);
    const unnamed = texts().shared.sections[this.context.session.section.id].lists?.[this.list.id]?.unnamed;
    return (title && valueText(row, title).trim()) || (unnamed ?? '');
  }

  #actions(row: OpenRow, open: boolean): TemplateResult {
    const words = texts().plan.rows;
    const name = this.#name(row);
    return html`<div class="row-actions no-print">
      <button
        type="button"
        class="ds-button"
        data-variant="secondary"
        data-size="sm"
        data-action="toggle"
        aria-expanded=${open ? 'true' : 'false'}
        aria-label=${open ? words.doneOf(name) : words.editOf(name)}
        @click=${() => void this.#toggle(row.rowId)}
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
        @click=${() => void this.#removed.remove(row.rowId, words.removed(name))}
      >
        ${words.remove}
      </button>
    </div>`;
  }

  #foot(add: string): TemplateResult {
    return html`${this.#removed.render()}
      <button
        type="button"
        class="ds-button no-print"
        data-variant="secondary"
        @click=${() => void this.#toggle(addRow(this.context.session.doc, this.list))}
      >
        ${add}
      </button>`;
  }

  async #toggle(rowId: string): Promise<void> {
    const opens = this.open !== rowId;
    this.open = opens ? rowId : null;
    await this.updateComplete;
    const row = this.querySelector(`[data-row="${rowId}"]`);
    row?.querySelector<HTMLElement>(opens ? 'input, select, textarea' : '[data-action="toggle"]')?.focus();
  }
}

customElements.define('samrad-row-list', RowList);
