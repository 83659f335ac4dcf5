/** What my own microphone, camera and screen can be. */
import type { DeviceOption } from './capture.ts';
import type { DeviceChoice } from './deviceChoice.ts';
import type { DeviceProblem } from './deviceProblem.ts';

interface Failed {
  readonly name: 'failed';
  readonly problem: DeviceProblem;
}
type Idle = { readonly name: 'off' } | { readonly name: 'opening' };

/** How a person has their microphone. */
export type Speaking = 'live' | 'muted';

/**
 * `muted` keeps the device open, so that speaking again is instant; its track carries silence. `taken`: another call has it; it comes
 * back, by itself or by a press of a button, as it was.
 */
export type MicrophoneState =
  | Idle
  | { readonly name: Speaking; readonly track: MediaStreamTrack }
  | { readonly name: 'taken'; readonly track: MediaStreamTrack }
  | Failed;
/** `off` has let go of the device: its light is out. */
export type CameraState = Idle | { readonly name: 'live'; readonly track: MediaStreamTrack } | Failed;
export type ScreenState =
  Idle | { readonly name: 'live'; readonly track: MediaStreamTrack; readonly sound: MediaStreamTrack | null };

export interface LocalState {
  readonly microphone: MicrophoneState;
  readonly camera: CameraState;
  readonly screen: ScreenState;
  readonly devices: readonly DeviceOption[];
  readonly choice: DeviceChoice;
  /** Whether noise around me is taken out of my sound. */
  readonly noiseSuppression: boolean;
}

/** Something of mine that is to be sent. */
export interface Outgoing {
  readonly track: MediaStreamTrack;
  readonly paused: boolean;
  /** Paused by the page because the line cannot carry it; the person has it on. */
  readonly forLine?: boolean;
}
