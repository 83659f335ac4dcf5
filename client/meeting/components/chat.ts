/** `<samrad-chat>`: what is written to all in the room, and the field to write in. Fires `samrad-command` (say, chat). */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ChatMessage } from '../../../shared/protocol/types.ts';
import { clock } from '../../app/dates.ts';
import { LightElement } from '../../app/lightElement.ts';
import { texts } from '../../i18n/texts.ts';
import { command } from '../command.ts';

export class Chat extends LightElement {
  static override properties = { messages: { attribute: false }, kept: { type: Boolean } };
  declare messages: readonly ChatMessage[];
  /** Whether what is written is kept with the meeting. */
  declare kept: boolean;

  constructor() {
    super();
    this.messages = [];
    this.kept = false;
  }

  protected override firstUpdated(): void {
    this.querySelector('input')?.focus();
  }

  /** The newest stands at the bottom and in sight. */
  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (changed.has('messages')) this.querySelector('.chat-log')?.scrollTo({ top: Number.MAX_SAFE_INTEGER });
  }

  protected override render(): TemplateResult {
    const words = texts().hosting.chat;
    return html`
      <section class="chat" aria-labelledby="chat-heading">
        <div class="chat-head">
          <h2 class="ds-heading" data-size="2xs" id="chat-heading">${words.heading}</h2>
          <button type="button" class="room-button" @click=${() => command(this, { do: 'chat', on: false })}>
            ${words.close}
          </button>
        </div>
        <p class="chat-kept">${this.kept ? words.kept : words.notKept}</p>
        <div class="chat-log" role="log" tabindex="0" aria-label=${words.log}>
          ${
            this.messages.length === 0
              ? html`<p>${words.empty}</p>`
              : repeat(
                  this.messages,
                  ({ id }) => id,
                  ({ name, text, at }) =>
                    html`<p><strong>${name}</strong> <span class="numbers">${clock(at)}</span><br />${text}</p>`,
                )
          }
        </div>
        <form class="chat-form" @submit=${this.#send}>
          <label class="ds-sr-only" for="chat-text">${words.label}</label>
          <input
            class="ds-input"
            id="chat-text"
            name="text"
            maxlength="2000"
            autocomplete="off"
            placeholder=${words.label}
          />
          <button type="submit" class="room-button">${words.send}</button>
        </form>
      </section>
    `;
  }

  #send(event: SubmitEvent): void {
    event.preventDefault();
    const field = this.querySelector('input');
    const text = field?.value.trim() ?? '';
    if (!field || text === '') return;
    field.value = '';
    command(this, { do: 'say', text });
  }
}

customElements.define('samrad-chat', Chat);

/** The captions that stand now; nothing where there are none. Screen readers hear them as they are done. */
export function captionsView(
  captions: readonly { name: string; line: string; text: string; isDone: boolean }[],
): TemplateResult {
  return html`<div
    class="captions"
    role="group"
    aria-label=${texts().hosting.captions.label}
    ?hidden=${captions.length === 0}
  >
    ${captions.map(({ line, text }) => html`<p data-line=${line}>${text}</p>`)}
    <p class="ds-sr-only" aria-live="polite">
      ${
        captions
          .filter(({ isDone }) => isDone)
          .map(({ text }) => text)
          .at(-1) ?? nothing
      }
    </p>
  </div>`;
}
