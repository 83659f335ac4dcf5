/** What is wrong with my devices, in words: for the notice in the room, and for a screen reader. */
import { texts } from '../i18n/texts.ts';
import type { LocalState } from '../media/localState.ts';

/** What is wrong with the microphone and what helps; null where nothing is. */
export function microphoneWords({
  microphone,
}: Pick<LocalState, 'microphone'>): { readonly problem: string; readonly hint: string; readonly retry: string } | null {
  const { devices } = texts().meeting;
  const { taken, takenHint, goneHint, get } = texts().line.microphone;
  if (microphone.name === 'taken') return { problem: taken, hint: takenHint, retry: get };
  if (microphone.name !== 'failed') return null;
  const problem = devices.problems.microphone[microphone.problem];
  if (microphone.problem === 'gone') return { problem, hint: goneHint, retry: get };
  return { problem, hint: devices.problems.hints[microphone.problem], retry: devices.retry };
}

/** What is wrong with the camera; null where nothing is. */
export function cameraWords({ camera }: Pick<LocalState, 'camera'>): string | null {
  return camera.name === 'failed' ? texts().meeting.devices.problems.camera[camera.problem] : null;
}
