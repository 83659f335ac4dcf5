/** Owns one consumer and the reasons why it rests. */
import type { types } from 'mediasoup';
import { SamradError } from '../../shared/protocol/errors.ts';
import { rtpParametersSchema, type ConsumerInfo } from '../../shared/protocol/media.ts';
import type { RequestInput } from '../../shared/protocol/requests.ts';
import { layersFor } from './mediaPolicy.ts';
import { PictureStall } from './pictureStall.ts';
import type { Sent } from './sendingMedia.ts';

/** `not-resumed`: the page has not built its half yet. `hidden`: nobody looks at it. Plays when there is none. */
type RestReason = 'not-resumed' | 'hidden';

/** What is lost on the way to the worker is missing for all who receive it: below this score of the sender's it is the sender's line that is seen. */
const wellSent = 9;

export class ReceivedMedia {
  readonly sent: Sent;
  readonly #consumer: types.Consumer;
  readonly #stall: PictureStall;
  readonly #resting = new Set<RestReason>(['not-resumed']);

  /** Takes a consumer that was created paused. `onStalled`: the picture has no room in the line any more, or has it again. */
  constructor({
    sent,
    consumer,
    onStalled,
  }: {
    sent: Sent;
    consumer: types.Consumer;
    onStalled: (stalled: boolean) => void;
  }) {
    this.sent = sent;
    this.#consumer = consumer;
    this.#stall = new PictureStall({ consumer, onChanged: onStalled });
  }

  get id(): string {
    return this.#consumer.id;
  }

  get info(): ConsumerInfo {
    const { id, producerId, kind, producerPaused } = this.#consumer;
    const { participantId, source } = this.sent;
    // mediasoup's two halves type one header extension differently; the value is the same.
    const rtpParameters = rtpParametersSchema.parse(this.#consumer.rtpParameters);
    return { id, producerId, participantId, source, kind, rtpParameters, producerPaused, stalled: this.stalled };
  }

  /** Whether it is a picture that has no room in the line. */
  get stalled(): boolean {
    return this.#stall.stalled;
  }

  /** How well it arrives, 0–10; null while nothing flows, or where it comes from its sender so badly that it says nothing of this line. */
  get score(): number | null {
    const { paused, producerPaused, score } = this.#consumer;
    return paused || producerPaused || score.producerScore < wellSent ? null : score.score;
  }

  /** The page is ready for it. */
  resume(): Promise<void> {
    return this.#rest('not-resumed', false);
  }

  /** Follows the size that the video is shown in. @throws SamradError `bad-request` for sound. */
  async prefer(size: RequestInput<'media:prefer'>['size']): Promise<void> {
    const { source } = this.sent;
    if (source === 'microphone' || source === 'screen-sound') throw new SamradError('bad-request');
    if (size === 'hidden') return this.#rest('hidden', true);
    const layers = layersFor[source][size];
    const choosing = this.#consumer.type === 'simulcast' ? this.#consumer.setPreferredLayers(layers) : undefined;
    await Promise.all([choosing, this.#rest('hidden', false)]);
  }

  async #rest(reason: RestReason, applies: boolean): Promise<void> {
    if (applies) this.#resting.add(reason);
    else this.#resting.delete(reason);
    // The worker takes requests in the order they are made, so the last one to be made is the one that holds.
    await (this.#resting.size === 0 ? this.#consumer.resume() : this.#consumer.pause());
  }
}
