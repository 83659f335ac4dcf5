/**
 * Tells what happens to an open microphone from outside: another call takes it, as telephones do (WebKit mutes the track and may or may not
 * give it back), or it is pulled out. A blink is not told.
 */

/** How long it must be silent before it counts as taken, milliseconds. */
const takenAfterMs = 1_500;

interface Told {
  readonly taken: () => void;
  /** The other call is over and it came back by itself. */
  readonly back: () => void;
  readonly ended: () => void;
}

/** Listens for as long as the track lives; stopping it ends that, since a track that its page stops tells nothing more. */
export function watchMicrophone(track: MediaStreamTrack, { taken, back, ended }: Told): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const muted = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (track.muted && track.readyState === 'live') taken();
    }, takenAfterMs);
  };
  track.addEventListener('mute', muted);
  track.addEventListener('unmute', () => {
    clearTimeout(timer);
    back();
  });
  track.addEventListener('ended', () => {
    clearTimeout(timer);
    ended();
  });
  // Opened in the middle of a call it is taken from the beginning.
  if (track.muted) muted();
}
