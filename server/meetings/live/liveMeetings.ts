/** Owns the meetings that people are in now. A meeting that is being opened is one promise, whoever asks for it. */
import { SamradError } from '../../../shared/protocol/errors.ts';
import type { JoinedInfo, LobbyInfo } from '../../../shared/protocol/requests.ts';
import type { Member } from '../../../shared/domain/policy.ts';
import type { Log } from '../../log.ts';
import { isOver } from '../../storage/meetingStore.ts';
import type { Session } from '../../access/session.ts';
import type { TransportPair } from '../../media/transportPair.ts';
import type { WorkerPool } from '../../media/workerPool.ts';
import type { AgreedAnew, MeetingRecord, MeetingService } from '../meetingService.ts';
import { LiveMeeting } from './liveMeeting.ts';
import { MeetingBook, type Books } from './meetingBook.ts';
import type { Visitor } from './page.ts';
import type { Participant, SeatsKeptMs } from './participant.ts';

/**
 * In the lobby nothing is lost by knocking again. In the room a tunnel, a closed lid or a restart must not cost the place: a
 * minute without any network, and what the way back takes where the line was seen to go at once.
 */
const usualSeatsKeptMs: SeatsKeptMs = { lobby: 15_000, joined: 90_000 };

interface Settings {
  readonly pool: WorkerPool;
  readonly meetings: Books & Pick<MeetingService, 'seatOf'>;
  readonly endLink: (about: { meetingId: string; personId: string; by: Member }) => Promise<void>;
  /** How many may be in one meeting's room. */
  readonly capacity: number;
  readonly seatsKeptMs?: SeatsKeptMs;
  readonly now: () => Date;
  readonly log: Log;
}

/** One person's place in a meeting that is live. */
export interface Attendance {
  readonly meeting: LiveMeeting;
  readonly participant: Participant;
}

export class LiveMeetings {
  readonly #settings: Settings;
  readonly #live = new Map<string, Promise<LiveMeeting>>();
  readonly #open = new Set<LiveMeeting>();
  /** Ended here: whoever read the meeting just before must not open it again. */
  readonly #ended = new Set<string>();
  #closed = false;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  /**
   * Gives a page its place in a meeting, and what the page is told of it.
   * @throws SamradError `not-found`, `meeting-ended`, `already-joined`, `meeting-full`, `meeting-locked`, `media-unavailable`.
   */
  async join(
    meetingId: string,
    visitor: Visitor,
  ): Promise<Attendance & { readonly whereabouts: LobbyInfo | JoinedInfo }> {
    const seat = await this.#settings.meetings.seatOf(visitor.page.session, meetingId);
    for (;;) {
      if (isOver(seat.meeting.state) || this.#ended.has(meetingId)) throw new SamradError('meeting-ended');
      const meeting = await this.#meeting(seat.meeting);
      // The last one may have left since it was opened.
      if (meeting.closed) continue;
      try {
        const participant = await meeting.join(seat, visitor);
        return { meeting, participant, whereabouts: await meeting.whereabouts(participant) };
      } catch (error) {
        throw this.#ended.has(meetingId) ? new SamradError('meeting-ended') : error;
      }
    }
  }

  /**
   * Transports for a page that may come into the meeting soon; null where nobody is in it yet, or it may not.
   * @throws SamradError `not-found`, `media-unavailable`.
   */
  async prepare(meetingId: string, session: Session): Promise<TransportPair | null> {
    const seat = await this.#settings.meetings.seatOf(session, meetingId);
    const meeting = await this.#live.get(meetingId);
    return meeting ? meeting.prepare(seat) : null;
  }

  /** What is agreed of a meeting was changed: those who are in it see it. */
  async renew(agreed: AgreedAnew): Promise<void> {
    await (await this.#live.get(agreed.meetingId))?.renew(agreed);
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    for (const meeting of [...this.#open]) meeting.close();
  }

  #meeting(record: MeetingRecord): Promise<LiveMeeting> {
    if (this.#closed) throw new SamradError('wrong-state');
    const known = this.#live.get(record.id);
    if (known) return known;
    const opening = this.#create(record).catch((error: unknown) => {
      this.#live.delete(record.id);
      throw error;
    });
    this.#live.set(record.id, opening);
    return opening;
  }

  async #create(record: MeetingRecord): Promise<LiveMeeting> {
    const { pool, meetings, endLink, capacity, seatsKeptMs = usualSeatsKeptMs, now } = this.#settings;
    const log = this.#settings.log.child({ meetingId: record.id });
    const meeting = await LiveMeeting.create({
      record,
      pool,
      book: new MeetingBook({ record, service: meetings, endLink, log }),
      capacity,
      seatsKeptMs,
      now,
      log,
      onEnded: () => this.#ended.add(record.id),
      onClosed: () => {
        this.#open.delete(meeting);
        this.#live.delete(record.id);
      },
    });
    this.#open.add(meeting);
    if (this.#closed) meeting.close();
    return meeting;
  }
}
