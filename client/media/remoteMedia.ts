/** What comes in from the others: the newest track of each participant and source. Survives a change of transports. */
import type { MediaSource } from '../../shared/protocol/types.ts';

/** `paused`: the sender is muted; the track is silent or frozen. `stalled`: it is a picture that has no room in my line. */
export interface RemoteTrack {
  readonly participantId: string;
  readonly source: MediaSource;
  readonly consumerId: string;
  readonly track: MediaStreamTrack;
  readonly paused: boolean;
  readonly stalled: boolean;
}

function keyOf(participantId: string, source: MediaSource): string {
  return `${participantId} ${source}`;
}

export class RemoteMedia {
  readonly #tracks = new Map<string, RemoteTrack>();
  readonly #listeners = new Set<() => void>();

  /** Hears every change. Returns the end of it. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  get(participantId: string, source: MediaSource): RemoteTrack | null {
    return this.#tracks.get(keyOf(participantId, source)) ?? null;
  }

  /** Everything that is heard. */
  sounds(): RemoteTrack[] {
    return [...this.#tracks.values()].filter(({ track }) => track.kind === 'audio');
  }

  get isEmpty(): boolean {
    return this.#tracks.size === 0;
  }

  /** How many pictures there are to be seen. */
  get pictures(): number {
    return [...this.#tracks.values()].filter(({ track, paused }) => track.kind === 'video' && !paused).length;
  }

  set(remote: RemoteTrack): void {
    this.#tracks.set(keyOf(remote.participantId, remote.source), remote);
    this.#tell();
  }

  pause(consumerId: string, paused: boolean): void {
    const found = this.#find(consumerId);
    if (found) this.set({ ...found, paused });
  }

  stall(consumerId: string, stalled: boolean): void {
    const found = this.#find(consumerId);
    if (found) this.set({ ...found, stalled });
  }

  remove(consumerId: string): void {
    const found = this.#find(consumerId);
    if (found && this.#tracks.delete(keyOf(found.participantId, found.source))) this.#tell();
  }

  /**
   * Forgets all tracks but these. New transports call it when their tracks are in place, so that until then the last
   * picture of the old ones stays on the screen.
   */
  keepOnly(consumerIds: ReadonlySet<string>): void {
    for (const [key, { consumerId }] of this.#tracks) if (!consumerIds.has(consumerId)) this.#tracks.delete(key);
    this.#tell();
  }

  #find(consumerId: string): RemoteTrack | undefined {
    return [...this.#tracks.values()].find((remote) => remote.consumerId === consumerId);
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}
