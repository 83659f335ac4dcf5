/**
 * `<samrad-purge>`: takes what was deleted in a section away for good. Asks once before, and says afterwards that it is done.
 *
 * Properties: `context` (SectionContext)
 */
import { html, type TemplateResult } from 'lit';
import { LightElement } from '../../app/lightElement.ts';
import { texts } from '../../i18n/texts.ts';
import type { SectionContext } from '../context.ts';

type State = 'idle' | 'asking' | 'busy' | 'done' | 'failed';

export class Purge extends LightElement {
  static override properties = { context: { attribute: false }, state: { state: true } };
  declare context: SectionContext;
  declare private state: State;

  constructor() {
    super();
    this.state = 'idle';
  }

  protected override render(): TemplateResult {
    const words = texts().history.purge;
    const asks = this.state === 'asking' || this.state === 'busy';
    return html`<div class="purge">
      <p class="muted">${asks ? words.ask : words.hint}</p>
      <div class="row">${asks ? this.#question() : this.#button()}</div>
      <p role="status" class="purge-said">
        ${this.state === 'done' ? words.done : ''}${this.state === 'failed' ? words.failed : ''}
      </p>
    </div>`;
  }

  #button(): TemplateResult {
    return html`<button
      type="button"
      class="ds-button"
      data-variant="secondary"
      data-size="sm"
      @click=${() => void this.#turn('asking')}
    >
      ${texts().history.purge.button}
    </button>`;
  }

  #question(): TemplateResult {
    const words = texts().history.purge;
    return html`<button
        type="button"
        class="ds-button"
        data-color="danger"
        data-size="sm"
        ?disabled=${this.state === 'busy'}
        @click=${() => void this.#purge()}
      >
        ${words.yes}
      </button>
      <button
        type="button"
        class="ds-button"
        data-variant="tertiary"
        data-size="sm"
        ?disabled=${this.state === 'busy'}
        @click=${() => void this.#turn('idle')}
      >
        ${words.no}
      </button>`;
  }

  async #purge(): Promise<void> {
    const { history, session } = this.context;
    this.state = 'busy';
    try {
      await history.purge(session.section.id);
      // Undoing here would write the words anew.
      session.undo.clear();
      await this.#turn('done');
    } catch {
      await this.#turn('failed');
    }
  }

  /** The buttons change places: the focus goes to the last of those that stand there now, which does no harm. */
  async #turn(state: State): Promise<void> {
    this.state = state;
    await this.updateComplete;
    this.querySelector<HTMLElement>('button:last-of-type')?.focus();
  }
}

customElements.define('samrad-purge', Purge);
