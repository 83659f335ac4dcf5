/** Owns one participant's two transports and what goes over them, from one setup to the next. */
import type { types } from 'mediasoup';
import { SamradError } from '../../shared/protocol/errors.ts';
import { rtpCapabilitiesSchema, type MediaSetup } from '../../shared/protocol/media.ts';
import type { RequestInput, RequestOutput } from '../../shared/protocol/requests.ts';
import type { LineQuality } from '../../shared/protocol/types.ts';
import type { Log } from '../log.ts';
import { Handshakes } from './handshakes.ts';
import { lineQuality, withoutPictures } from './lineQuality.ts';
import { withPageParameters } from './mediaFaults.ts';
import { transportOptions } from './mediaPolicy.ts';
import { ReceivingMedia, type ReceivingEvents } from './receivingMedia.ts';
import { SendingMedia, type Sent } from './sendingMedia.ts';
import { transportInfo } from './transportInfo.ts';
import type { Home } from './workerPool.ts';

/** What a participant hears of their own media. */
export interface PeerEvents extends ReceivingEvents {
  /** What this participant sends changed. */
  readonly sendingChanged: () => void;
  /** The participant's line is better or worse than it was. */
  readonly lineChanged: () => void;
}

interface Settings {
  readonly home: Home;
  readonly participantId: string;
  readonly log: Log;
  readonly events: PeerEvents;
  /** Something new is sent. */
  readonly onStarted: (sent: Sent) => void;
}

interface Parts {
  readonly router: types.Router;
  readonly iceServers: Home['iceServers'];
  readonly sending: SendingMedia;
  readonly receiving: ReceivingMedia;
}

export class MediaLine {
  readonly sending: SendingMedia;
  readonly receiving: ReceivingMedia;
  readonly #router: types.Router;
  readonly #iceServers: Home['iceServers'];
  #arrives: LineQuality = 'good';
  readonly #handshakes = new Handshakes();
  #quality: LineQuality = 'good';

  private constructor({ router, iceServers, sending, receiving }: Parts) {
    this.#router = router;
    this.#iceServers = iceServers;
    this.sending = sending;
    this.receiving = receiving;
  }

  /** Makes both transports at once. @throws Error of mediasoup, see mediaFaults.ts. */
  static async create({ home, participantId, log, events, onStarted }: Settings): Promise<MediaLine> {
    const { router, webRtcServer, iceServers } = home;
    const create = () => router.createWebRtcTransport({ ...transportOptions, webRtcServer });
    const [send, receive] = await Promise.all([create(), create()]);
    const judge = (): void => line.#judge(events);
    const line: MediaLine = new MediaLine({
      router,
      iceServers,
      sending: new SendingMedia({
        participantId,
        transport: send,
        onStarted,
        onChanged: () => {
          judge();
          events.sendingChanged();
        },
        onScore: judge,
      }),
      receiving: new ReceivingMedia({ router, transport: receive, events, log, onFlow: judge }),
    });
    return line;
  }

  /** How good the line is. */
  get quality(): LineQuality {
    return this.#quality;
  }

  /** The transports as they are now. */
  get setup(): MediaSetup {
    return {
      // mediasoup's two halves type one header extension differently; the value is the same.
      iceServers: this.#iceServers(),
      routerRtpCapabilities: rtpCapabilitiesSchema.parse(this.#router.rtpCapabilities),
      send: transportInfo(this.sending.transport),
      receive: transportInfo(this.receiving.transport),
    };
  }

  /** Starts the DTLS handshake of a transport. @throws SamradError `not-found`, `bad-request`, `wrong-state`. */
  async connect(input: RequestInput<'media:connect'>): Promise<void> {
    await this.#handshakes.start(this.#transport(input.transportId), input.dtlsParameters);
  }

  async restartIce({ transportId }: RequestInput<'media:restartIce'>): Promise<RequestOutput<'media:restartIce'>> {
    const transport = this.#transport(transportId);
    return { iceParameters: await withPageParameters(() => transport.restartIce()) };
  }

  close(): void {
    this.sending.close();
    this.receiving.close();
  }

  #judge(events: PeerEvents): void {
    const before = this.#quality;
    this.#arrives = lineQuality([...this.sending.scores, ...this.receiving.scores], this.#arrives);
    const { cameraRests } = this.sending;
    this.#quality = withoutPictures(this.#arrives, { cameraRests, stalled: this.receiving.stalled });
    if (this.#quality !== before) events.lineChanged();
  }

  #transport(transportId: string): types.WebRtcTransport {
    const mine = [this.sending.transport, this.receiving.transport].find(({ id }) => id === transportId);
    if (!mine) throw new SamradError('not-found');
    return mine;
  }
}
