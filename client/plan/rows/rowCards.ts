/**
 * Rows that everybody reads as cards and writers open to change, one at a time: what is open, the buttons of each card,
 * the way to a new one. The section draws the cards.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { addRow, rowsOf } from '../../../shared/careplan/document.ts';
import type { ListPart } from '../../../shared/careplan/parts.ts';
import type { LightElement } from '../../app/lightElement.ts';
import { texts } from '../../i18n/texts.ts';
import type { SectionContext } from '../context.ts';
import { rowHistory } from '../history/rowHistory.ts';
import { makeTaskButton } from '../tasks/makeTask.ts';
import { RemovedRows } from './removedRows.ts';
import type { OpenRow } from './rowField.ts';

/** First values of a new row, by field. */
type FirstValues = Parameters<typeof addRow>[2];

const controls = 'input, select, textarea';

export class RowCards {
  readonly #host: LightElement;
  readonly #context: () => SectionContext;
  readonly #list: ListPart;
  readonly #removed: RemovedRows;
  #open: string | null = null;

  /** `host` draws each row in an element with `data-row`, and in it what `actions` gives. */
  constructor(host: LightElement, context: () => SectionContext, list: ListPart) {
    this.#host = host;
    this.#context = context;
    this.#list = list;
    this.#removed = new RemovedRows(
      host,
      () => context().session,
      () => list.id,
    );
  }

  /** The row that stands open to be changed, as long as it is there. */
  get open(): OpenRow | null {
    const { doc, access } = this.#context().session;
    if (this.#open === null || access !== 'write') return null;
    const row = rowsOf(doc, this.#list.id).get(this.#open);
    return row ? { context: this.#context(), rowId: this.#open, row } : null;
  }

  /** The buttons of a card: to change it, for those who may, and to make a task of it. `name` says aloud which card it is. */
  actions(rowId: string, name: string): TemplateResult | typeof nothing {
    const { plan, session } = this.#context();
    const { access, section } = session;
    const history = rowHistory(this.#context(), rowId);
    if (access !== 'write') return html`${history}${makeTaskButton(plan, { sectionId: section.id, rowId }, name)}`;
    const words = texts().plan.rows;
    const open = this.open?.rowId === rowId;
    return html`<div class="row-foot">
      ${history}
      <div class="row-actions no-print">
        <button
          type="button"
          class="ds-button"
          data-variant="secondary"
          data-size="sm"
          data-action="toggle"
          aria-expanded=${open ? 'true' : 'false'}
          aria-label=${open ? words.doneOf(name) : words.editOf(name)}
          @click=${() => void this.#toggle(rowId)}
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
          @click=${() => void this.#removed.remove(rowId, words.removed(name))}
        >
          ${words.remove}
        </button>
        ${makeTaskButton(plan, { sectionId: section.id, rowId }, name)}
      </div>
    </div>`;
  }

  /** What was removed and its way back, and the way to a new row: the end of the list, for those who may write. */
  foot(add: string): TemplateResult | typeof nothing {
    if (this.#context().session.access !== 'write') return nothing;
    return html`${this.#removed.render()}
      <button type="button" class="ds-button no-print row-add" data-variant="secondary" @click=${() => void this.add()}>
        ${add}
      </button>`;
  }

  /** Adds a row and opens it. */
  async add(values: FirstValues = {}): Promise<void> {
    await this.#toggle(addRow(this.#context().session.doc, this.#list, values));
  }

  async #toggle(rowId: string): Promise<void> {
    const opens = this.#open !== rowId;
    this.#open = opens ? rowId : null;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const card = this.#host.querySelector(`[data-row="${rowId}"]`);
    card?.querySelector<HTMLElement>(opens ? controls : '[data-action="toggle"]')?.focus();
  }
}
