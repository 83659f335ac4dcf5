/**
 * My own camera: opened, shown as the person chose, let go of. Somebody who chose a blurred background is never shown
 * without it by the machine: until the first blurred picture is there nothing is, and where blurring ends the camera is off.
 */
import type { BlurFailure } from './blur/blurredCamera.ts';
import { platformBlur, setPlatformBlur } from './blur/platform.ts';
import { blurredPicture, canBlur, plainPicture, type CameraPicture } from './cameraPicture.ts';
import type { Captured } from './capture.ts';
import { rememberBlur, rememberedBlur } from './deviceChoice.ts';
import type { BlurState, CameraState } from './localState.ts';

const off = { name: 'off' } as const;
const opening = { name: 'opening' } as const;

export class OwnCamera {
  readonly #storage: Storage;
  readonly #onChange: (now: { camera: CameraState; blur: BlurState }) => void;
  readonly #onLost: () => void;
  #state: CameraState = off;
  /** What the person chose; where nobody chose, the system may have. */
  #wished: boolean;
  #blur: BlurState;
  /** The device while it is open. */
  #device: MediaStreamTrack | null = null;
  #picture: CameraPicture | null = null;
  /** Grows whenever what is awaited is wanted no more; who comes back to another number is late. */
  #turn = 0;

  constructor(parts: {
    storage: Storage;
    onChange: (now: { camera: CameraState; blur: BlurState }) => void;
    /** The device was pulled out. */
    onLost: () => void;
  }) {
    this.#storage = parts.storage;
    this.#onChange = parts.onChange;
    this.#onLost = parts.onLost;
    this.#wished = rememberedBlur(parts.storage);
    this.#blur = { on: this.#wished, power: canBlur() ? 'choice' : 'none', failure: null };
  }

  get state(): CameraState {
    return this.#state;
  }

  get blur(): BlurState {
    return this.#blur;
  }

  /**
   * Opens a device in the place of the one before. Resolves when it is open; its picture may come later. A device that comes
   * when nobody waits for it any more is let go of.
   */
  async open(capturing: Promise<Captured>): Promise<void> {
    this.#letGo();
    const turn = this.#turn;
    this.#change({ camera: opening, blur: { ...this.#blur, failure: null } });
    const captured = await capturing;
    if (turn !== this.#turn) return void (captured.name === 'open' && captured.track.stop());
    if (captured.name === 'failed') return this.#change({ camera: captured });
    const { track } = captured;
    this.#device = track;
    track.addEventListener('ended', () => this.#lost(track), { once: true });
    void this.#show(track);
  }

  /** Lets go of the device: its light is out. */
  close(): void {
    this.#letGo();
    this.#change({ camera: off });
  }

  /** Makes what is behind me unreadable or not, now and in later meetings. A camera that is off stays off. */
  async setBlur(on: boolean): Promise<void> {
    rememberBlur(this.#storage, on);
    this.#wished = on;
    const device = this.#device;
    if (!device) return this.#change({ blur: { ...this.#blur, on, failure: null } });
    this.#turn++;
    // Nothing of the room goes out from the moment that it was asked for; the other way round the picture goes on.
    if (on) this.#change({ camera: opening });
    this.#change({ blur: { ...this.#blur, on, failure: null } });
    await this.#show(device, { asked: true });
  }

  /** The person has read what is wrong and goes on without. */
  dismiss(): void {
    const camera = this.#state.name === 'failed' ? off : this.#state;
    this.#change({ camera, blur: { ...this.#blur, failure: null } });
  }

  /** `asked`: the person has just chosen; else what the system has chosen stands. */
  async #show(device: MediaStreamTrack, { asked = false } = {}): Promise<void> {
    const turn = this.#turn;
    let picture: CameraPicture;
    try {
      picture = await this.#pictureOf(device, asked);
    } catch {
      if (turn === this.#turn) this.#hide('broken');
      return;
    }
    if (turn !== this.#turn) return picture.close();
    const before = this.#picture;
    this.#picture = picture;
    const { power, on } = platformBlur(device);
    this.#change({
      camera: { name: 'live', track: picture.track },
      blur: {
        on: on || this.#wished,
        power: power === 'none' && canBlur() ? 'choice' : power,
        failure: null,
      },
    });
    before?.close();
  }

  async #pictureOf(device: MediaStreamTrack, asked: boolean): Promise<CameraPicture> {
    if (!this.#wished) {
      if (asked) await setPlatformBlur(device, false);
      return plainPicture(device);
    }
    return blurredPicture(device, {
      onFailed: (failure) => {
        if (device === this.#device) this.#hide(failure);
      },
      onUncovered: () => {
        if (device !== this.#device) return;
        this.#turn++;
        this.#change({ camera: opening });
        void this.#show(device);
      },
    });
  }

  /** What was hidden is not shown: the camera goes off, and the person is told. */
  #hide(failure: BlurFailure): void {
    this.#letGo();
    this.#change({ camera: off, blur: { ...this.#blur, failure } });
  }

  #lost(device: MediaStreamTrack): void {
    if (device !== this.#device) return;
    this.#letGo();
    this.#change({ camera: { name: 'failed', problem: 'gone' } });
    this.#onLost();
  }

  #letGo(): void {
    this.#turn++;
    this.#picture?.close();
    this.#picture = null;
    this.#device?.stop();
    this.#device = null;
  }

  #change({ camera = this.#state, blur = this.#blur }: { camera?: CameraState; blur?: BlurState }): void {
    this.#state = camera;
    this.#blur = blur;
    this.#onChange({ camera, blur });
  }
}
