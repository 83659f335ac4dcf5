/** `<samrad-knocks>`: who waits to be let in, for those who lead the meeting. Fires `samrad-command` (admit, decline, admitAll, setPhase). */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Knock } from '../../../shared/protocol/types.ts';
import { LightElement } from '../../app/lightElement.ts';
import { texts } from '../../i18n/texts.ts';
import { besideLine } from '../beside/besideWords.ts';
import { command, type MeetingCommand } from '../command.ts';
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
    if (this.knocks.length === 0) return nothing;
    const held = this.knocks.filter(({ heldBack }) => heldBack);
    return html`${this.#asking(this.knocks.filter(({ heldBack }) => !heldBack))} ${this.#held(held)}`;
  }

  #asking(knocks: readonly Knock[]): TemplateResult | typeof nothing {
    const words = texts().meeting.knocks;
    if (knocks.length === 0) return nothing;
    const many = knocks.filter(({ callIn }) => !callIn).length > 1;
    return html`
      <section class="knocks" aria-labelledby="knocks-heading">
        <div class="row">
          <h2 class="ds-heading" data-size="2xs" id="knocks-heading">${words.heading(knocks.length)}</h2>
          ${many ? this.#button(texts().hosting.knocks.all, { do: 'admitAll' }) : nothing}
        </div>
        <ul class="plain-list">
          ${repeat(
            knocks,
            ({ id }) => id,
            (knock) => this.#knock(knock),
          )}
        </ul>
      </section>
    `;
  }

  /** Who waits for the professionals needs no answer one by one: all are let in when that part is over. */
  #held(knocks: readonly Knock[]): TemplateResult | typeof nothing {
    const words = texts().hosting.knocks;
    if (knocks.length === 0) return nothing;
    return html`
      <section class="knocks" aria-labelledby="held-heading">
        <div class="row">
          <h2 class="ds-heading" data-size="2xs" id="held-heading">${words.held(knocks.length)}</h2>
          ${this.#button(words.openToAll, { do: 'setPhase', phase: 'everyone' })}
        </div>
        <ul class="plain-list">
          ${knocks.map(
            ({ id, name, role, identification, beside }) =>
              html`<li data-knock=${id}>
                ${name} ·
                ${texts().shared.roles[role]}${
                  identification === 'link' ? html` · ${texts().meeting.tile.unconfirmed}` : nothing
                }${beside.length === 0 ? nothing : html` · ${besideLine(beside)}`}
              </li>`,
          )}
        </ul>
      </section>
    `;
  }

  #button(label: string, asked: MeetingCommand): TemplateResult {
    return html`<button type="button" class="ds-button" data-size="sm" @click=${() => command(this, asked)}>
      ${label}
    </button>`;
  }

  #knock({ id, name, role, organisation, identification, callIn, beside }: Knock): TemplateResult {
    const { knocks: words, tile } = texts().meeting;
    const place = [texts().shared.roles[role], organisation].filter((part) => part !== '').join(' · ');
    return html`
      <li class="knock" data-knock=${id}>
        <div class="person">
          <span class="person-badge presence-${colourOf(id)}" aria-hidden="true">${initials(name)}</span>
          <span class="person-text">
            <span class="person-name" id="knock-${id}">${name}</span>
            <span class="person-role">${place}</span>
            ${callIn ? html`<span class="person-role">${texts().hosting.knocks.callIn}</span>` : nothing}
            ${identification === 'link' ? html`<span class="person-role">${tile.unconfirmed}</span>` : nothing}
            ${beside.length === 0 ? nothing : html`<span class="person-role">${besideLine(beside)}</span>`}
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
