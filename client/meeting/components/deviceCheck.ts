/**
 * `<samrad-device-check>`: before the meeting. See and hear oneself, choose devices, and join, with or without a camera.
 * Fires `samrad-command` (join, and what its parts fire) and `samrad-line-test`.
 */
import { html, nothing, type TemplateResult } from 'lit';
import type { MeetingInfo } from '../../../shared/protocol/types.ts';
import { LightElement } from '../../app/lightElement.ts';
import { texts } from '../../i18n/texts.ts';
import '../../lineTest/components/lineTest.ts';
import type { LineTestView } from '../../lineTest/lineTestRun.ts';
import type { LocalState } from '../../media/localState.ts';
import '../beside/besideForm.ts';
import type { BesideView } from '../beside/besideKeeper.ts';
import { command } from '../command.ts';
import type { EncryptionView } from '../endToEnd/encryption.ts';
import { encryptionGate } from '../endToEnd/gate.ts';
import './deviceChoice.ts';
import { deviceProblems } from './deviceProblems.ts';
import { icon } from './icons.ts';
import './ownPreview.ts';

export class DeviceCheck extends LightElement {
  static override properties = {
    local: { attribute: false },
    meeting: { attribute: false },
    encryption: { attribute: false },
    lineTest: { attribute: false },
    beside: { attribute: false },
  };
  declare local: LocalState;
  declare lineTest: LineTestView;
  declare meeting: MeetingInfo;
  declare encryption: EncryptionView;
  /** Whom the convener has noted beside me, and who is there as I have said it before. */
  declare beside: BesideView;

  protected override render(): TemplateResult {
    const words = texts().meeting.deviceCheck;
    const { local, meeting } = this;
    if (meeting.terms.externalVideo !== null) return this.#elsewhere(meeting.terms.externalVideo);
    const asking = local.camera.name === 'opening' || local.microphone.name === 'opening';
    return html`
      <div class="page">
        <header class="waiting-head stack" data-gap="sm">
          <p class="eyebrow">${texts().shared.meetingKinds[meeting.kind]}</p>
          <h1 class="ds-heading" data-size="lg">${words.heading}</h1>
          <p class="muted">${words.led(meeting.convener.name)}</p>
        </header>
        <div class="waiting">
          <div class="stack">
            <samrad-own-preview .local=${local}></samrad-own-preview>
            ${asking ? html`<p class="notice" role="status">${words.asking}</p>` : nothing}
            ${deviceProblems({ from: this, local, dismissable: false })} ${this.#beside()}
            ${encryptionGate(this, this.encryption) ?? this.#joinButtons()}
            ${this.encryption.name === 'on' ? html`<p class="unseen">${icon('lock')}${texts().endToEnd.ready}</p>` : nothing}
            <p class="unseen">${icon('hidden')}${words.notSeen}</p>
          </div>
          <section class="surface stack" aria-labelledby="devices">
            <h2 class="ds-heading" data-size="xs" id="devices">${words.devices}</h2>
            <samrad-device-choice .local=${local}></samrad-device-choice>
            <samrad-line-test .view=${this.lineTest}></samrad-line-test>
          </section>
        </div>
      </div>
    `;
  }

  /** Sound and picture are at another place: here nothing is opened. */
  #elsewhere(address: string): TemplateResult {
    const words = texts().scheduling.video;
    return html`
      <div class="page-narrow">
        <div class="surface stack" data-gap="lg">
          <p class="eyebrow">${texts().shared.meetingKinds[this.meeting.kind]}</p>
          <h1 class="ds-heading" data-size="lg">${texts().meeting.deviceCheck.heading}</h1>
          <p>${words.notice}</p>
          ${this.#beside()}
          <div class="row" data-phone="fill">
            <a class="ds-button" href=${address} target="_blank" rel="noopener noreferrer">${words.open}</a>
            <button type="button" class="ds-button" data-variant="secondary" @click=${() => this.#join(false)}>
              ${words.join}
            </button>
          </div>
        </div>
      </div>
    `;
  }

  #beside(): TemplateResult {
    const { noted, now } = this.beside;
    return html`<samrad-beside .noted=${noted} .beside=${now}></samrad-beside>`;
  }

  /** Not before it is known who sits there. */
  #join(camera: boolean): void {
    const beside = this.querySelector('samrad-beside')?.answer() ?? null;
    if (beside !== null) command(this, { do: 'join', camera, beside });
  }

  /** Joining without a camera is always there, and the first choice where there is none. */
  #joinButtons(): TemplateResult {
    const words = texts().meeting.deviceCheck;
    const filmed = this.local.camera.name !== 'failed' && this.local.camera.name !== 'off';
    return html`
      <div class="row join" data-phone="fill">
        ${
          filmed
            ? html`<button type="button" class="ds-button" data-size="lg" @click=${() => this.#join(true)}>
                ${icon('camera')}${words.join}
              </button>`
            : nothing
        }
        <button
          type="button"
          class="ds-button"
          data-size="lg"
          data-variant=${filmed ? 'secondary' : 'primary'}
          @click=${() => this.#join(false)}
        >
          ${icon('cameraOff')}${words.joinWithoutCamera}
        </button>
      </div>
    `;
  }
}

customElements.define('samrad-device-check', DeviceCheck);
