/**
 * My own microphone, camera and screen. They are opened once, in the device check, and the same tracks go into the
 * meeting; a new connection finds them as they are. Nothing here turns anything on that a person did not ask for.
 */
import type { MediaSource } from '../../shared/protocol/types.ts';
import { captureBoth, captureCamera, captureMicrophone, captureScreen, listDevices, type Captured } from './capture.ts';
import {
  rememberChoice,
  rememberedChoice,
  rememberedNoiseSuppression,
  rememberNoiseSuppression,
  type DeviceKind,
} from './deviceChoice.ts';
import type { LocalState, Outgoing, Speaking } from './localState.ts';
import { watchMicrophone } from './microphoneWatch.ts';

const off = { name: 'off' } as const;
const opening = { name: 'opening' } as const;

export class LocalMedia {
  readonly #storage: Storage;
  readonly #listeners = new Set<(state: LocalState) => void>();
  #state: LocalState;
  /** How the person had the microphone last: so it comes back when it was taken or pulled out. */
  #speaking: Speaking = 'live';
  #closed = false;

  constructor({ storage }: { storage: Storage }) {
    this.#storage = storage;
    const [choice, noiseSuppression] = [rememberedChoice(storage), rememberedNoiseSuppression(storage)];
    this.#state = { microphone: off, camera: off, screen: off, devices: [], choice, noiseSuppression };
  }

  get state(): LocalState {
    return this.#state;
  }

  /** Hears every change. Returns the end of it. */
  subscribe(listener: (state: LocalState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Opens microphone and camera with one question, for the device check. */
  async open(): Promise<void> {
    this.#closed = false;
    this.#change({ microphone: opening, camera: opening });
    const { microphone, camera } = await captureBoth(this.#state.choice, this.#state.noiseSuppression);
    this.#adoptMicrophone(microphone, 'live');
    this.#adoptCamera(camera);
    await this.refreshDevices();
  }

  /** Speaks or mutes. Opens the device where it is not open. */
  async setMicrophone(on: boolean): Promise<void> {
    const { microphone, choice } = this.#state;
    if (microphone.name === 'live' || microphone.name === 'muted') {
      this.#speaking = on ? 'live' : 'muted';
      microphone.track.enabled = on;
      this.#change({ microphone: { name: on ? 'live' : 'muted', track: microphone.track } });
    } else if (on && microphone.name !== 'opening') {
      stopTrack(microphone);
      this.#change({ microphone: opening });
      this.#adoptMicrophone(await this.#captureMicrophone(choice.microphone), 'live');
      await this.refreshDevices();
    }
  }

  /** Opens anew a microphone that was taken or pulled out, as it was before: one who was muted stays muted. */
  async restoreMicrophone(): Promise<void> {
    if (this.#state.microphone.name !== 'taken' && this.#state.microphone.name !== 'failed') return;
    await this.#reopenMicrophone();
    await this.refreshDevices();
  }

  /** Opens the camera, or lets go of it. */
  async setCamera(on: boolean): Promise<void> {
    const { camera, choice } = this.#state;
    if (!on) {
      stopTrack(camera);
      this.#change({ camera: off });
    } else if (camera.name !== 'live' && camera.name !== 'opening') {
      this.#change({ camera: opening });
      this.#adoptCamera(await captureCamera(choice.camera));
      await this.refreshDevices();
    }
  }

  /** Asks which screen or window to share; nothing changes where the person changes their mind. */
  async shareScreen(): Promise<void> {
    if (this.#state.screen.name !== 'off') return;
    this.#change({ screen: opening });
    const screen = await captureScreen();
    if (screen === null || this.#closed) {
      screen?.track.stop();
      screen?.sound?.stop();
      this.#change({ screen: off });
      return;
    }
    screen.track.addEventListener('ended', () => this.stopScreen(), { once: true });
    this.#change({ screen: { name: 'live', ...screen } });
  }

  stopScreen(): void {
    const { screen } = this.#state;
    if (screen.name !== 'live') return;
    screen.track.stop();
    screen.sound?.stop();
    this.#change({ screen: off });
  }

  /** Uses another device of a kind, now and in later meetings. One that is off stays off. */
  async choose(kind: DeviceKind, deviceId: string): Promise<void> {
    rememberChoice(this.#storage, kind, deviceId);
    this.#change({ choice: { ...this.#state.choice, [kind]: deviceId } });
    const { camera } = this.#state;
    if (kind === 'camera' && (camera.name === 'live' || camera.name === 'failed')) {
      stopTrack(camera);
      this.#change({ camera: opening });
      this.#adoptCamera(await captureCamera(deviceId));
    }
    if (kind === 'microphone') await this.#reopenMicrophone();
  }

  /** Takes noise out of my sound or not, now and in later meetings. */
  async setNoiseSuppression(on: boolean): Promise<void> {
    rememberNoiseSuppression(this.#storage, on);
    this.#change({ noiseSuppression: on });
    await this.#reopenMicrophone();
  }

  /** The person has read what is wrong and goes on without: a device that failed is simply off. */
  dismissProblems(): void {
    const { microphone, camera } = this.#state;
    this.#change({
      microphone: microphone.name === 'failed' ? off : microphone,
      camera: camera.name === 'failed' ? off : camera,
    });
  }

  async refreshDevices(): Promise<void> {
    this.#change({ devices: await listDevices() });
  }

  /** What is to be sent now of one source; null for nothing. */
  outgoing(source: MediaSource): Outgoing | null {
    const { microphone, camera, screen } = this.#state;
    switch (source) {
      case 'microphone':
        if (!('track' in microphone)) return null;
        return { track: microphone.track, paused: microphone.name !== 'live' };
      case 'camera':
        return camera.name === 'live' ? { track: camera.track, paused: false } : null;
      case 'screen':
        return screen.name === 'live' ? { track: screen.track, paused: false } : null;
      case 'screen-sound':
        return screen.name === 'live' && screen.sound ? { track: screen.sound, paused: false } : null;
    }
  }

  /** Lets go of every device. */
  close(): void {
    this.#closed = true;
    this.stopScreen();
    stopTrack(this.#state.microphone);
    stopTrack(this.#state.camera);
    this.#change({ microphone: off, camera: off });
  }

  #captureMicrophone(deviceId: string): Promise<Captured> {
    return captureMicrophone(deviceId, this.#state.noiseSuppression);
  }

  /** Opens it as it is chosen now; one that is off stays off, one that is muted stays muted. */
  async #reopenMicrophone(): Promise<void> {
    const { microphone, choice } = this.#state;
    if (microphone.name === 'off' || microphone.name === 'opening') return;
    stopTrack(microphone);
    this.#change({ microphone: opening });
    this.#adoptMicrophone(await this.#captureMicrophone(choice.microphone), this.#speaking);
  }

  /** A track that comes when nobody waits for it any more is let go of at once. */
  #adoptMicrophone(captured: Captured, name: Speaking): void {
    if (this.#closed || this.#state.microphone.name !== 'opening') return stopTrack(captured);
    if (captured.name === 'failed') return this.#change({ microphone: captured });
    const { track } = captured;
    this.#speaking = name;
    track.enabled = name === 'live';
    watchMicrophone(track, {
      taken: () => this.#microphoneTaken(track, true),
      back: () => this.#microphoneTaken(track, false),
      ended: () => this.#lost('microphone', track),
    });
    this.#change({ microphone: { name, track } });
  }

  #microphoneTaken(track: MediaStreamTrack, taken: boolean): void {
    const { microphone } = this.#state;
    if (!('track' in microphone) || microphone.track !== track) return;
    if (taken !== (microphone.name === 'taken'))
      this.#change({ microphone: { name: taken ? 'taken' : this.#speaking, track } });
  }

  #adoptCamera(captured: Captured): void {
    if (this.#closed || this.#state.camera.name !== 'opening') return stopTrack(captured);
    if (captured.name === 'failed') return this.#change({ camera: captured });
    captured.track.addEventListener('ended', () => this.#lost('camera', captured.track), { once: true });
    this.#change({ camera: { name: 'live', track: captured.track } });
  }

  /** The device was pulled out. Another one is not taken instead unasked: it may see or hear what the first did not. */
  #lost(kind: 'microphone' | 'camera', track: MediaStreamTrack): void {
    const current = this.#state[kind];
    if (!('track' in current) || current.track !== track) return;
    this.#change({ [kind]: { name: 'failed', problem: 'gone' } });
    void this.refreshDevices();
  }

  #change(part: Partial<LocalState>): void {
    this.#state = { ...this.#state, ...part };
    for (const listener of [...this.#listeners]) listener(this.#state);
  }
}

function stopTrack(state: { readonly name: string; readonly track?: MediaStreamTrack }): void {
  state.track?.stop();
}
