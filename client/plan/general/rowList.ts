/**
 * `<samrad-row-list>`: a list of a section as cards that everybody reads; those who may write open one to change it. While
 * the focus is in it, the order stands still, whatever is written.
 *
 * Properties: `context` (SectionContext) · `list` (ListPart)
 */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { rowsOf } from '../../../shared/careplan/document.ts';
import type { ListPart } from '../../../shared/careplan/parts.ts';
import { rowsView, type RowView } from '../../../shared/careplan/view.ts';
import { LightElement } from '../../app/lightElement.ts';
import { texts } from '../../i18n/texts.ts';
import { placeName, visitors, type SectionContext } from '../context.ts';
import { Follow } from '../follow.ts';
import { peerTags, ringClass } from '../peerTags.ts';
import { RowCards } from '../rows/rowCards.ts';
import { valuesForm } from '../rows/valuesForm.ts';
import { localDate } from '../tasks/deadline.ts';
import { inField } from '../whereabouts.ts';
import { cardOf, rowHeading } from './cards/cards.ts';
import { rowName } from './cards/listedRow.ts';
import { asBefore, inOrder, isPast } from './order.ts';
import '../rows/rowCards.css';

export class RowList extends LightElement {
  static override properties = { context: { attribute: false }, list: { attribute: false } };
  declare context: SectionContext;
  declare list: ListPart;
  #cards: RowCards | null = null;
  /** The order shown last. */
  #shown: readonly string[] = [];

  constructor() {
    super();
    new Follow(this, () => [this.context.session.content, this.context.presence]);
    this.addEventListener('focusout', (event) => {
      if (!(event.relatedTarget instanceof Node && this.contains(event.relatedTarget))) this.requestUpdate();
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('list')) this.#cards = new RowCards(this, () => this.context, this.list);
  }

  protected override render(): TemplateResult {
    const { doc, section } = this.context.session;
    const words = texts().shared.sections[section.id].lists?.[this.list.id];
    const rows = this.#ordered(rowsView(doc, this.list));
    const today = localDate(new Date());
    const past = rows.filter((row) => isPast(this.#path, row, today) && this.#cards?.open?.rowId !== row.id);
    return html`
      ${this.#level === 4 ? html`<h3 class="part-heading">${words?.heading}</h3>` : nothing}
      ${rows.length === 0 ? html`<p class="empty">${words?.empty}</p>` : nothing}
      ${this.#items(
        rows.filter((row) => !past.includes(row)),
        words?.heading ?? '',
      )}
      ${past.length === 0 ? nothing : this.#past(past)} ${this.#cards?.foot(words?.add ?? '')}
    `;
  }

  /** `<section>/<list>` */
  get #path(): string {
    return `${this.context.session.section.id}/${this.list.id}`;
  }

  /** The level of a card's heading: below the list's own, where it has one. */
  get #level(): 3 | 4 {
    return this.context.session.section.parts.length > 1 ? 4 : 3;
  }

  #ordered(rows: readonly RowView[]): readonly RowView[] {
    const standsStill = this.contains(document.activeElement);
    const ordered = standsStill ? asBefore(rows, this.#shown) : inOrder(this.#path, rows);
    this.#shown = ordered.map(({ id }) => id);
    return ordered;
  }

  #items(rows: readonly RowView[], label: string): TemplateResult | typeof nothing {
    if (rows.length === 0) return nothing;
    return html`<ul class="plain-list care-cards" data-list=${this.#path} aria-label=${label}>
      ${repeat(
        rows,
        ({ id }) => id,
        ({ id }) => this.#item(id),
      )}
    </ul>`;
  }

  #past(rows: readonly RowView[]): TemplateResult {
    const words = texts().general.team;
    return html`<details class="folded-part">
      <summary>${words.former(rows.length)}</summary>
      ${this.#items(rows, words.formerList)}
    </details>`;
  }

  #item(rowId: string): TemplateResult | typeof nothing {
    const { section, doc } = this.context.session;
    const row = rowsOf(doc, this.list.id).get(rowId);
    if (!row) return nothing;
    const place = `${rowId}.`;
    const there = inField(visitors(this.context), section.id, place);
    const listed = { open: { context: this.context, rowId, row }, list: this.list };
    const open = this.#cards?.open?.rowId === rowId;
    return html`<li
      class=${`care-card ${open ? '' : ringClass(there)}`}
      data-row=${rowId}
      data-place=${placeName(section.id, place)}
    >
      ${
        open
          ? html`${rowHeading(rowName(listed), this.#level)} ${valuesForm(listed.open, this.list.fields)}`
          : html`${cardOf(listed, this.#level)} ${peerTags(there)}`
      }
      ${this.#cards?.actions(rowId, rowName(listed))}
    </li>`;
  }
}

customElements.define('samrad-row-list', RowList);
