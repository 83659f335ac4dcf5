/**
 * `<samrad-decisions>`: what doctors have decided about treatment, each with who, when and why. A patient's wish is another
 * thing and stands in a section of its own; the way there is here.
 *
 * Properties: `context` (SectionContext)
 */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { FieldDefinition } from '../../../shared/careplan/parts.ts';
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
import { rowField, type OpenRow } from '../rows/rowField.ts';
import { inField } from '../whereabouts.ts';
import { choiceText } from '../words.ts';
import { deciderName, doctorField } from './doctorField.ts';
import { isOldDecision } from './oldDecision.ts';
import { otherSection } from './otherSection.ts';
import '../rows/rowCards.css';
import './decisions.css';

const section = 'decisions';
const list = listPart(section);

export class DecisionsSection extends LightElement {
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
      ${otherSection(this.context, { to: 'wishes', words: texts().forms.decisions.notAWish })}
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
    const name = nameOf(row);
    const old = isOldDecision(row, osloDate(new Date()));
    return html`<li
      class=${`care-card decision ${open ? '' : ringClass(there)}`}
      data-row=${row.id}
      data-place=${placeName(section, place)}
    >
      <div class="care-card-head">
        <h3 class="care-card-name">${name}</h3>
        ${old ? mark(texts().forms.decisions.old, 'warning') : nothing}
      </div>
      ${open ? decisionForm(open) : html`${this.#text(row)}${peerTags(there)}`} ${this.#cards.actions(row.id, name)}
    </li>`;
  }

  #text({ values }: RowView): TemplateResult {
    const said = (field: string): string => textOf(values, field).trim();
    const entered = said('summary-record');
    const words = texts().forms.decisions;
    return html`
      <p class="decision-what">${said('decision') || texts().plan.prose.empty}</p>
      <dl class="care-facts">
        ${fact({ section, field: 'decided-by' }, deciderName(said('decided-by'), this.context.plan) || words.nobody)}
        ${fact({ section, field: 'on' }, dateWithYear(said('on')) || words.noDate)}
        ${fact({ section, field: 'why', wide: true }, said('why'))}
        ${fact({ section, field: 'discussed-with' }, said('discussed-with'))}
        ${fact({ section, field: 'summary-record' }, choiceText(section, 'summary-record', entered))}
      </dl>
    `;
  }
}

function nameOf({ values }: RowView): string {
  const about = textOf(values, 'about');
  if (about === '') return texts().shared.sections[section].lists?.['rows']?.unnamed ?? '';
  return choiceText(section, 'about', about);
}

function decisionForm(open: OpenRow): TemplateResult {
  const field = (definition: FieldDefinition): TemplateResult =>
    definition.kind === 'member' ? doctorField(open) : rowField(open, definition);
  return html`<div class="values-form">${list.fields.map(field)}</div>`;
}

customElements.define('samrad-decisions', DecisionsSection);
