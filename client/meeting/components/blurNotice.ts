/** Says that the camera is off because the background could not be hidden, and lets the person decide. */
import { html, type TemplateResult } from 'lit';
import { texts } from '../../i18n/texts.ts';
import type { BlurState } from '../../media/localState.ts';
import { command } from '../command.ts';

/** Empty where nothing failed. */
export function blurNotice({ from, blur }: { from: EventTarget; blur: BlurState }): TemplateResult {
  const words = texts().blur;
  if (blur.failure === null) return html``;
  return html`
    <div class="ds-alert" data-color="warning" role="status">
      <div class="stack" data-gap="sm">
        <p><strong>${words.failures[blur.failure]}</strong></p>
        <p>${words.hidden}</p>
        <div class="row">
          <button
            type="button"
            class="ds-button"
            data-variant="secondary"
            @click=${() => command(from, { do: 'showUnblurred' })}
          >
            ${words.showAnyway}
          </button>
        </div>
      </div>
    </div>
  `;
}
