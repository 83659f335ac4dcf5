/**
 * `failurePage({ code, retry? })`: a whole page that says what went wrong and what to do. Unknown and forbidden look the same.
 * `failureAlert(code)`: the same words inside a page or dialog, announced at once.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { paths } from '../app/router.ts';
import { texts } from '../i18n/texts.ts';
import type { ErrorCode } from '../../shared/protocol/errors.ts';

interface FailureProps {
  readonly code: ErrorCode;
  /** Offered as «Prøv igjen» where trying again can help. */
  readonly retry?: () => void;
}

export function failurePage({ code, retry }: FailureProps): TemplateResult {
  const words = texts().app.failure;
  const heading = code === 'not-found' ? words.notFound : words.failed;
  return html`
    <div class="page-narrow stack">
      <h1 class="ds-heading" data-size="lg" tabindex="-1">${heading}</h1>
      <p class="ds-paragraph" data-size="lg">${wordsOf(code)}</p>
      <div class="row" data-phone="fill">
        ${retry ? html`<button type="button" class="ds-button" @click=${retry}>${words.retry}</button>` : nothing}
        <a class="ds-button" data-variant=${retry ? 'secondary' : nothing} href=${paths.home}>${words.home}</a>
      </div>
    </div>
  `;
}

export function failureAlert(code: ErrorCode): TemplateResult {
  return html`<div class="ds-alert" data-color="danger" role="alert"><p>${wordsOf(code)}</p></div>`;
}

function wordsOf(code: ErrorCode): string {
  return code === 'internal' && !navigator.onLine ? texts().app.failure.offline : texts().shared.errors[code];
}
