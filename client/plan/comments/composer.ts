/** Where one writes a comment: a labelled text area with its buttons. What is typed stays until it has been sent. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { commentLength } from '../../../shared/protocol/routes/comments.ts';
import { texts } from '../../i18n/texts.ts';

interface ComposerProps {
  readonly id: string;
  readonly label: string;
  /** The words of the button. */
  readonly send: string;
  readonly draft: string;
  readonly busy: boolean;
  readonly typed: (text: string) => void;
  readonly submit: () => void;
  readonly cancel: () => void;
  /** More fields above the buttons. */
  readonly more?: TemplateResult;
}

export function composer({ id, label, send, draft, busy, typed, submit, cancel, more }: ComposerProps): TemplateResult {
  return html`<div class="composer no-print">
    <label class="ds-label" for=${id}>${label}</label>
    <textarea
      class="ds-input"
      id=${id}
      rows="3"
      maxlength=${commentLength}
      .value=${live(draft)}
      @input=${({ target }: Event) => target instanceof HTMLTextAreaElement && typed(target.value)}
    ></textarea>
    ${more ?? nothing}
    <div class="thread-actions">
      <button type="button" class="ds-button" data-size="sm" aria-busy=${busy ? 'true' : 'false'} @click=${submit}>
        ${send}
      </button>
      <button type="button" class="ds-button" data-variant="tertiary" data-size="sm" @click=${cancel}>
        ${texts().comments.cancel}
      </button>
    </div>
  </div>`;
}
