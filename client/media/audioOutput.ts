/** Plays what the others say, on the chosen loudspeaker. Browsers may refuse to play until the person has pressed something. */
import type { RemoteTrack } from './remoteMedia.ts';

interface Playing {
  readonly element: HTMLAudioElement;
  readonly track: MediaStreamTrack;
}

/** Whether this browser lets a page choose the loudspeaker. */
export function canChooseSpeaker(): boolean {
  return 'setSinkId' in HTMLMediaElement.prototype;
}

export class AudioOutput {
  readonly #onBlocked: (blocked: boolean) => void;
  readonly #playing = new Map<string, Playing>();
  #speaker = '';

  constructor({ onBlocked }: { onBlocked: (blocked: boolean) => void }) {
    this.#onBlocked = onBlocked;
  }

  /** Plays exactly these. */
  play(sounds: readonly RemoteTrack[]): void {
    const wanted = new Map(sounds.map((sound) => [`${sound.participantId} ${sound.source}`, sound.track]));
    for (const [key, { element, track }] of this.#playing) {
      if (wanted.get(key) === track) continue;
      element.srcObject = null;
      this.#playing.delete(key);
    }
    for (const [key, track] of wanted) if (!this.#playing.has(key)) this.#begin(key, track);
  }

  /** Plays on another loudspeaker; an empty id is the browser's own choice. */
  choose(speaker: string): void {
    if (speaker === this.#speaker) return;
    this.#speaker = speaker;
    for (const { element } of this.#playing.values()) this.#route(element);
  }

  /** Goes on with what the telephone has stopped, as it does for a call. */
  wake(): void {
    for (const { element } of this.#playing.values()) if (element.paused) this.#start(element);
  }

  /** Tries again what the browser refused. To be called from a press of a button. */
  unblock(): void {
    this.#onBlocked(false);
    for (const { element } of this.#playing.values()) this.#start(element);
  }

  close(): void {
    this.play([]);
  }

  #begin(key: string, track: MediaStreamTrack): void {
    const element = new Audio();
    element.autoplay = true;
    element.srcObject = new MediaStream([track]);
    this.#playing.set(key, { element, track });
    this.#route(element);
    this.#start(element);
  }

  #start(element: HTMLAudioElement): void {
    element.play().catch((error: unknown) => {
      if (error instanceof DOMException && error.name === 'NotAllowedError') this.#onBlocked(true);
    });
  }

  /** A loudspeaker that is gone is no reason for silence: the browser's own choice plays on. */
  #route(element: HTMLAudioElement): void {
    if (canChooseSpeaker()) element.setSinkId(this.#speaker).catch(() => undefined);
  }
}
