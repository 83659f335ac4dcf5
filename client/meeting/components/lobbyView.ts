/** `<samrad-lobby>`: waiting to be let in. Says what for, that nobody sees or hears yet, and that there is nothing to do. */
import { html, nothing, type TemplateResult } from 'lit';
import type { LobbyInfo } from '../../../shared/protocol/requests.ts';
import { LightElement } from '../../app/lightElement.ts';
import { clock } from '../../app/dates.ts';
import { texts } from '../../i18n/texts.ts';
import type { LocalState } from '../../media/localState.ts';
import type { BesideView } from '../beside/besideKeeper.ts';
import { besideDetails } from '../beside/besideDetails.ts';
import { besideLine } from '../beside/besideWords.ts';
import { command } from '../command.ts';
import type { Connection } from '../state.ts';
import { deviceProblems } from './deviceProblems.ts';
import { icon } from './icons.ts';
import './ownPreview.ts';

export class LobbyView extends LightElement {
  static override properties = {
    local: { attribute: false },
    lobby: { attribute: false },
    beside: { attribute: false },
    connection: {},
  };
  declare local: LocalState;
  declare lobby: LobbyInfo;
  declare connection: Connection;
  /** Whom the convener has noted beside me, and who is there. */
  declare beside: BesideView;

  #waiting(): TemplateResult {
    return html`<p class="waiting-for" role="status">
      <span class="ds-spinner-dots" aria-hidden="true"></span>
      ${this.#what()}
    </p>`;
  }

  #what(): string {
    const words = texts().meeting.lobby;
    const { waitingFor, convenerName, pointAt } = this.lobby;
    switch (waitingFor) {
      case 'professionals':
        return texts().hosting.lobby.professionals;
      case 'point':
        return texts().hosting.lobby.point(pointAt === null ? '' : clock(pointAt));
      case 'convener':
        return words.convener(convenerName);
      case 'admission':
        return words.admission(convenerName);
    }
  }

  #rung(): TemplateResult {
    const words = texts().hosting.lobby;
    return html`<div class="lobby-rung" role="alert">
      <button type="button" class="ds-button" data-size="lg" @click=${() => command(this, { do: 'answerRing' })}>
        ${words.come}
      </button>
    </div>`;
  }

  #present(): TemplateResult | typeof nothing {
    const { present } = this.lobby;
    if (present.length === 0) return nothing;
    return html`<div class="lobby-present">
      <h2 class="ds-heading" data-size="2xs" id="lobby-present">${texts().hosting.lobby.present}</h2>
      <ul class="plain-list" aria-labelledby="lobby-present">
        ${present.map(({ name, role, beside }) => {
          const parts = [name, texts().shared.roles[role], besideLine(beside)];
          return html`<li>${parts.filter((part) => part !== null).join(' · ')}</li>`;
        })}
      </ul>
    </div>`;
  }

  protected override render(): TemplateResult {
    const { lobby: words, room } = texts().meeting;
    const { kind } = this.lobby;
    return html`
      <div class="page">
        <div class="waiting" data-view="lobby">
          <div class="stack">
            <p class="eyebrow">${texts().shared.meetingKinds[kind]}</p>
            <h1 class="ds-heading" data-size="lg">${this.lobby.rung ? texts().hosting.lobby.rung : words.heading}</h1>
            ${this.lobby.rung ? this.#rung() : this.#waiting()} ${this.#present()}
            ${this.lobby.rung ? nothing : html`<p>${words.stay}</p>`}
            <p class="unseen">${icon('hidden')}${words.notSeen}</p>
            ${this.connection === 'reconnecting' ? html`<p class="notice" role="status">${room.reconnecting}</p>` : nothing}
            ${besideDetails(this.beside)}
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
