/**
 * `<samrad-section-history>`: who last wrote in a section and when, which opens to the latest changes and, for those who may
 * write, to the way to take deleted text away for good.
 *
 * Properties: `context` (SectionContext)
 */
import { html, nothing, type TemplateResult } from 'lit';
import { LightElement } from '../../app/lightElement.ts';
import { texts } from '../../i18n/texts.ts';
import type { SectionContext } from '../context.ts';
import { Follow } from '../follow.ts';
import { linesOf, lineText, momentText, writerText } from './historyWords.ts';
import './history.css';
import './purge.ts';

/** The latest changes that are told. */
const shownLines = 8;

export class SectionHistoryElement extends LightElement {
  static override properties = { context: { attribute: false } };
  declare context: SectionContext;

  constructor() {
    super();
    new Follow(this, () => [this.context.history, this.context.session.content]);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { history, session } = this.context;
    const told = history.section(session.section.id);
    if (!told) return nothing;
    const words = texts().history;
    return html`<details class="section-history no-print">
      <summary>
        ${
          told.last
            ? html`<span>${words.lastWritten(writerText(history, told.last), momentText(told.last.at))}</span>
                <span class="ds-sr-only">– ${words.showHistory}</span>`
            : words.history
        }
      </summary>
      <div class="section-history-body">
        ${this.#latest()}
        ${session.access === 'write' ? html`<samrad-purge .context=${this.context}></samrad-purge>` : nothing}
      </div>
    </details>`;
  }

  #latest(): TemplateResult {
    const { history, session } = this.context;
    const words = texts().history;
    const lines = linesOf(session, history.section(session.section.id)?.stamps ?? []).slice(-shownLines);
    if (lines.length === 0) return html`<p class="muted">${words.nothing}</p>`;
    return html`<p class="section-history-name">${words.latest}</p>
      <ul class="plain-list history-entries">
        ${lines
          .toReversed()
          .map(
            (line) =>
              html`<li>
                <span>${lineText(this.context, history, line)}</span> <span class="muted">${momentText(line.at)}</span>
              </li>`,
          )}
      </ul>`;
  }
}

customElements.define('samrad-section-history', SectionHistoryElement);
