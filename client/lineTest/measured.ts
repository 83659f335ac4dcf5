/** What a test before the meeting finds out, step by step, in the order in which it is found out. */
import type { Way } from '../../shared/protocol/lineTest.ts';
import type { DeviceProblem } from '../media/deviceProblem.ts';

/** The device could not be opened. */
interface Failed {
  readonly name: 'failed';
  readonly problem: DeviceProblem;
}

/** `insecure`: the address is neither HTTPS nor this machine, and browsers give such a page no devices. */
export type BrowserResult = { readonly name: 'fit' | 'insecure' | 'unsupported' };
/** `dark`: pictures without light. `still`: always the same picture. `off`: the person has it off. */
export type CameraResult = { readonly name: 'moves' | 'dark' | 'still' | 'off' } | Failed;
/** `level`: the loudest that was heard, 0–1. */
export type MicrophoneResult =
  { readonly name: 'heard' | 'silent'; readonly level: number } | { readonly name: 'off' } | Failed;
/** What the person says of the sound; `blocked`: it could not be played. */
export type SpeakerResult = { readonly name: 'heard' | 'notHeard' | 'blocked' };

/** `relayed`: by a TURN server. `untested`: the server could not be asked, has no room for tests, or the test broke off. */
export type WayResult =
  | { readonly name: 'connected'; readonly ms: number; readonly relayed: boolean }
  | { readonly name: 'blocked' }
  | { readonly name: 'untested'; readonly why: 'no-server' | 'busy' | 'too-many' };

/** Parts of what was sent that did not arrive, 0–1; milliseconds there and back, null where nothing came back. */
export type QualityResult =
  | {
      readonly name: 'measured';
      readonly way: Way;
      readonly lossUp: number;
      readonly lossDown: number;
      readonly rttMs: number | null;
    }
  | { readonly name: 'untested' };
/** Bits per second. */
export type SpeedResult =
  { readonly name: 'measured'; readonly up: number; readonly down: number } | { readonly name: 'untested' };

export interface Measured {
  readonly browser: BrowserResult;
  readonly camera: CameraResult;
  readonly microphone: MicrophoneResult;
  readonly speaker: SpeakerResult;
  readonly udp: WayResult;
  readonly tcp: WayResult;
  readonly quality: QualityResult;
  readonly speed: SpeedResult;
}
export type StepName = keyof Measured;

export const stepNames: readonly StepName[] = [
  'browser',
  'camera',
  'microphone',
  'speaker',
  'udp',
  'tcp',
  'quality',
  'speed',
];
