/**
 * `<samrad-standby>`: the medicines that lie ready in the home: what, the doctor's own words, where, how long they keep,
 * and who may give them.
 *
 * Properties: `context` (SectionContext)
 */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { listPart } from '../../../shared/careplan/sections.ts';
import { rowsView, textOf, type RowView } from '../../../shared/careplan/view.ts';
import { osloDate } from '../../../shared/domain/calendar/oslo.ts';
import { dateWithYear } from '../../app/dates.ts';
import { LightElement } from '../../app/lightElement.ts';
import { texts } from '../../i18n/texts.ts';
import { placeName, visitors, type SectionContext } from '../context.ts';
import { Follow } from '../follow.ts';
import { peerTags, ringClass } from '../peerTags.ts';
import { fact, mark } from '../rows/facts.ts';
import { RowCards } from '../rows/rowCards.ts';
import { valuesForm } from '../rows/valuesForm.ts';
import { inField } from '../whereabouts.ts';
import { expiryOf, type Expiry } from './expiry.ts';
import '../rows/rowCards.css';
import './standby.css';

const section = 'standby-medicines';
const list = listPart(section);
/** Setting: how long before its date a medicine is marked, days. The house's own; no outside source gives one. */
const soonDays = 30;

export class StandbySection extends LightElement {
  static override properties = { context: { attribute: false } };
  declare context: SectionContext;
  readonly #cards = new RowCards(this, () => this.context, list);

  constructor() {
    super();
    new Follow(this, () => [this.context.session.content, this.context.presence]);
  }

  protected override render(): TemplateResult {
    const words = texts().shared.sections[section].lists?.['rows'];
    const rows = rowsView(this.context.session.doc, list);
    return html`
      ${rows.length === 0 ? html`<p class="empty">${words?.empty}</p>` : nothing}
      <ul class="plain-list care-cards" aria-label=${words?.heading ?? ''}>
        ${repeat(
          rows,
          ({ id }) => id,
          (row) => this.#card(row),
        )}
      </ul>
      ${this.#cards.foot(words?.add ?? '')}
    `;
  }

  #card(row: RowView): TemplateResult {
    const place = `${row.id}.`;
    const there = inField(visitors(this.context), section, place);
    const open = this.#cards.open?.rowId === row.id ? this.#cards.open : null;
    const name = textOf(row.values, 'what').trim() || (texts().shared.sections[section].lists?.['rows']?.unnamed ?? '');
    return html`<li
      class=${`care-card ${open ? '' : ringClass(there)}`}
      data-row=${row.id}
      data-place=${placeName(section, place)}
    >
      <div class="care-card-head">
        <h3 class="care-card-name">${name}</h3>
        ${expiryMark(expiryOf(textOf(row.values, 'expires'), osloDate(new Date()), soonDays))}
      </div>
      ${open ? valuesForm(open, list.fields) : html`${standbyText(row)}${peerTags(there)}`}
      ${this.#cards.actions(row.id, name)}
    </li>`;
  }
}

function standbyText({ values }: RowView): TemplateResult {
  const said = (field: string): string => textOf(values, field).trim();
  return html`<dl class="care-facts">
    ${fact({ section, field: 'dose', wide: true }, said('dose'))} ${fact({ section, field: 'where' }, said('where'))}
    ${fact({ section, field: 'may-give' }, said('may-give'))}
    ${fact({ section, field: 'ordered-by' }, orderedText(values))}
    ${fact({ section, field: 'expires' }, dateWithYear(said('expires')))}
  </dl>`;
}

/** «Erik Dahl, 3. november 2026»: who and when stand together. */
function orderedText(values: RowView['values']): string {
  return [textOf(values, 'ordered-by').trim(), dateWithYear(textOf(values, 'ordered-on'))]
    .filter((part) => part !== '')
    .join(', ');
}

function expiryMark(expiry: Expiry): TemplateResult | typeof nothing {
  const words = texts().forms.standby;
  switch (expiry.kind) {
    case 'expired':
      return mark(words.expired(expiry.days), 'danger');
    case 'soon':
      return mark(words.soon(expiry.days), 'warning');
    default:
      return nothing;
  }
}

customElements.define('samrad-standby', StandbySection);
