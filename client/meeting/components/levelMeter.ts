/** `<samrad-level-meter>`: shows whether the microphone hears anything. The bar is for the eyes; the sentence says it once in words. */
import { html, type PropertyValues, type TemplateResult } from 'lit';
import { LightElement } from '../../app/lightElement.ts';
import { texts } from '../../i18n/texts.ts';
import { heardFrom, watchLevel } from '../../media/level.ts';
import type { MicrophoneState } from '../../media/localState.ts';

export class LevelMeter extends LightElement {
  static override properties = { microphone: { attribute: false }, heard: { state: true } };
  declare microphone: MicrophoneState;
  declare private heard: boolean;

  #watched: MediaStreamTrack | null = null;
  #unwatch: (() => void) | null = null;

  constructor() {
    super();
    this.microphone = { name: 'off' };
    this.heard = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watch(null);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#watch(this.microphone.name === 'live' ? this.microphone.track : null);
  }

  protected override render(): TemplateResult {
    const words = texts().meeting.devices;
    const live = this.microphone.name === 'live';
    const said = this.heard ? words.heard : words.speak;
    return html`
      <p class="level-text" role="status">${live ? said : words.muted}</p>
      <div class="level" aria-hidden="true"><div class="level-bar"></div></div>
    `;
  }

  #watch(track: MediaStreamTrack | null): void {
    if (track === this.#watched) return;
    this.#watched = track;
    this.#unwatch?.();
    this.#unwatch = track ? watchLevel(track, (level) => this.#tell(level)) : null;
    if (!track) this.#tell(0);
  }

  #tell(level: number): void {
    this.style.setProperty('--level', level.toFixed(2));
    if (level > heardFrom) this.heard = true;
  }
}

customElements.define('samrad-level-meter', LevelMeter);
