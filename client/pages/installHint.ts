/** Offers on the home page to put the app on the home screen, where the browser can and the person has not said no. */
import { html, nothing, type TemplateResult } from 'lit';
import { dismissInstall, install, installOffered } from '../app/install.ts';
import { texts } from '../i18n/texts.ts';

export function installHint(): TemplateResult | typeof nothing {
  if (!installOffered()) return nothing;
  const words = texts().offline.install;
  return html`
    <section class="notice row install-hint" aria-label=${words.label}>
      <p>${words.text}</p>
      <div class="row">
        <button type="button" class="ds-button" data-variant="secondary" data-size="sm" @click=${() => void install()}>
          ${words.install}
        </button>
        <button type="button" class="ds-button" data-variant="tertiary" data-size="sm" @click=${dismissInstall}>
          ${words.dismiss}
        </button>
      </div>
    </section>
  `;
}
