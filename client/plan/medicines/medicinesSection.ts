/**
 * `<samrad-medicines>`: the list of medicines, reconciled: its sources, each medicine line by line, what is not resolved,
 * and a doctor's signature. The patient says here what they take themselves.
 *
 * Properties: `context` (SectionContext)
 */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { rowsOf } from '../../../shared/careplan/document.ts';
import { lackOf, medicineLine, medicineList, sourcesInUse } from '../../../shared/careplan/medicines.ts';
import type { MedicineLine, MedicineSource } from '../../../shared/careplan/medicines.ts';
import { listPart, sections } from '../../../shared/careplan/sections.ts';
import { rowsView, sectionView } from '../../../shared/careplan/view.ts';
import { maySetOwnSource } from '../../../shared/domain/policy.ts';
import { SamradError } from '../../../shared/protocol/errors.ts';
import { LightElement } from '../../app/lightElement.ts';
import { texts } from '../../i18n/texts.ts';
import { placeName, SayEvent, visitors, type SectionContext } from '../context.ts';
import { Follow } from '../follow.ts';
import { peerTags, ringClass } from '../peerTags.ts';
import { proseRead } from '../prose/proseRead.ts';
import { RowCards } from '../rows/rowCards.ts';
import type { OpenRow } from '../rows/rowField.ts';
import { inField } from '../whereabouts.ts';
import { fieldLabel } from '../words.ts';
import { drugLine, drugName } from './drugLine.ts';
import { ReconciliationLife } from './reconciliationLife.ts';
import { signature, type Signing } from './signature.ts';
import '../general/rowList.ts';
import '../prose/proseField.ts';
import '../rows/rowCards.css';
import './medicines.css';
import './ownMedicine.ts';

const section = 'medicines';
const sources = listPart(section, 'sources');
const drugs = listPart(section, 'drugs');

export class MedicinesSection extends LightElement {
  static override properties = { context: { attribute: false }, signing: { state: true } };
  declare context: SectionContext;
  declare private signing: Signing;
  readonly #cards = new RowCards(this, () => this.context, drugs);
  readonly #life = new ReconciliationLife(this, () => this.context);

  constructor() {
    super();
    this.signing = 'idle';
    new Follow(this, () => [this.context.session.content, this.context.presence]);
  }

  protected override render(): TemplateResult {
    const { doc, access } = this.context.session;
    const list = medicineList(sectionView(doc, sections[section]));
    const words = texts().shared.sections[section].lists?.['drugs'];
    // In the order in which they stand, not in that which is signed.
    const lines = rowsView(doc, drugs).map(medicineLine);
    const inUse = sourcesInUse(list);
    return html`
      ${
        access === 'write'
          ? html`<samrad-prose-field .context=${this.context} .field=${'allergies'}></samrad-prose-field>`
          : proseRead(this.context, 'allergies')
      }
      ${signature({ list, known: this.#life.known, signing: this.signing, sign: () => void this.#sign() })}
      <div class="drugs">
        <h3 class="prose-label">${words?.heading}</h3>
        ${lines.length === 0 ? html`<p class="empty">${words?.empty}</p>` : nothing} ${this.#columns(lines, inUse)}
        <ul class="plain-list drug-list" aria-label=${words?.heading ?? ''}>
          ${repeat(
            lines,
            ({ id }) => id,
            (line) => this.#line(line, inUse),
          )}
        </ul>
        ${this.#cards.foot(words?.add ?? '')}
        ${this.#mayOwn ? html`<samrad-own-medicine .planId=${this.context.plan.id} .line=${null}></samrad-own-medicine>` : nothing}
      </div>
      <samrad-row-list .context=${this.context} .list=${sources}></samrad-row-list>
    `;
  }

  get #mayOwn(): boolean {
    return this.context.session.access !== 'write' && maySetOwnSource(this.context.plan.me, section);
  }

  /** The heads of the columns, for the eyes: each value carries its own label too. */
  #columns(lines: readonly MedicineLine[], inUse: readonly MedicineSource[]): TemplateResult | typeof nothing {
    if (lines.length === 0) return nothing;
    return html`<div class="drug-columns" aria-hidden="true">
      <div class="drug-sources" data-sources=${inUse.length}>
        ${inUse.map((source) => html`<span>${fieldLabel(section, source)}</span>`)}
      </div>
    </div>`;
  }

  #line(line: MedicineLine, inUse: readonly MedicineSource[]): TemplateResult {
    const place = `${line.id}.`;
    const there = inField(visitors(this.context), section, place);
    const open = this.#cards.open?.rowId === line.id;
    const own = this.#mayOwn
      ? html`<samrad-own-medicine .planId=${this.context.plan.id} .line=${line}></samrad-own-medicine>`
      : nothing;
    return html`<li
      class=${`drug ${ringClass(there)}`}
      data-row=${line.id}
      data-place=${placeName(section, place)}
      data-resolved=${lackOf(line) === null ? 'yes' : 'no'}
      ?data-open=${open}
    >
      ${drugLine({ line, inUse, row: this.#row(line.id), open, own })} ${peerTags(there)}
      ${this.#cards.actions(line.id, drugName(line))}
    </li>`;
  }

  #row(rowId: string): OpenRow | null {
    const { doc, access } = this.context.session;
    const row = rowsOf(doc, drugs.id).get(rowId);
    return row && access === 'write' ? { context: this.context, rowId, row } : null;
  }

  async #sign(): Promise<void> {
    this.signing = 'busy';
    try {
      await this.#life.sign(medicineList(sectionView(this.context.session.doc, sections[section])));
      this.signing = 'idle';
      this.dispatchEvent(new SayEvent(texts().forms.medicines.signed));
    } catch (error) {
      this.signing = error instanceof SamradError && error.code === 'wrong-state' ? 'changed' : 'failed';
    }
  }
}

customElements.define('samrad-medicines', MedicinesSection);
