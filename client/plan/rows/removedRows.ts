/** Taking a row away, and the way back: one removal at a time stands to be undone, as long as nothing else was written after it. */
import { html, nothing, type TemplateResult } from 'lit';
import type * as Y from 'yjs';
import { rowsOf } from '../../../shared/careplan/document.ts';
import type { SectionSession } from '../../api/plan/sectionSession.ts';
import { inputOrigin } from '../../api/plan/sectionUndo.ts';
import type { LightElement } from '../../app/lightElement.ts';
import { texts } from '../../i18n/texts.ts';

type Step = Y.UndoManager['undoStack'][number];

export class RemovedRows {
  readonly #host: LightElement;
  readonly #session: () => SectionSession;
  readonly #listId: () => string;
  #last: { readonly rowId: string; readonly text: string; readonly step: Step } | null = null;

  /** `host` draws the rows, each in an element with `data-row`, and what `render` gives. */
  constructor(host: LightElement, session: () => SectionSession, listId = () => 'rows') {
    this.#host = host;
    this.#session = session;
    this.#listId = listId;
  }

  /** Removes a row; `text` says afterwards that it is gone. The focus goes to the way back. */
  async remove(rowId: string, text: string): Promise<void> {
    const { doc, undo } = this.#session();
    undo.stopCapturing();
    doc.transact(() => rowsOf(doc, this.#listId()).delete(rowId), inputOrigin);
    const step = undo.undoStack.at(-1);
    undo.stopCapturing();
    this.#last = step ? { rowId, text, step } : null;
    await this.#focus('.row-removed button');
  }

  /** Says what was removed, with the button that brings it back. The region stands there before, so that the words are spoken. */
  render(): TemplateResult {
    const { undo } = this.#session();
    const last = this.#last !== null && undo.undoStack.at(-1) === this.#last.step ? this.#last : null;
    return html`<div class="row-removed no-print" role="status">
      ${
        last
          ? html`<span>${last.text}</span>
              <button
                type="button"
                class="ds-button"
                data-variant="secondary"
                data-size="sm"
                @click=${() => void this.#restore(last.rowId)}
              >
                ${texts().plan.rows.undoRemoval}
              </button>`
          : nothing
      }
    </div>`;
  }

  async #restore(rowId: string): Promise<void> {
    this.#session().undo.undo();
    await this.#focus(`[data-row="${rowId}"] :is(input, textarea, button)`);
  }

  async #focus(selector: string): Promise<void> {
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#host.querySelector<HTMLElement>(selector)?.focus();
  }
}
