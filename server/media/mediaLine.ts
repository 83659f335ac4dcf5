/** Owns what goes over one participant's two transports, from one setup to the next, and how good that line is. */
import type { LineQuality } from '../../shared/protocol/types.ts';
import type { Log } from '../log.ts';
import { lineQuality, withoutPictures } from './lineQuality.ts';
import { ReceivingMedia, type ReceivingEvents } from './receivingMedia.ts';
import { SendingMedia, type Sent } from './sendingMedia.ts';
import type { TransportPair } from './transportPair.ts';

/** What a participant hears of their own media. */
export interface PeerEvents extends ReceivingEvents {
  /** What this participant sends changed. */
  readonly sendingChanged: () => void;
  /** The participant's line is better or worse than it was. */
  readonly lineChanged: () => void;
}

interface Settings {
  readonly transports: TransportPair;
  readonly participantId: string;
  readonly log: Log;
  readonly events: PeerEvents;
  /** Something new is sent. */
  readonly onStarted: (sent: Sent) => void;
}

export class MediaLine {
  readonly sending: SendingMedia;
  readonly receiving: ReceivingMedia;
  readonly transports: TransportPair;
  readonly #events: PeerEvents;
  #arrives: LineQuality = 'good';
  #quality: LineQuality = 'good';

  constructor({ transports, participantId, log, events, onStarted }: Settings) {
    const { router, send, receive } = transports;
    const judge = (): void => this.#judge();
    this.transports = transports;
    this.#events = events;
    this.sending = new SendingMedia({
      participantId,
      transport: send,
      onStarted,
      onChanged: () => {
        judge();
        events.sendingChanged();
      },
      onScore: judge,
    });
    this.receiving = new ReceivingMedia({ router, transport: receive, events, log, onFlow: judge });
  }

  /** How good the line is. */
  get quality(): LineQuality {
    return this.#quality;
  }

  close(): void {
    this.sending.close();
    this.receiving.close();
  }

  #judge(): void {
    const before = this.#quality;
    this.#arrives = lineQuality([...this.sending.scores, ...this.receiving.scores], this.#arrives);
    const { cameraRests } = this.sending;
    this.#quality = withoutPictures(this.#arrives, { cameraRests, stalled: this.receiving.stalled });
    if (this.#quality !== before) this.#events.lineChanged();
  }
}
