/**
 * One test before the meeting, from the button to the last finding: browser, camera, microphone, loudspeaker, then the line. Says what
 * there is to draw; knows no DOM of the page. Devices are opened only where the page says so, and never by a fault.
 */
import type { MeetingSocket } from '../api/socket.ts';
import { mediaDevices } from '../media/capture.ts';
import type { LocalMedia } from '../media/localMedia.ts';
import type { LocalState } from '../media/localState.ts';
import { playTestSound } from '../media/testSound.ts';
import type { LineTestCommand } from './command.ts';
import { probeCamera, probeMicrophone } from './deviceProbes.ts';
import { LineProbe } from './lineProbe.ts';
import { stepNames, type BrowserResult, type Measured, type SpeakerResult, type StepName } from './measured.ts';

/** What there is to draw. */
export interface LineTestView {
  readonly state: 'idle' | 'running' | 'done';
  readonly measured: Partial<Measured>;
  /** What is tried now; null where nothing is. */
  readonly step: StepName | null;
  readonly devices: LocalState['devices'];
  /** When the test began. */
  readonly at: Date;
}

interface Settings {
  readonly socket: Pick<MeetingSocket, 'ask' | 'status' | 'onStatus'>;
  readonly local: LocalMedia;
  /** Whether the test opens camera and microphone, and lets go of them in the end. In the device check they are as the person has them. */
  readonly opensDevices: boolean;
  readonly onChange: () => void;
}

export class LineTestRun {
  readonly #settings: Settings;
  #state: LineTestView['state'] = 'idle';
  #measured: Partial<Measured> = {};
  #at = new Date();
  /** Grows with every beginning and end; work of an older number gives up. */
  #turn = 0;
  #answer: (result: SpeakerResult) => void = () => undefined;
  #line: LineProbe | null = null;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  get view(): LineTestView {
    const running = this.#state === 'running';
    return {
      state: this.#state,
      measured: this.#measured,
      step: (running && stepNames.find((name) => !this.#measured[name])) || null,
      devices: this.#settings.local.state.devices,
      at: this.#at,
    };
  }

  obey(command: LineTestCommand): void {
    switch (command) {
      case 'begin':
        return void this.#run();
      case 'playAgain':
        return this.#play();
      case 'heard':
      case 'notHeard':
        return this.#answer({ name: command });
    }
  }

  /** Breaks off what is going on; what was found is forgotten. */
  close(): void {
    this.#turn += 1;
    this.#line?.close();
    this.#line = null;
    if (this.#settings.opensDevices) this.#settings.local.close();
    if (this.#state === 'idle') return;
    this.#state = 'idle';
    this.#settings.onChange();
  }

  async #run(): Promise<void> {
    this.#line?.close();
    this.#turn += 1;
    const turn = this.#turn;
    this.#state = 'running';
    this.#measured = {};
    this.#at = new Date();
    this.#settings.onChange();
    const tell = (part: Partial<Measured>): void => {
      if (turn !== this.#turn) return;
      this.#measured = { ...this.#measured, ...part };
      this.#settings.onChange();
    };
    const steps: readonly (() => Promise<Partial<Measured>>)[] = [
      async () => ({ browser: browserResult() }),
      async () => ({ camera: await this.#camera() }),
      async () => ({ microphone: await this.#microphone() }),
      async () => ({ speaker: await this.#speaker() }),
    ];
    for (const step of steps) {
      const found = await step();
      if (turn !== this.#turn) return;
      tell(found);
    }
    const { socket, local, opensDevices } = this.#settings;
    // The line is measured alone: a camera that is encoded for nobody would only warm the machine.
    if (opensDevices) local.close();
    this.#line = new LineProbe({ socket, tell, fetchMedia: () => import('../media/mediasoupDevice.ts') });
    await this.#line.run();
    if (turn !== this.#turn) return;
    this.#state = 'done';
    this.#settings.onChange();
  }

  async #camera(): Promise<Measured['camera']> {
    const { local, opensDevices } = this.#settings;
    if (opensDevices) await local.open();
    const { camera } = await opened(local);
    if (camera.name === 'failed') return camera;
    return camera.name === 'live' ? probeCamera(camera.track) : { name: 'off' };
  }

  async #microphone(): Promise<Measured['microphone']> {
    const { microphone } = await opened(this.#settings.local);
    if (microphone.name === 'failed') return microphone;
    return microphone.name === 'live' ? probeMicrophone(microphone.track) : { name: 'off' };
  }

  /** Plays the sound, and waits for the person to say whether it was heard. */
  #speaker(): Promise<SpeakerResult> {
    return new Promise((resolve) => {
      this.#answer = resolve;
      this.#play();
    });
  }

  #play(): void {
    playTestSound(this.#settings.local.state.choice.speaker).catch(() => this.#answer({ name: 'blocked' }));
  }
}

/** The devices once no question of the browser's stands open. */
function opened(local: LocalMedia): Promise<LocalState> {
  return new Promise((resolve) => {
    const look = (): void => {
      const { state } = local;
      if (state.camera.name === 'opening' || state.microphone.name === 'opening') return;
      end();
      resolve(state);
    };
    const end = local.subscribe(look);
    look();
  });
}

function browserResult(): BrowserResult {
  if (!('RTCPeerConnection' in window) || !('AudioContext' in window)) return { name: 'unsupported' };
  if (!window.isSecureContext) return { name: 'insecure' };
  return { name: mediaDevices === null ? 'unsupported' : 'fit' };
}
