/** Draws an element anew when something that it shows changes: subscribes while it is in the page, and to other sources when it is given others. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Something that tells of its changes; it may say whether others made them. */
export interface Source {
  subscribe(listener: (whose?: 'own' | 'others') => void): () => void;
}

export class Follow implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #wanted: () => readonly Source[];
  #followed: readonly Source[] = [];
  #ends: readonly (() => void)[] = [];
  /** The drawing that is asked for with the next frame of the screen. */
  #frame: number | null = null;

  /** `sources` is asked at every update, and may answer differently when the element's properties have changed. */
  constructor(host: ReactiveControllerHost, sources: () => readonly Source[]) {
    this.#host = host;
    this.#wanted = sources;
    host.addController(this);
  }

  hostConnected(): void {
    this.#follow(this.#wanted());
  }

  hostUpdate(): void {
    const wanted = this.#wanted();
    if (wanted.length !== this.#followed.length || wanted.some((source, index) => source !== this.#followed[index]))
      this.#follow(wanted);
  }

  hostDisconnected(): void {
    this.#follow([]);
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    this.#frame = null;
  }

  #follow(sources: readonly Source[]): void {
    for (const end of this.#ends) end();
    this.#followed = sources;
    this.#ends = sources.map((source) => source.subscribe((whose) => this.#changed(whose)));
  }

  /** What others do is drawn once for each frame, however much it is; one's own at once, so that the focus can follow it. */
  #changed(whose: 'own' | 'others' = 'own'): void {
    // A page that nobody sees has no frames.
    if (whose === 'own' || document.hidden) return this.#host.requestUpdate();
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = null;
      this.#host.requestUpdate();
    });
  }
}
