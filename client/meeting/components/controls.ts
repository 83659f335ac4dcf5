/**
 * `<samrad-controls>`: the buttons of the meeting. Fires `samrad-command`. `end` is there for those who lead, and asks once.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { LightElement } from '../../app/lightElement.ts';
import { texts } from '../../i18n/texts.ts';
import { canShareScreen } from '../../media/capture.ts';
import type { LocalState } from '../../media/localState.ts';
import { command } from '../command.ts';
import type { Layout } from '../layout/layout.ts';
import './deviceDialog.ts';
import './endDialog.ts';
import { icon, type IconName } from './icons.ts';
import './layoutDialog.ts';

/** The two buttons that people have from the device check on: the same place, the same words, until they leave. */
export function deviceButtons({ from, local }: { from: EventTarget; local: LocalState }): TemplateResult {
  const words = texts().meeting.controls;
  const speaking = local.microphone.name === 'live';
  const filmed = local.camera.name === 'live';
  return html`
    ${toggle({
      label: words.microphone,
      on: speaking,
      picture: speaking ? 'microphone' : 'microphoneOff',
      busy: local.microphone.name === 'opening',
      press: () => command(from, { do: 'microphone', on: !speaking }),
    })}
    ${toggle({
      label: words.camera,
      on: filmed,
      picture: filmed ? 'camera' : 'cameraOff',
      busy: local.camera.name === 'opening',
      press: () => command(from, { do: 'camera', on: !filmed }),
    })}
  `;
}

interface Toggle {
  readonly label: string;
  readonly on: boolean;
  readonly picture: IconName;
  readonly busy?: boolean;
  readonly press: () => void;
}

/** The name stays, the pressed state changes: that is what screen readers expect. Eyes get the word *on* or *off* as well. */
function toggle({ label, on, picture, busy = false, press }: Toggle): TemplateResult {
  const words = texts().meeting.controls;
  return html`
    <button
      type="button"
      class="room-button"
      data-state=${on ? 'on' : 'off'}
      aria-pressed=${on}
      aria-busy=${busy}
      @click=${press}
    >
      ${icon(picture)}
      <span class="control-text"
        >${label}<span class="control-state" aria-hidden="true">${on ? words.on : words.off}</span></span
      >
    </button>
  `;
}

export class Controls extends LightElement {
  static override properties = {
    local: { attribute: false },
    handRaised: { type: Boolean },
    mayLead: { type: Boolean },
    layout: { attribute: false },
    simple: { type: Boolean },
  };
  declare local: LocalState;
  declare handRaised: boolean;
  declare mayLead: boolean;
  declare layout: Layout;
  /** Three large buttons. */
  declare simple: boolean;

  protected override render(): TemplateResult {
    const words = texts().meeting.controls;
    const sharing = this.local.screen.name === 'live';
    if (this.simple) return this.#simple();
    return html`
      <div class="controls" role="group" aria-label=${texts().meeting.room.controls}>
        ${deviceButtons({ from: this, local: this.local })}
        ${
          canShareScreen()
            ? this.#pressed('screen', words.screen, sharing, () => command(this, { do: 'screen', on: !sharing }))
            : nothing
        }
        ${this.#pressed('hand', words.hand, this.handRaised, () => command(this, { do: 'hand', on: !this.handRaised }))}
        ${this.#button('settings', words.settings, () => this.querySelector('samrad-device-dialog')?.show())}
        ${this.#button('layout', texts().hosting.layout.open, () => this.querySelector('samrad-layout-dialog')?.show())}
        ${this.#button('leave', words.leave, () => command(this, { do: 'leave' }), 'danger')}
        ${this.mayLead ? this.#button('end', words.end, () => this.querySelector('samrad-end-dialog')?.show()) : nothing}
      </div>
      <samrad-device-dialog .local=${this.local}></samrad-device-dialog>
      <samrad-layout-dialog .layout=${this.layout} .simple=${this.simple}></samrad-layout-dialog>
      ${this.mayLead ? html`<samrad-end-dialog></samrad-end-dialog>` : nothing}
    `;
  }

  /** Three buttons that say in a sentence how things are, and the way back to all of them. */
  #simple(): TemplateResult {
    const words = texts().hosting.simple;
    const names = texts().meeting.controls;
    const { microphone, camera } = this.local;
    const heard = microphone.name === 'live';
    const seen = camera.name === 'live';
    const large = (
      name: string,
      state: string,
      on: boolean,
      picture: IconName,
      press: () => void,
    ): TemplateResult => html`
      <button type="button" class="room-button" data-state=${on ? 'on' : 'off'} aria-pressed=${on} @click=${press}>
        ${icon(picture)}
        <span class="control-text">${name}<span class="control-state">${state}</span></span>
      </button>
    `;
    return html`
      <div class="controls" data-simple role="group" aria-label=${texts().meeting.room.controls}>
        ${large(
          names.microphone,
          heard ? words.heard : words.notHeard,
          heard,
          heard ? 'microphone' : 'microphoneOff',
          () => command(this, { do: 'microphone', on: !heard }),
        )}
        ${large(names.camera, seen ? words.seen : words.notSeen, seen, seen ? 'camera' : 'cameraOff', () =>
          command(this, { do: 'camera', on: !seen }),
        )}
        ${this.#button('leave', names.leave, () => command(this, { do: 'leave' }), 'danger')}
      </div>
      <p class="controls-more">
        <button
          type="button"
          class="link-button"
          @click=${() => command(this, { do: 'layout', change: { simple: false } })}
        >
          ${words.more}
        </button>
      </p>
    `;
  }

  /** A button that is on for a while; unlike a device, being off is its usual state and needs no mark. */
  #pressed(picture: IconName, label: string, on: boolean, press: () => void): TemplateResult {
    return html`
      <button type="button" class="room-button" data-pressed=${on} aria-pressed=${on} @click=${press}>
        ${icon(picture)}<span class="control-text">${label}</span>
      </button>
    `;
  }

  #button(picture: IconName, label: string, press: () => void, state: 'danger' | 'plain' = 'plain'): TemplateResult {
    return html`
      <button type="button" class="room-button" data-state=${state} @click=${press}>
        ${icon(picture)}<span class="control-text">${label}</span>
      </button>
    `;
  }
}

customElements.define('samrad-controls', Controls);
