/** Sends my microphone, camera and screen over one transport: whatever LocalMedia holds, the server gets, and nothing else. */
import type { types as mediasoup } from 'mediasoup-client';
import { mediaSourceSchema, type MediaSource } from '../../shared/protocol/types.ts';
import type { Ask } from '../api/socket.ts';
import type { FrameProtection } from './endToEnd/frameProtection.ts';
import type { Outgoing } from './localState.ts';
import { sendPolicies } from './sendPolicy.ts';

interface SenderParts {
  readonly transport: mediasoup.Transport;
  readonly ask: Ask;
  readonly outgoing: (source: MediaSource) => Outgoing | null;
  /** What encrypts from end to end; null where nothing does. */
  readonly protection: FrameProtection | null;
  /** The transport and what is to be sent have come apart; only a new transport helps. */
  readonly onFailed: (error: unknown) => void;
}

/** The microphone comes first: a voice without picture is a meeting, the other way round it is not. */
const sources: readonly MediaSource[] = mediaSourceSchema.options;

export class Sender {
  readonly #parts: SenderParts;
  readonly #producers = new Map<MediaSource, mediasoup.Producer>();
  readonly #working = new Set<MediaSource>();
  readonly #changed = new Set<MediaSource>();
  readonly #answers = new Map<MediaSource, Promise<unknown>>();
  #closed = false;

  constructor(parts: SenderParts) {
    this.#parts = parts;
  }

  /**
   * Begins to send. The server is told of a producer while the browser goes on, instead of before: it calls a producer
   * by its source, so its id is of no use here, and a round trip is saved for each source.
   */
  start(): void {
    const { transport, ask } = this.#parts;
    transport.on('produce', ({ rtpParameters, appData }, callback) => {
      const source = mediaSourceSchema.parse(appData['source']);
      const paused = appData['paused'] === true;
      this.#answers.set(source, ask('media:produce', { transportId: transport.id, source, rtpParameters, paused }));
      callback({ id: source });
    });
    this.update();
  }

  /** Looks at what is to be sent now and makes it so. To be called at every change. */
  update(): void {
    for (const source of sources) void this.#work(source);
  }

  close(): void {
    this.#closed = true;
  }

  /** One at a time for each source, and once more when something changed meanwhile: the last wish wins. */
  async #work(source: MediaSource): Promise<void> {
    this.#changed.add(source);
    if (this.#working.has(source)) return;
    this.#working.add(source);
    try {
      while (this.#changed.delete(source) && !this.#closed) await this.#reconcile(source);
    } catch (error) {
      if (!this.#closed) this.#parts.onFailed(error);
    } finally {
      this.#working.delete(source);
    }
  }

  async #reconcile(source: MediaSource): Promise<void> {
    const wanted = this.#parts.outgoing(source);
    const producer = this.#producers.get(source);
    if (!producer) {
      if (wanted && wanted.track.readyState === 'live') await this.#produce(source, wanted);
      return;
    }
    if (!wanted) {
      this.#producers.delete(source);
      this.#answers.delete(source);
      producer.close();
      await this.#parts.ask('media:stop', { source });
      return;
    }
    if (producer.track !== wanted.track) await producer.replaceTrack({ track: wanted.track });
    if (producer.paused !== wanted.paused) {
      if (wanted.paused) producer.pause();
      else producer.resume();
      await this.#parts.ask('media:pause', { source, paused: wanted.paused, forLine: wanted.forLine ?? false });
    }
  }

  async #produce(source: MediaSource, { track, paused }: Outgoing): Promise<void> {
    const producer = await this.#parts.transport.produce({
      ...sendPolicies[source],
      track,
      stopTracks: false,
      disableTrackOnPause: false,
      // Before anything is negotiated, hence before a frame can leave as it is.
      onRtpSender: (sender) => this.#parts.protection?.protect(sender),
      // A picture that is paused leaves its room in the line to the sound; a microphone that is muted can speak at once.
      zeroRtpOnPause: source === 'camera',
      appData: { source, paused },
    });
    if (paused) producer.pause();
    this.#producers.set(source, producer);
    await this.#answers.get(source);
  }
}
