/**
 * `<samrad-zones>`: the plan in green, yellow and red for each problem that may come: three columns where there is room,
 * under one another on a phone.
 *
 * Properties: `context` (SectionContext)
 */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { listPart } from '../../../shared/careplan/sections.ts';
import { rowsView } from '../../../shared/careplan/view.ts';
import { LightElement } from '../../app/lightElement.ts';
import { texts } from '../../i18n/texts.ts';
import { placeName, visitors, type SectionContext } from '../context.ts';
import { Follow } from '../follow.ts';
import { peerTags, ringClass } from '../peerTags.ts';
import { RowCards } from '../rows/rowCards.ts';
import { valuesForm } from '../rows/valuesForm.ts';
import { inField } from '../whereabouts.ts';
import { choiceText } from '../words.ts';
import { zoneHead, zoneText } from './zoneCard.ts';
import { zoneOf, zonePlans, type HeldPlace, type Zone, type ZoneLevel, type ZonePlan } from './zonePlans.ts';
import './zones.css';

const list = listPart('zones');

export class ZonesSection extends LightElement {
  static override properties = { context: { attribute: false } };
  declare context: SectionContext;
  readonly #cards = new RowCards(this, () => this.context, list);
  #held: HeldPlace | null = null;

  constructor() {
    super();
    new Follow(this, () => [this.context.session.content, this.context.presence]);
  }

  protected override render(): TemplateResult {
    const words = texts().forms.zones;
    const { lists } = texts().shared.sections.zones;
    const zones = rowsView(this.context.session.doc, list).map(zoneOf);
    this.#hold(zones);
    return html`
      <p class="zones-urgent">${words.urgent} <a class="phone-number numbers" href="tel:113">113</a></p>
      ${zones.length === 0 ? html`<p class="empty">${lists?.['rows']?.empty}</p>` : nothing}
      ${repeat(
        zonePlans(zones, this.#held),
        ({ problem }) => problem.toLowerCase(),
        (plan) => this.#plan(plan),
      )}
      ${this.#cards.foot(lists?.['rows']?.add ?? '')}
    `;
  }

  #hold(zones: readonly Zone[]): void {
    const id = this.#cards.open?.rowId;
    if (id !== this.#held?.id) this.#held = zones.find((zone) => zone.id === id) ?? null;
  }

  #plan({ problem, zones, missing }: ZonePlan): TemplateResult {
    const name = nameOf({ problem });
    return html`<div class="zone-plan">
      <h3 class="zone-problem">${name}</h3>
      <ul class="plain-list zone-columns" aria-label=${name}>
        ${repeat(
          zones,
          ({ id }) => id,
          (zone) => this.#zone(zone),
        )}
      </ul>
      ${
        this.context.session.access === 'write' && problem !== '' && missing.length > 0
          ? html`<div class="zone-missing no-print">${missing.map((level) => this.#addLevel(problem, level))}</div>`
          : nothing
      }
    </div>`;
  }

  #zone(zone: Zone): TemplateResult {
    const place = `${zone.id}.`;
    const there = inField(visitors(this.context), 'zones', place);
    const open = this.#cards.open?.rowId === zone.id ? this.#cards.open : null;
    const name = texts().forms.zones.zoneOf(nameOf(zone), choiceText('zones', 'level', zone.level).toLowerCase());
    return html`<li
      class=${`zone ${open ? '' : ringClass(there)}`}
      data-level=${zone.level}
      data-row=${zone.id}
      data-place=${placeName('zones', place)}
    >
      ${zoneHead(zone.level)} ${open ? valuesForm(open, list.fields) : html`${zoneText(zone)}${peerTags(there)}`}
      ${this.#cards.actions(zone.id, name)}
    </li>`;
  }

  #addLevel(problem: string, level: ZoneLevel): TemplateResult {
    const words = texts().forms.zones;
    return html`<button
      type="button"
      class="ds-button"
      data-variant="tertiary"
      data-size="sm"
      @click=${() => void this.#cards.add({ problem, level })}
    >
      ${words.addLevel[level]}<span class="ds-sr-only">: ${problem}</span>
    </button>`;
  }
}

function nameOf({ problem }: Pick<Zone, 'problem'>): string {
  return problem || (texts().shared.sections.zones.lists?.['rows']?.unnamed ?? '');
}

customElements.define('samrad-zones', ZonesSection);
