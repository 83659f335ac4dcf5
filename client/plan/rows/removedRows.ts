/** Taking a row away, and the way back: one removal at a time stands to be undone, as long as nothing else was written after it. */
import { html, nothing, type TemplateResult } from 'lit';
import type * as Y from 'yjs';
import { rowsOf } from '../../../shared/careplan/document.ts';
import type { SectionSession } from '../../api/plan/sectionSession.ts';
import { inputOrigin } from '../../api/plan/sectionUndo.ts';
import { texts } from '../../i18n/texts.ts';

type Step = Y.UndoManager['undoStack'][number];

export class RemovedRows {
  readonly #session: () => SectionSession;
  #last: { readonly text: string; readonly step: Step } | null = null;

  constructor(session: () => SectionSession) {
    this.#session = session;
  }

  /** Removes a row; `text` says afterwards that it is gone. */
  remove(rowId: string, text: string): void {
    const { doc, undo } = this.#session();
    undo.stopCapturing();
    doc.transact(() => rowsOf(doc).delete(rowId), inputOrigin);
    const step = undo.undoStack.at(-1);
    undo.stopCapturing();
    this.#last = step ? { text, step } : null;
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
                @click=${() => undo.undo()}
              >
                ${texts().plan.rows.undoRemoval}
              </button>`
          : nothing
      }
    </div>`;
  }
}
