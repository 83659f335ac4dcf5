/** Which camera, microphone and loudspeaker somebody has chosen on this device. Kept between meetings, in this browser only. */

export interface DeviceChoice {
  readonly camera: string;
  readonly microphone: string;
  readonly speaker: string;
}
export type DeviceKind = keyof DeviceChoice;

const kinds: readonly DeviceKind[] = ['camera', 'microphone', 'speaker'];
const storageKey = (kind: DeviceKind): string => `samrad.device.${kind}`;

/** What was chosen last; an empty id where nothing was, which means the browser's own choice. */
export function rememberedChoice(storage: Storage): DeviceChoice {
  const [camera = '', microphone = '', speaker = ''] = kinds.map((kind) => storage.getItem(storageKey(kind)) ?? '');
  return { camera, microphone, speaker };
}

/** Remembers a choice for the next meeting. */
export function rememberChoice(storage: Storage, kind: DeviceKind, deviceId: string): void {
  storage.setItem(storageKey(kind), deviceId);
}

const noiseKey = 'samrad.noiseSuppression';

/** Whether noise is taken out of my sound: yes, unless somebody has said no on this device. */
export function rememberedNoiseSuppression(storage: Storage): boolean {
  return storage.getItem(noiseKey) !== 'off';
}

export function rememberNoiseSuppression(storage: Storage, on: boolean): void {
  storage.setItem(noiseKey, on ? 'on' : 'off');
}

const blurKey = 'samrad.backgroundBlur';

/** Whether what is behind me is made unreadable: no, unless somebody has said yes on this device. */
export function rememberedBlur(storage: Storage): boolean {
  return storage.getItem(blurKey) === 'on';
}

export function rememberBlur(storage: Storage, on: boolean): void {
  storage.setItem(blurKey, on ? 'on' : 'off');
}
