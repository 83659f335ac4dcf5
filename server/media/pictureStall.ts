/**
 * Owns whether a received picture has room in the line that it is for. mediasoup shares out what it thinks the line carries, and gives a
 * picture in several sizes no size at all where not even the smallest one fits; that is told when it has lasted for a while.
 */
import type { types } from 'mediasoup';

/** How long nothing must fit before that is told, milliseconds: a picture that begins waits for its first whole frame too. */
const stallsAfterMs = 2_500;
/** How long it must flow again: at the border it would come and go with every estimate. */
const flowsAfterMs = 1_000;

/** mediasoup's consumer, as far as this looks at it. */
export interface StallingConsumer extends Pick<
  types.Consumer,
  'kind' | 'type' | 'paused' | 'producerPaused' | 'currentLayers' | 'score'
> {
  readonly on: (name: 'layerschange' | 'score' | 'producerpause' | 'producerresume', listener: () => void) => unknown;
  readonly observer: {
    readonly on: (name: 'pause' | 'resume', listener: () => void) => unknown;
    readonly once: (name: 'close', listener: () => void) => unknown;
  };
}

export class PictureStall {
  readonly #consumer: StallingConsumer;
  readonly #onChanged: (stalled: boolean) => void;
  #stalled = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor({ consumer, onChanged }: { consumer: StallingConsumer; onChanged: (stalled: boolean) => void }) {
    this.#consumer = consumer;
    this.#onChanged = onChanged;
    // Sound, and a picture in one size, are sent as they are.
    if (consumer.kind !== 'video' || consumer.type !== 'simulcast') return;
    const look = (): void => this.#look();
    consumer.on('layerschange', look);
    consumer.on('score', look);
    consumer.on('producerpause', look);
    consumer.on('producerresume', look);
    consumer.observer.on('pause', look);
    consumer.observer.on('resume', look);
    consumer.observer.once('close', () => clearTimeout(this.#timer));
  }

  get stalled(): boolean {
    return this.#stalled;
  }

  #look(): void {
    const { paused, producerPaused, currentLayers, score } = this.#consumer;
    // Where nothing is sent, or nobody looks, it is not the line that is in the way.
    const wanted = !paused && !producerPaused && score.producerScores.some((one) => one > 0);
    const stalls = wanted && currentLayers === undefined;
    if (stalls === this.#stalled) return this.#wait(null);
    if (!wanted) return this.#change(false);
    this.#wait(stalls);
  }

  /** Tells it after a while, unless it changes back meanwhile; null waits for nothing. */
  #wait(stalls: boolean | null): void {
    if (stalls !== null && this.#timer !== undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (stalls === null) return;
    this.#timer = setTimeout(() => this.#change(stalls), stalls ? stallsAfterMs : flowsAfterMs);
  }

  #change(stalled: boolean): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#stalled = stalled;
    this.#onChanged(stalled);
  }
}
