/** Owns what one participant receives over one transport: a consumer for everything that the others send. */
import type { types } from 'mediasoup';
import { SamradError } from '../../shared/protocol/errors.ts';
import type { ConsumerInfo } from '../../shared/protocol/media.ts';
import type { PushData } from '../../shared/protocol/pushes.ts';
import type { RequestInput } from '../../shared/protocol/requests.ts';
import type { Log } from '../log.ts';
import { isClosedMeanwhile, withPageParameters } from './mediaFaults.ts';
import { parsed, rtpCapabilities } from './mediaSchemas.ts';
import { ReceivedMedia } from './receivedMedia.ts';
import type { Sent } from './sendingMedia.ts';

/** What a page hears of its consumers. */
export interface ReceivingEvents {
  readonly consumerAdded: (consumer: ConsumerInfo) => void;
  readonly consumerClosed: (data: PushData<'media:consumerClosed'>) => void;
  readonly consumerPaused: (data: PushData<'media:consumerPaused'>) => void;
  readonly consumerStalled: (data: PushData<'media:consumerStalled'>) => void;
}

interface Settings {
  readonly router: types.Router;
  readonly transport: types.WebRtcTransport;
  readonly events: ReceivingEvents;
  readonly log: Log;
  /** Something arrives better or worse than before, or not at all. */
  readonly onFlow: () => void;
}

export class ReceivingMedia {
  readonly #settings: Settings;
  #capabilities: types.RtpCapabilities | null = null;
  /** Resolves when the latest list has gone out: what comes meanwhile is pushed after it, and not to a page that knows of nothing. */
  #listed: Promise<undefined> = Promise.resolve(undefined);
  readonly #received = new Map<string, ReceivedMedia>();
  /** By producer: one that is being made is not made a second time. Null where this page cannot play it. */
  readonly #byProducer = new Map<string, Promise<ReceivedMedia | null>>();

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  get transport(): types.WebRtcTransport {
    return this.#settings.transport;
  }

  /** The number of consumers. */
  get size(): number {
    return this.#received.size;
  }

  /** How well what is received arrives, 0–10 each. */
  get scores(): number[] {
    return [...this.#received.values()].flatMap((one) => one.score ?? []);
  }

  /** Whether there is a picture that has no room in the line. */
  get stalled(): boolean {
    return [...this.#received.values()].some(({ stalled }) => stalled);
  }

  /** Makes a consumer for everything that is sent now, all at once; later ones follow as events. */
  async receive(capabilities: unknown, sent: readonly Sent[]): Promise<ConsumerInfo[]> {
    this.#capabilities = parsed(rtpCapabilities, capabilities);
    const { promise, resolve } = Promise.withResolvers<undefined>();
    this.#listed = promise;
    try {
      const received = await Promise.all(sent.map((one) => this.#obtain(one)));
      return received.flatMap((one) => (one && this.#received.has(one.id) ? one.info : []));
    } finally {
      setImmediate(resolve, undefined);
    }
  }

  /** Something new is sent. Nothing happens until the page has said what it can receive. */
  async add(sent: Sent): Promise<void> {
    if (!this.#capabilities) return;
    const received = await this.#obtain(sent);
    await this.#listed;
    if (received && this.#received.has(received.id)) this.#settings.events.consumerAdded(received.info);
  }

  /** The page is ready for these. One that was closed meanwhile is passed over. */
  async resume(consumerIds: readonly string[]): Promise<void> {
    const mine = consumerIds.flatMap((id) => this.#received.get(id) ?? []);
    await withPageParameters(() => Promise.all(mine.map((one) => one.resume())));
  }

  /** Follows the size of a tile. @throws SamradError `not-found` where the consumer is not this participant's own. */
  async prefer({ consumerId, size }: RequestInput<'media:prefer'>): Promise<void> {
    const mine = this.#received.get(consumerId);
    if (!mine) throw new SamradError('not-found');
    await withPageParameters(() => mine.prefer(size));
  }

  close(): void {
    this.#received.clear();
    this.#byProducer.clear();
    this.transport.close();
  }

  #obtain(sent: Sent): Promise<ReceivedMedia | null> {
    const { id } = sent.producer;
    const known = this.#byProducer.get(id);
    if (known) return known;
    const made = this.#make(sent);
    this.#byProducer.set(id, made);
    const forget = () => this.#byProducer.delete(id);
    // Only a consumer is remembered: after a failure, or with other capabilities, asking again tries again.
    made.then((received) => received ?? forget(), forget);
    return made;
  }

  async #make(sent: Sent): Promise<ReceivedMedia | null> {
    const { router, transport, events, onFlow } = this.#settings;
    const producerId = sent.producer.id;
    const capabilities = this.#capabilities;
    if (!capabilities || sent.producer.closed || transport.closed) return null;
    if (!router.canConsume({ producerId, rtpCapabilities: capabilities })) return null;
    const consumer = await this.#consume(producerId, capabilities);
    if (!consumer) return null;
    const consumerId = consumer.id;
    const onStalled = (stalled: boolean): void => {
      events.consumerStalled({ consumerId, stalled });
      onFlow();
    };
    const received = new ReceivedMedia({ sent, consumer, onStalled });
    consumer.on('score', onFlow);
    this.#received.set(consumerId, received);
    consumer.on('producerpause', () => events.consumerPaused({ consumerId, paused: true }));
    consumer.on('producerresume', () => events.consumerPaused({ consumerId, paused: false }));
    consumer.on('producerclose', () => {
      this.#received.delete(consumerId);
      this.#byProducer.delete(producerId);
      events.consumerClosed({ consumerId });
    });
    return received;
  }

  /** A paused consumer. Null where producer or transport was closed meanwhile, or what is sent can't be played: one bad sender must not take the others away. */
  async #consume(producerId: string, capabilities: types.RtpCapabilities): Promise<types.Consumer | null> {
    const { transport, log } = this.#settings;
    try {
      // `enableRtx` for sound too: a lost packet of speech is asked for again.
      const options = { producerId, rtpCapabilities: capabilities, paused: true, enableRtx: true };
      const consumer = await transport.consume(options);
      if (!transport.closed) return consumer;
      consumer.close();
    } catch (error) {
      if (!isClosedMeanwhile(error) && !transport.closed) log.warn({ producerId }, 'what is sent can not be received');
    }
    return null;
  }
}
