/** Undo and redo as keys and as buttons. */
import { html, type TemplateResult } from 'lit';
import type { UndoManager } from 'yjs';
import { texts } from '../i18n/texts.ts';

export type UndoStep = 'undo' | 'redo';

/** What a key asks for: Ctrl+Z, Ctrl+Shift+Z or Ctrl+Y (⌘ on a Mac), or nothing of that. */
export function undoStepOf(event: KeyboardEvent): UndoStep | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null;
  const key = event.key.toLowerCase();
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo';
  return key === 'y' && event.ctrlKey ? 'redo' : null;
}

const paths: Readonly<Record<UndoStep, string>> = {
  undo: 'M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3',
  redo: 'm15 14 5-5-5-5M20 9H10a6 6 0 0 0 0 12h3',
};

export function undoButtons(undo: UndoManager, section: string, act: (step: UndoStep) => void): TemplateResult {
  const words = texts().plan.undo;
  // Not `disabled`: a button that took the last step must not lose the focus.
  const button = (step: UndoStep, possible: boolean): TemplateResult => html`
    <button
      type="button"
      class="ds-button plan-icon-button"
      data-variant="tertiary"
      data-icon
      aria-label=${words[step]}
      title=${words[step]}
      aria-disabled=${possible ? 'false' : 'true'}
      @click=${() => possible && act(step)}
    >
      <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        <path
          d=${paths[step]}
          fill="none"
          stroke="currentColor"
          stroke-width="2"
          stroke-linecap="round"
          stroke-linejoin="round"
        />
      </svg>
    </button>
  `;
  return html`<div class="plan-undo no-print" role="group" aria-label=${words.label(section)}>
    ${button('undo', undo.undoStack.length > 0)} ${button('redo', undo.redoStack.length > 0)}
  </div>`;
}
