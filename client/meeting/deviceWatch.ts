/**
 * What follows when a device is taken or pulled out in the middle of a meeting: a screen reader is told once, also that it is back, and
 * sound that the telephone has stopped for a call goes on.
 */
import { texts } from '../i18n/texts.ts';
import type { LocalMedia } from '../media/localMedia.ts';
import { cameraWords, microphoneWords } from './deviceWords.ts';

interface DeviceWatchParts {
  readonly local: Pick<LocalMedia, 'state' | 'subscribe'>;
  /** Plays on what was stopped from outside. */
  readonly wake: () => void;
  readonly say: (words: string) => void;
}

/** Watches until the returned function is called. */
export function watchDevices({ local, wake, say }: DeviceWatchParts): () => void {
  let [microphone, camera] = [microphoneWords(local.state), cameraWords(local.state)];
  const look = (): void => {
    const { state } = local;
    const before = { microphone, camera };
    const { name } = state.microphone;
    // While it is being opened anew it is not back yet.
    if (name !== 'opening') microphone = microphoneWords(state);
    camera = cameraWords(state);
    if (microphone && microphone.problem !== before.microphone?.problem)
      say(`${microphone.problem} ${microphone.hint}`);
    if (camera !== null && camera !== before.camera) say(camera);
    if (before.microphone && !microphone && (name === 'live' || name === 'muted')) {
      say(texts().line.microphone.back[name]);
      wake();
    }
  };
  const shown = (): void => {
    if (document.visibilityState === 'visible') wake();
  };
  const end = local.subscribe(look);
  document.addEventListener('visibilitychange', shown);
  return () => {
    end();
    document.removeEventListener('visibilitychange', shown);
  };
}
