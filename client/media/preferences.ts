/**
 * Which simulcast layer each received video needs, from the size at which it is shown. Tells the server when that
 * changes, not for every pixel of a window being dragged.
 */
import type { RequestInput } from '../../shared/protocol/requests.ts';
import type { MediaSource } from '../../shared/protocol/types.ts';

export type PreferredSize = RequestInput<'media:prefer'>['size'];

/** How long a size must hold before it is told, milliseconds. */
const settleMs = 200;
/** The lines of picture that the two lower layers of a camera carry (sendPolicy.ts), with a third of enlargement allowed. */
const smallLines = 135 * 1.34;
const mediumLines = 270 * 1.34;

/** The layer for a picture shown `width` × `height` device pixels large, of which nothing may be seen. */
export function preferredSize(shown: { width: number; height: number; visible: boolean }): PreferredSize {
  if (!shown.visible || shown.width === 0 || shown.height === 0) return 'hidden';
  // The picture covers its tile, so its height follows whichever side of the tile is the longer for 16:9.
  const lines = Math.max(shown.height, (shown.width * 9) / 16);
  if (lines <= smallLines) return 'small';
  return lines <= mediumLines ? 'medium' : 'large';
}

export class Preferences {
  readonly #tell: (consumerId: string, size: PreferredSize) => void;
  readonly #wishes = new Map<string, PreferredSize>();
  readonly #consumers = new Map<string, string>();
  readonly #told = new Map<string, PreferredSize>();
  #soundOnly = false;
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();

  constructor({ tell }: { tell: (consumerId: string, size: PreferredSize) => void }) {
    this.#tell = tell;
  }

  /** Sound only: no picture is asked for until this is taken back, whatever is shown. */
  soundOnly(only: boolean): void {
    this.#soundOnly = only;
    for (const key of this.#wishes.keys()) this.#flush(key);
  }

  /** The tile of this participant's camera or screen has this size now. */
  wish(participantId: string, source: MediaSource, size: PreferredSize): void {
    const key = `${participantId} ${source}`;
    if (this.#wishes.get(key) === size) return;
    this.#wishes.set(key, size);
    clearTimeout(this.#timers.get(key));
    this.#timers.set(
      key,
      setTimeout(() => this.#flush(key), settleMs),
    );
  }

  /** A consumer is there (again): it begins with what its tile needs. */
  bind(participantId: string, source: MediaSource, consumerId: string): void {
    const key = `${participantId} ${source}`;
    this.#consumers.set(key, consumerId);
    this.#flush(key);
  }

  /** All consumers are gone; the tiles and their sizes remain. */
  unbind(): void {
    this.#consumers.clear();
    this.#told.clear();
  }

  close(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#wishes.clear();
    this.unbind();
  }

  #flush(key: string): void {
    const consumerId = this.#consumers.get(key);
    const wish = this.#wishes.get(key);
    const size = this.#soundOnly && wish !== undefined ? 'hidden' : wish;
    if (consumerId === undefined || size === undefined || this.#told.get(consumerId) === size) return;
    this.#told.set(consumerId, size);
    this.#tell(consumerId, size);
  }
}
