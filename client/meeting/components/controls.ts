/**
 * `<samrad-controls>`: the buttons of the meeting. Fires `samrad-command`. `end` is there for those who lead, and asks once.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { LightElement } from '../../app/lightElement.ts';
import { texts } from '../../i18n/texts.ts';
import { canShareScreen } from '../../media/capture.ts';
import type { LocalState } from '../../media/localState.ts';
import { command } from '../command.ts';
import './deviceDialog.ts';
import './endDialog.ts';
import { icon, type IconName } from './icons.ts';

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
  };
  declare local: LocalState;
  declare handRaised: boolean;
  declare mayLead: boolean;

  protected override render(): TemplateResult {
    const words = texts().meeting.controls;
    const sharing = this.local.screen.name === 'live';
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
        ${this.#button('leave', words.leave, () => command(this, { do: 'leave' }), 'danger')}
        ${this.mayLead ? this.#button('end', words.end, () => this.querySelector('samrad-end-dialog')?.show()) : nothing}
      </div>
      <samrad-device-dialog .local=${this.local}></samrad-device-dialog>
      ${this.mayLead ? html`<samrad-end-dialog></samrad-end-dialog>` : nothing}
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
