/** Owns the transports that are made for a page before it comes into a meeting, until it takes them along or goes. */
import { SamradError } from '../../shared/protocol/errors.ts';
import type { RequestInput, RequestOutput } from '../../shared/protocol/requests.ts';
import type { Session } from '../access/sessions.ts';
import type { TransportPair } from '../media/transportPair.ts';
import type { LiveMeetings } from '../meetings/live/liveMeetings.ts';

interface Settings {
  readonly meetings: Pick<LiveMeetings, 'prepare'>;
  readonly session: () => Session;
}

export class OwnTransports {
  readonly #settings: Settings;
  #pair: TransportPair | null = null;
  /** They are the meeting's now. */
  #taken = false;
  /** Grows with every beginning and end: what is ready only when it is not wanted any more is closed at once. */
  #turn = 0;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  /** Makes them, in place of those before. @throws SamradError `not-found`, `media-unavailable`. */
  async prepare({ meetingId }: RequestInput<'media:prepare'>): Promise<RequestOutput<'media:prepare'>> {
    const { meetings, session } = this.#settings;
    this.close();
    const turn = this.#turn;
    const pair = await meetings.prepare(meetingId, session());
    if (turn !== this.#turn) {
      pair?.close();
      return { media: null };
    }
    this.#pair = pair;
    return { media: pair?.setup ?? null };
  }

  /** Starts the DTLS handshake of one of them. @throws SamradError `wrong-state` where there are none; as TransportPair. */
  async connect(input: RequestInput<'media:connectPrepared'>): Promise<void> {
    if (!this.#pair) throw new SamradError('wrong-state');
    await this.#pair.connect(input);
  }

  /** Gives them to the meeting, once. */
  take(): TransportPair | null {
    this.#turn += 1;
    if (this.#taken) return null;
    this.#taken = true;
    return this.#pair;
  }

  close(): void {
    this.#turn += 1;
    if (!this.#taken) this.#pair?.close();
    this.#pair = null;
    this.#taken = false;
  }
}
