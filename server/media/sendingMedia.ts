/** Owns what one participant sends over one transport: at most one producer of each source. */
import type { types } from 'mediasoup';
import { SamradError } from '../../shared/protocol/errors.ts';
import type { RequestInput } from '../../shared/protocol/requests.ts';
import type { MediaSource } from '../../shared/protocol/types.ts';
import { withPageParameters } from './mediaFaults.ts';
import { keyFrameRequestDelayMs, kindOf } from './mediaPolicy.ts';
import { parsed, rtpParameters } from './mediaSchemas.ts';

/** Something that a participant sends, as those who receive see it. */
export interface Sent {
  readonly participantId: string;
  readonly source: MediaSource;
  readonly producer: types.Producer;
}

/** Why a source is paused. `for-line`: the page's line cannot carry the picture; the person has it on. */
export type PauseReason = 'by-person' | 'for-line';

interface Settings {
  readonly participantId: string;
  readonly transport: types.WebRtcTransport;
  readonly onStarted: (sent: Sent) => void;
  /** A producer came, went, was paused or resumed. */
  readonly onChanged: () => void;
  /** Something arrives better or worse than before. */
  readonly onScore: () => void;
}

export class SendingMedia {
  readonly #settings: Settings;
  readonly #producers = new Map<MediaSource, types.Producer>();
  #cameraRests = false;
  /** The latest work on each source: two requests about one source are done one after the other. */
  readonly #latest = new Map<MediaSource, Promise<unknown>>();

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  get transport(): types.WebRtcTransport {
    return this.#settings.transport;
  }

  get all(): Sent[] {
    const { participantId } = this.#settings;
    return [...this.#producers].map(([source, producer]) => ({ participantId, source, producer }));
  }

  /** How well each source that is sent arrives, 0–10; of a picture in several sizes, the size that arrives best. */
  get scores(): number[] {
    const sent = [...this.#producers.values()].filter(({ paused, score }) => !paused && score.length > 0);
    return sent.map(({ score }) => Math.max(...score.map((stream) => stream.score)));
  }

  /** Whether the camera is paused for the line's sake, and not by the person. */
  get cameraRests(): boolean {
    return this.#cameraRests;
  }

  /** Whether the source is sent and not paused. */
  isOn(source: MediaSource): boolean {
    return this.#producers.get(source)?.paused === false;
  }

  /**
   * Starts sending a source, in place of what was sent of it.
   * @throws SamradError `bad-request` where the parameters are not of this kind of source or mediasoup refuses them.
   */
  produce(input: RequestInput<'media:produce'>): Promise<{ producerId: string }> {
    const { source, paused } = input;
    const kind = kindOf[source];
    const checked = parsed(rtpParameters, input.rtpParameters);
    if (!checked.codecs.every(({ mimeType }) => mimeType.startsWith(`${kind}/`))) throw new SamradError('bad-request');
    return this.#inTurn(source, async () => {
      this.#remove(source);
      const options = { kind, rtpParameters: checked, paused, keyFrameRequestDelay: keyFrameRequestDelayMs };
      const producer = await withPageParameters(() => this.transport.produce(options));
      if (this.transport.closed) {
        producer.close();
        throw new SamradError('wrong-state');
      }
      this.#producers.set(source, producer);
      producer.on('score', this.#settings.onScore);
      this.#settings.onStarted({ participantId: this.#settings.participantId, source, producer });
      this.#settings.onChanged();
      return { producerId: producer.id };
    });
  }

  /** Pauses for this reason; null lets it flow. @throws SamradError `wrong-state` where the source is not sent. */
  pause(source: MediaSource, reason: PauseReason | null): Promise<void> {
    return this.#inTurn(source, async () => {
      const producer = this.#producers.get(source);
      if (!producer) throw new SamradError('wrong-state');
      await withPageParameters(() => (reason === null ? producer.resume() : producer.pause()));
      if (source === 'camera') this.#cameraRests = reason === 'for-line';
      this.#settings.onChanged();
    });
  }

  /** Stops sending a source; nothing happens where it is not sent. */
  stop(source: MediaSource): Promise<void> {
    return this.#inTurn(source, () => {
      if (this.#remove(source)) this.#settings.onChanged();
      return Promise.resolve();
    });
  }

  close(): void {
    this.#producers.clear();
    this.transport.close();
  }

  #remove(source: MediaSource): boolean {
    if (source === 'camera') this.#cameraRests = false;
    this.#producers.get(source)?.close();
    return this.#producers.delete(source);
  }

  #inTurn<Result>(source: MediaSource, work: () => Promise<Result>): Promise<Result> {
    const before = this.#latest.get(source) ?? Promise.resolve();
    const done = before.then(work, work);
    this.#latest.set(source, done);
    return done;
  }
}
