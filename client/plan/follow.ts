/** Draws an element anew when something that it shows changes: subscribes while it is in the page, and to other sources when it is given others. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Something that tells of its changes. */
export interface Source {
  subscribe(listener: () => void): () => void;
}

export class Follow implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #wanted: () => readonly Source[];
  #followed: readonly Source[] = [];
  #ends: readonly (() => void)[] = [];

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
  }

  #follow(sources: readonly Source[]): void {
    for (const end of this.#ends) end();
    this.#followed = sources;
    this.#ends = sources.map((source) => source.subscribe(() => this.#host.requestUpdate()));
  }
}
