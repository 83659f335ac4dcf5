/** Receives the others over one transport: builds a consumer for each thing that is sent and shows its track. */
import type { types as mediasoup } from 'mediasoup-client';
import type { ConsumerInfo } from '../../shared/protocol/media.ts';
import type { Ask } from '../api/socket.ts';
import type { FrameProtection } from './endToEnd/frameProtection.ts';
import type { Preferences } from './preferences.ts';
import type { RemoteMedia } from './remoteMedia.ts';

interface ReceiverParts {
  readonly transport: mediasoup.Transport;
  readonly rtpCapabilities: mediasoup.RtpCapabilities;
  readonly ask: Ask;
  readonly remote: RemoteMedia;
  readonly preferences: Preferences;
  /** What decrypts what others have encrypted; null where nothing does. */
  readonly protection: FrameProtection | null;
  readonly onFailed: (error: unknown) => void;
}

/** What is known of a consumer. Pushes may overtake its building, and even the answer that first tells of it. */
interface Known {
  paused: boolean | null;
  stalled: boolean | null;
  closed: boolean;
  consumer: mediasoup.Consumer | null;
}

export class Receiver {
  readonly #parts: ReceiverParts;
  readonly #known = new Map<string, Known>();
  #closed = false;

  constructor(parts: ReceiverParts) {
    this.#parts = parts;
  }

  /**
   * Takes in everything that is sent now, asking for it where it is not told (null). Resolves when it is built; `flowing` when the server has let it flow. Called
   * again after the line to the server was down, it brings what was missed meanwhile and drops what is gone.
   */
  async receive(told: readonly ConsumerInfo[] | null): Promise<{ readonly flowing: Promise<void> }> {
    const { ask, rtpCapabilities, remote, preferences, transport } = this.#parts;
    const before = [...this.#known.keys()];
    const consumers = told ?? (await ask('media:receive', { rtpCapabilities })).consumers;
    if (this.#closed) return { flowing: Promise.resolve() };
    const now = new Set(consumers.map(({ id }) => id));
    for (const id of before) if (!now.has(id)) this.remove(id);
    for (const { id, producerPaused, stalled } of consumers) {
      this.pause(id, producerPaused);
      this.stall(id, stalled);
    }
    preferences.unbind();
    // All are built in one negotiation. Resuming them at the same time costs nothing where the transport is still to be
    // connected, which is the end of that negotiation: no packet comes before, and the server then asks for key frames. Where
    // it is open already, a key frame must not come before the browser knows what it is of.
    const isOpen = transport.connectionState === 'connected';
    const built = Promise.all(consumers.map((info) => this.#build(info)));
    if (isOpen) await built;
    const flowing = this.#resume([...now]);
    // Whoever waits for it hears of its failure; until then it is no stray one.
    flowing.catch(() => undefined);
    await built;
    remote.keepOnly(new Set(this.#known.keys()));
    return { flowing };
  }

  /** Something more is sent from now on. */
  add(info: ConsumerInfo): void {
    void this.#build(info)
      .then(() => this.#resume([info.id]))
      .catch((error: unknown) => {
        if (!this.#closed) this.#parts.onFailed(error);
      });
  }

  remove(consumerId: string): void {
    const known = this.#knownOf(consumerId);
    known.closed = true;
    known.consumer?.close();
    this.#parts.remote.remove(consumerId);
  }

  pause(consumerId: string, paused: boolean): void {
    this.#knownOf(consumerId).paused = paused;
    this.#parts.remote.pause(consumerId, paused);
  }

  stall(consumerId: string, stalled: boolean): void {
    this.#knownOf(consumerId).stalled = stalled;
    this.#parts.remote.stall(consumerId, stalled);
  }

  close(): void {
    this.#closed = true;
  }

  async #build(info: ConsumerInfo): Promise<void> {
    const known = this.#knownOf(info.id);
    const { id, producerId, kind, rtpParameters, participantId, source } = info;
    if (!known.consumer && !known.closed) {
      // One stream for face and voice keeps lips and words together; a shared screen has its own pair.
      const streamId = source === 'camera' || source === 'microphone' ? participantId : `${participantId}-screen`;
      known.consumer = await this.#parts.transport.consume({
        id,
        producerId,
        kind,
        rtpParameters,
        streamId,
        onRtpReceiver: (receiver) => this.#parts.protection?.open(receiver, participantId),
      });
      if (this.#knownOf(id).closed) known.consumer.close();
      else {
        const { track } = known.consumer;
        const paused = known.paused ?? info.producerPaused;
        const stalled = known.stalled ?? info.stalled;
        this.#parts.remote.set({ participantId, source, consumerId: id, track, paused, stalled });
      }
    }
    if (kind === 'video' && !known.closed) this.#parts.preferences.bind(participantId, source, id);
  }

  async #resume(consumerIds: string[]): Promise<void> {
    if (consumerIds.length > 0 && !this.#closed) await this.#parts.ask('media:resume', { consumerIds });
  }

  #knownOf(consumerId: string): Known {
    const known = this.#known.get(consumerId) ?? { paused: null, stalled: null, closed: false, consumer: null };
    this.#known.set(consumerId, known);
    return known;
  }
}
