/** `<samrad-own-preview>`: my own picture, mirrored as in a looking-glass, with the buttons for microphone and camera. */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { LightElement } from '../../app/lightElement.ts';
import { texts } from '../../i18n/texts.ts';
import type { LocalState } from '../../media/localState.ts';
import { deviceButtons } from './controls.ts';
import { icon } from './icons.ts';

export class OwnPreview extends LightElement {
  static override properties = { local: { attribute: false } };
  declare local: LocalState;

  #shown: MediaStreamTrack | null = null;

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const track = this.#track();
    const video = this.querySelector('video');
    if (!video || track === this.#shown) return;
    this.#shown = track;
    video.muted = true;
    video.srcObject = track ? new MediaStream([track]) : null;
    if (track) video.play().catch(() => undefined);
  }

  protected override render(): TemplateResult {
    const words = texts().meeting.preview;
    const { camera } = this.local;
    const track = this.#track();
    return html`
      <div class="preview" data-color-scheme="dark" role="group" aria-label=${words.label}>
        <div class="preview-picture">
          <video class="preview-video" muted autoplay playsinline aria-hidden="true" ?hidden=${!track}></video>
          ${
            track
              ? nothing
              : html`<p class="preview-empty">
                  ${icon('cameraOff')}${camera.name === 'opening' ? words.opening : words.cameraOff}
                </p>`
          }
        </div>
        <div class="preview-buttons">${deviceButtons({ from: this, local: this.local })}</div>
      </div>
    `;
  }

  #track(): MediaStreamTrack | null {
    const { camera } = this.local;
    return camera.name === 'live' ? camera.track : null;
  }
}

customElements.define('samrad-own-preview', OwnPreview);
