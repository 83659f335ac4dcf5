/**
 * `<samrad-device-choice>`: which camera, microphone and loudspeaker; whether they work; what to do where they don't.
 * Fires `samrad-command` (choose, noiseSuppression, blur, microphone, camera, testSound).
 */
import { html, nothing, type TemplateResult } from 'lit';
import { LightElement } from '../../app/lightElement.ts';
import { texts } from '../../i18n/texts.ts';
import { canChooseSpeaker } from '../../media/audioOutput.ts';
import type { DeviceKind } from '../../media/deviceChoice.ts';
import type { LocalState } from '../../media/localState.ts';
import { command } from '../command.ts';
import { blurChoice } from './blurChoice.ts';
import { icon } from './icons.ts';
import './levelMeter.ts';

export class DeviceChoiceForm extends LightElement {
  static override properties = { local: { attribute: false } };
  declare local: LocalState;

  protected override render(): TemplateResult {
    const words = texts().meeting.devices;
    return html`
      <div class="stack device-choice">
        <samrad-level-meter .microphone=${this.local.microphone}></samrad-level-meter>
        ${this.#list('microphone')} ${this.#list('camera')} ${canChooseSpeaker() ? this.#list('speaker') : nothing}
        <label class="check">
          <input
            class="ds-input"
            type="checkbox"
            .checked=${this.local.noiseSuppression}
            @change=${() => command(this, { do: 'noiseSuppression', on: !this.local.noiseSuppression })}
          />
          <span>${words.noise}</span>
        </label>
        ${blurChoice({ from: this, blur: this.local.blur })}
        <div class="row">
          <button
            type="button"
            class="ds-button"
            data-variant="secondary"
            @click=${() => command(this, { do: 'testSound' })}
          >
            ${icon('sound')}${words.testSound}
          </button>
          <span class="muted">${words.testSoundHint}</span>
        </div>
      </div>
    `;
  }

  /** Browsers name no devices before they are allowed to; then there is nothing to choose between. */
  #list(kind: DeviceKind): TemplateResult | typeof nothing {
    const words = texts().meeting.devices;
    const options = this.local.devices.filter((device) => device.kind === kind);
    if (options.length === 0) return nothing;
    const chosen = options.some(({ id }) => id === this.local.choice[kind]) ? this.local.choice[kind] : '';
    const id = `device-${kind}`;
    return html`
      <div class="ds-field">
        <label class="ds-label" for=${id}>${words[kind]}</label>
        <select class="ds-input" id=${id} .value=${chosen} @change=${this.#chosen(kind)}>
          <option value="" ?selected=${chosen === ''}>${words.automatic}</option>
          ${options.map((option) => html`<option value=${option.id} ?selected=${option.id === chosen}>${option.label}</option>`)}
        </select>
      </div>
    `;
  }

  #chosen(kind: DeviceKind): (event: Event) => void {
    return ({ target }) => {
      if (target instanceof HTMLSelectElement) command(this, { do: 'choose', kind, deviceId: target.value });
    };
  }
}

customElements.define('samrad-device-choice', DeviceChoiceForm);
