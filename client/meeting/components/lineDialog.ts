/**
 * `<samrad-line-dialog>`: the line in plain words and numbers, and a button that copies them for support. It is open for as long as it has a
 * report. Fires `samrad-command` (aboutLine) when the person closes it.
 */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { LightElement } from '../../app/lightElement.ts';
import '../../components/copyButton.ts';
import { texts } from '../../i18n/texts.ts';
import type { LineReportState } from '../../media/lineReport.ts';
import { command } from '../command.ts';
import { lineFacts, supportText, type FactGroup, type ShownPicture } from '../lineFacts.ts';

export class LineDialog extends LightElement {
  static override properties = { report: { attribute: false }, shown: { attribute: false } };
  declare report: LineReportState | null;
  /** Whose pictures come in. */
  declare shown: readonly ShownPicture[];

  constructor() {
    super();
    this.report = null;
    this.shown = [];
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const dialog = this.querySelector('dialog');
    if (this.report && !dialog?.open) dialog?.showModal();
    if (!this.report && dialog?.open) dialog.close();
  }

  protected override render(): TemplateResult {
    const words = texts().line.about;
    return html`
      <dialog
        class="ds-dialog meeting-dialog"
        data-color-scheme="light"
        aria-labelledby="line-heading"
        @close=${() => command(this, { do: 'aboutLine', on: false })}
      >
        <div class="stack">
          <h2 class="ds-heading" data-size="sm" id="line-heading" tabindex="-1" autofocus>${words.heading}</h2>
          <p class="muted">${words.lead}</p>
          ${this.#report()}
          <div class="row" data-phone="fill">
            ${this.#copy()}
            <button
              type="button"
              class="ds-button"
              data-size="sm"
              @click=${() => this.querySelector('dialog')?.close()}
            >
              ${words.close}
            </button>
          </div>
        </div>
      </dialog>
    `;
  }

  #report(): TemplateResult | TemplateResult[] | typeof nothing {
    if (!this.report) return nothing;
    if (this.report.name === 'measuring') return html`<p role="status">${texts().line.about.measuring}</p>`;
    return lineFacts(this.report.summary, this.shown, { named: true }).map((group) => this.#group(group));
  }

  #group({ heading, facts }: FactGroup): TemplateResult {
    return html`<section class="line-facts">
      <h3 class="ds-heading" data-size="2xs">${heading}</h3>
      ${
        facts.length === 0
          ? html`<p>${texts().line.about.noPictures}</p>`
          : html`<dl>
              ${facts.map(
                ({ label, value }) =>
                  html`<div>
                    <dt>${label}</dt>
                    <dd>${value}</dd>
                  </div>`,
              )}
            </dl>`
      }
    </section>`;
  }

  #copy(): TemplateResult | typeof nothing {
    if (this.report?.name !== 'read') return nothing;
    const words = texts().line.about;
    const text = supportText(this.report.summary, this.shown, { at: new Date(), browser: navigator.userAgent });
    return html`<samrad-copy-button .text=${text} .name=${words.heading} .label=${words.copy}></samrad-copy-button>`;
  }
}

customElements.define('samrad-line-dialog', LineDialog);
