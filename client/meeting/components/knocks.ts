/** `<samrad-knocks>`: who waits to be let in, for those who lead the meeting. Fires `samrad-command` (admit, decline). */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Knock } from '../../../shared/protocol/types.ts';
import { LightElement } from '../../app/lightElement.ts';
import { texts } from '../../i18n/texts.ts';
import { command } from '../command.ts';
import { colourOf, initials } from '../people.ts';

export class Knocks extends LightElement {
  static override properties = { knocks: { attribute: false } };
  declare knocks: readonly Knock[];

  #hadFocus = false;

  constructor() {
    super();
    this.knocks = [];
  }

  protected override willUpdate(): void {
    this.#hadFocus = this.contains(document.activeElement);
  }

  /** Whoever answered one knock by keyboard goes on with the next, instead of being thrown to the top of the page. */
  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.#hadFocus && !this.contains(document.activeElement)) this.querySelector('button')?.focus();
  }

  protected override render(): TemplateResult | typeof nothing {
    const words = texts().meeting.knocks;
    if (this.knocks.length === 0) return nothing;
    return html`
      <section class="knocks" aria-labelledby="knocks-heading">
        <h2 class="ds-heading" data-size="2xs" id="knocks-heading">${words.heading(this.knocks.length)}</h2>
        <ul class="plain-list">
          ${repeat(
            this.knocks,
            ({ id }) => id,
            (knock) => this.#knock(knock),
          )}
        </ul>
      </section>
    `;
  }

  #knock({ id, name, role, organisation, identification }: Knock): TemplateResult {
    const { knocks: words, tile } = texts().meeting;
    const place = [texts().shared.roles[role], organisation].filter((part) => part !== '').join(' · ');
    return html`
      <li class="knock" data-knock=${id}>
        <div class="person">
          <span class="person-badge presence-${colourOf(id)}" aria-hidden="true">${initials(name)}</span>
          <span class="person-text">
            <span class="person-name" id="knock-${id}">${name}</span>
            <span class="person-role">${place}</span>
            ${identification === 'link' ? html`<span class="person-role">${tile.unconfirmed}</span>` : nothing}
          </span>
        </div>
        <div class="row">
          <button
            type="button"
            class="ds-button"
            data-color="accent"
            aria-label="${words.admit} ${name}"
            @click=${() => command(this, { do: 'admit', participantId: id })}
          >
            ${words.admit}
          </button>
          <button
            type="button"
            class="ds-button"
            data-variant="secondary"
            aria-label="${words.decline} ${name}"
            @click=${() => command(this, { do: 'decline', participantId: id })}
          >
            ${words.decline}
          </button>
        </div>
      </li>
    `;
  }
}

customElements.define('samrad-knocks', Knocks);
