/** `busy(text)`: a turning mark with its words, announced politely. For what takes longer than a moment. */
import { html, type TemplateResult } from 'lit';

export function busy(text: string): TemplateResult {
  return html`
    <div class="row busy" role="status">
      <svg class="ds-spinner" data-size="sm" viewBox="0 0 50 50" aria-hidden="true" focusable="false">
        <circle class="ds-spinner__background" cx="25" cy="25" r="20" fill="none" stroke-width="5"></circle>
        <circle class="ds-spinner__circle" cx="25" cy="25" r="20" fill="none" stroke-width="5"></circle>
      </svg>
      <span>${text}</span>
    </div>
  `;
}
