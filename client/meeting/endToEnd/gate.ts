/** What stands in the place of *join* where a meeting is encrypted from end to end and this page can't take part yet. */
import { html, nothing, type TemplateResult } from 'lit';
import { texts } from '../../i18n/texts.ts';
import { command } from '../command.ts';
import type { EncryptionView } from './encryption.ts';

/** Null where nothing stands in the way. Fires `samrad-command` (secret). */
export function encryptionGate(from: EventTarget, view: EncryptionView): TemplateResult | null {
  const words = texts().endToEnd;
  if (view.name === 'unsupported')
    return html`<div class="ds-alert" data-color="warning" role="alert">
      <div class="stack" data-gap="sm">
        <p><strong>${words.unsupported}</strong></p>
        <p>${words.unsupportedHelp}</p>
      </div>
    </div>`;
  if (view.name !== 'no-secret') return null;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const text = form instanceof HTMLFormElement ? new FormData(form).get('secret') : null;
    if (typeof text === 'string') command(from, { do: 'secret', text });
  };
  return html`
    <form class="ds-alert" data-color="warning" novalidate @submit=${submit}>
      <div class="stack" data-gap="sm">
        <p role="alert"><strong>${words.missing}</strong></p>
        <p>${words.missingHelp}</p>
        <div class="ds-field">
          <label class="ds-label" for="meeting-secret">${words.paste}</label>
          <input
            class="ds-input"
            id="meeting-secret"
            name="secret"
            autocomplete="off"
            spellcheck="false"
            maxlength="600"
            aria-invalid=${view.wrong ? 'true' : nothing}
            aria-describedby=${view.wrong ? 'meeting-secret-wrong' : nothing}
          />
          ${
            view.wrong
              ? html`<p class="ds-validation-message" id="meeting-secret-wrong" role="alert">${words.wrong}</p>`
              : nothing
          }
        </div>
        <div class="row" data-phone="fill">
          <button type="submit" class="ds-button">${words.use}</button>
        </div>
      </div>
    </form>
  `;
}
