/** What my own microphone, camera and screen can be. */
import type { BlurFailure } from './blur/blurredCamera.ts';
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
/** `off` has let go of the device: its light is out. The track is what is shown and sent, its background blurred where that is chosen. */
export type CameraState = Idle | { readonly name: 'live'; readonly track: MediaStreamTrack } | Failed;
export type ScreenState =
  Idle | { readonly name: 'live'; readonly track: MediaStreamTrack; readonly sound: MediaStreamTrack | null };

/** Whether what is behind me is made unreadable. */
export interface BlurState {
  readonly on: boolean;
  /** `choice`: mine. `fixed`: the system has chosen, on this camera. `none`: nothing here can do it. */
  readonly power: 'choice' | 'fixed' | 'none';
  /** Why the camera is off though nobody turned it off; null where it is not so. */
  readonly failure: BlurFailure | null;
}

export interface LocalState {
  readonly microphone: MicrophoneState;
  readonly camera: CameraState;
  readonly screen: ScreenState;
  readonly devices: readonly DeviceOption[];
  readonly choice: DeviceChoice;
  /** Whether noise around me is taken out of my sound. */
  readonly noiseSuppression: boolean;
  readonly blur: BlurState;
}

/** Something of mine that is to be sent. */
export interface Outgoing {
  readonly track: MediaStreamTrack;
  readonly paused: boolean;
  /** Paused by the page because the line cannot carry it; the person has it on. */
  readonly forLine?: boolean;
}
