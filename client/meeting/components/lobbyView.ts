/** `<samrad-lobby>`: waiting to be let in. Says what for, that nobody sees or hears yet, and that there is nothing to do. */
import { html, nothing, type TemplateResult } from 'lit';
import type { LobbyInfo } from '../../../shared/protocol/requests.ts';
import { LightElement } from '../../app/lightElement.ts';
import { texts } from '../../i18n/texts.ts';
import type { LocalState } from '../../media/localState.ts';
import { command } from '../command.ts';
import type { Connection } from '../state.ts';
import { deviceProblems } from './deviceProblems.ts';
import { icon } from './icons.ts';
import './ownPreview.ts';

export class LobbyView extends LightElement {
  static override properties = { local: { attribute: false }, lobby: { attribute: false }, connection: {} };
  declare local: LocalState;
  declare lobby: LobbyInfo;
  declare connection: Connection;

  protected override render(): TemplateResult {
    const { lobby: words, room } = texts().meeting;
    const { kind, convenerName, waitingFor } = this.lobby;
    return html`
      <div class="page">
        <div class="waiting" data-view="lobby">
          <div class="stack">
            <p class="eyebrow">${texts().shared.meetingKinds[kind]}</p>
            <h1 class="ds-heading" data-size="lg">${words.heading}</h1>
            <p class="waiting-for" role="status">
              <span class="ds-spinner-dots" aria-hidden="true"></span>
              ${waitingFor === 'convener' ? words.convener(convenerName) : words.admission(convenerName)}
            </p>
            <p>${words.stay}</p>
            <p class="unseen">${icon('hidden')}${words.notSeen}</p>
            ${this.connection === 'reconnecting' ? html`<p class="notice" role="status">${room.reconnecting}</p>` : nothing}
            <div class="row">
              <button
                type="button"
                class="ds-button"
                data-variant="secondary"
                @click=${() => command(this, { do: 'leave' })}
              >
                ${icon('leave')}${words.leave}
              </button>
            </div>
          </div>
          <div class="stack">
            <samrad-own-preview .local=${this.local}></samrad-own-preview>
            ${deviceProblems({ from: this, local: this.local, dismissable: false })}
          </div>
        </div>
      </div>
    `;
  }
}

customElements.define('samrad-lobby', LobbyView);
