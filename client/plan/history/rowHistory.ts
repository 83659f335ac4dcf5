/**
 * `rowHistory(context, rowId)`: who last changed a row and when, in a quiet line of its card, which opens to all that is
 * remembered of the row; nothing where nobody has changed it.
 *
 * `<samrad-row-history>` Properties: `context` (SectionContext) · `rowId`
 */
import { html, nothing, type TemplateResult } from 'lit';
import { listParts, type SectionDefinition } from '../../../shared/careplan/sections.ts';
import type { FieldDefinition } from '../../../shared/careplan/parts.ts';
import type { RowHistory } from '../../../shared/protocol/routes/history.ts';
import { LightElement } from '../../app/lightElement.ts';
import type { Load } from '../../app/load.ts';
import { failureCode } from '../../app/load.ts';
import { texts } from '../../i18n/texts.ts';
import type { SectionContext } from '../context.ts';
import { Follow } from '../follow.ts';
import { storedText } from '../rows/valueText.ts';
import { fieldLabel } from '../words.ts';
import { dayText, lastOf, momentText, nameOf } from './historyWords.ts';
import './history.css';

type Entry = RowHistory['entries'][number];

export function rowHistory(context: SectionContext, rowId: string): TemplateResult {
  return html`<samrad-row-history .context=${context} .rowId=${rowId}></samrad-row-history>`;
}

export class RowHistoryElement extends LightElement {
  static override properties = {
    context: { attribute: false },
    rowId: { attribute: false },
    told: { state: true },
  };
  declare context: SectionContext;
  declare rowId: string;
  /** Null until somebody wants to see it. */
  declare private told: Load<readonly Entry[]> | null;

  constructor() {
    super();
    this.told = null;
    new Follow(this, () => [this.context.history]);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { history, session } = this.context;
    const last = lastOf(history, session.section.id, this.rowId);
    if (!last) return nothing;
    const words = texts().history;
    return html`<details class="row-history" @toggle=${this.#toggled}>
      <summary>
        <span>${words.short(nameOf(history, last.by), dayText(last.at))}</span>
        <span class="ds-sr-only">– ${words.showHistory}</span>
      </summary>
      ${this.told === null ? nothing : this.#entries(this.told)}
    </details>`;
  }

  #entries(told: Load<readonly Entry[]>): TemplateResult {
    const words = texts().history;
    if (told.state === 'loading') return html`<p class="muted">${words.loading}</p>`;
    if (told.state === 'failed') return html`<p role="alert">${words.failed}</p>`;
    return html`<ol class="plain-list history-entries">
      ${told.data.toReversed().map((entry) => this.#entry(entry))}
    </ol>`;
  }

  #entry(entry: Entry): TemplateResult {
    return html`<li>
      <span>${this.#what(entry)}</span>
      <span class="muted">${texts().history.short(nameOf(this.context.history, entry.by), momentText(entry.at))}</span>
    </li>`;
  }

  #what(entry: Entry): string {
    const { session, plan } = this.context;
    const words = texts().history;
    const field = fieldOf(session.section, entry);
    if (!field) return words.entry[entry.kind];
    const label = fieldLabel(session.section.id, field.id);
    if (entry.value === null) return words.fieldChanged(label);
    if (entry.value === false) return words.fieldNow(label, words.no);
    return words.fieldNow(label, storedText({ plan, session }, field, entry.value) || words.emptied);
  }

  readonly #toggled = ({ target }: Event): void => {
    if (target instanceof HTMLDetailsElement && target.open) void this.#fetch();
  };

  async #fetch(): Promise<void> {
    const { history, session } = this.context;
    this.told ??= { state: 'loading' };
    try {
      const { entries } = await history.row(session.section.id, this.rowId);
      this.told = { state: 'ready', data: entries };
    } catch (error) {
      this.told = { state: 'failed', code: failureCode(error) };
    }
  }
}

function fieldOf(section: SectionDefinition, { part, field }: Entry): FieldDefinition | undefined {
  return listParts(section)
    .find(({ id }) => id === part)
    ?.fields.find(({ id }) => id === field);
}

customElements.define('samrad-row-history', RowHistoryElement);
