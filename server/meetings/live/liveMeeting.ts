/**
 * Owns one meeting while people are in it: who leads, who is let in, who goes. A person comes in by `join`; what they
 * ask for afterwards comes with their participant as the first argument.
 */
import { SamradError } from '../../../shared/protocol/errors.ts';
import type { JoinedInfo, LobbyInfo } from '../../../shared/protocol/requests.ts';
import type { Log } from '../../log.ts';
import { MediaRoom } from '../../media/mediaRoom.ts';
import type { WorkerPool } from '../../media/workerPool.ts';
import type { MeetingRecord, Seat } from '../meetingService.ts';
import { Arrivals } from './arrivals.ts';
import type { MeetingBook } from './meetingBook.ts';
import { MeetingView } from './meetingView.ts';
import type { Visitor } from './page.ts';
import type { Participant, SeatsKeptMs } from './participant.ts';
import { Participants } from './participants.ts';

interface Settings {
  readonly record: MeetingRecord;
  readonly pool: WorkerPool;
  readonly book: MeetingBook;
  /** How many may be in the room, those who reconnect included. */
  readonly capacity: number;
  readonly seatsKeptMs: SeatsKeptMs;
  readonly log: Log;
  /** Ended for all, and written down. */
  readonly onEnded: () => void;
  /** Nobody is in it any more. */
  readonly onClosed: () => void;
}

interface Parts {
  readonly participants: Participants;
  readonly view: MeetingView;
  readonly room: MediaRoom;
}

export class LiveMeeting {
  readonly #settings: Settings;
  readonly #participants: Participants;
  readonly #view: MeetingView;
  readonly #room: MediaRoom;
  readonly #arrivals: Arrivals;
  #lastHand = 0;
  #closed = false;

  private constructor(settings: Settings, { participants, view, room }: Parts) {
    this.#settings = settings;
    this.#participants = participants;
    this.#view = view;
    this.#room = room;
    this.#arrivals = new Arrivals({
      participants,
      view,
      room,
      book: settings.book,
      capacity: settings.capacity,
      seatsKeptMs: settings.seatsKeptMs,
      isClosed: () => this.#closed,
      forget: (participant) => this.#forget(participant),
      onGone: (participant) => void this.leave(participant),
    });
  }

  /** Opens a meeting with its media room. @throws SamradError `media-unavailable`. */
  static async create(settings: Settings): Promise<LiveMeeting> {
    const { record, pool, log } = settings;
    const participants = new Participants();
    const view = new MeetingView({ record, participants });
    const room = await MediaRoom.create({
      pool,
      log,
      onLost: () => view.mediaLost(),
      onSpoke: (participantIds) => view.spoke(participantIds),
    });
    log.info('meeting live');
    return new LiveMeeting(settings, { participants, view, room });
  }

  get closed(): boolean {
    return this.#closed;
  }

  /**
   * Gives a visitor a place: the one the person has already, or one in the room or in the lobby.
   * @throws SamradError `already-joined`, `meeting-full`, `media-unavailable`; `wrong-state` where the meeting closed.
   */
  join(seat: Seat, visitor: Visitor): Promise<Participant> {
    return this.#arrivals.join(seat, visitor);
  }

  /** What a participant's page is told of where it is. @throws SamradError `wrong-state`, `media-unavailable`. */
  async whereabouts(participant: Participant): Promise<LobbyInfo | JoinedInfo> {
    if (participant.state.name === 'lobby') return this.#view.lobby();
    if (participant.state.name !== 'joined') throw new SamradError('wrong-state');
    const media = participant.state.media.setup ?? (await participant.state.media.renew());
    return { state: 'joined', meeting: this.#view.snapshot(participant), media };
  }

  /** Goes for good. Nothing happens for one who has gone. */
  async leave(participant: Participant): Promise<void> {
    const { inRoom } = participant;
    this.#forget(participant);
    if (inRoom) await this.#settings.book.left(participant);
  }

  /** Lets somebody in from the lobby. @throws SamradError `not-found`, `meeting-full`, `media-unavailable`. */
  async admit(leader: Participant, participantId: string): Promise<void> {
    requireLead(leader);
    const participant = this.#participants.find(participantId);
    if (!participant) throw new SamradError('not-found');
    const write = () => this.#settings.book.admission(leader, participant, true);
    if (participant.state.name === 'lobby') {
      await this.#arrivals.enter(participant, participant.state, { otherwise: 'lobby', write });
      participant.admitted = true;
      await this.#welcome(participant);
    } else if (participant.inLobby) {
      await write();
      participant.admitted = true;
    }
  }

  /** Turns somebody in the lobby away; nothing happens where nobody waits under this id. @throws SamradError `not-found`. */
  async decline(leader: Participant, participantId: string): Promise<void> {
    requireLead(leader);
    const participant = this.#participants.find(participantId);
    if (!participant) return;
    if (!participant.inLobby) throw new SamradError('wrong-state');
    await this.#settings.book.admission(leader, participant, false);
    if (this.#participants.find(participantId)?.inLobby !== true) return;
    participant.push('meeting:declined', {});
    this.#forget(participant);
  }

  /** Says for the others that somebody in the room is who they say, for as long as their session lasts. @throws SamradError `not-found`. */
  async confirm(leader: Participant, participantId: string): Promise<void> {
    requireLead(leader);
    const participant = this.#participants.find(participantId);
    if (!participant?.inRoom) throw new SamradError('not-found');
    if (!participant.unconfirmed) return;
    await this.#settings.book.confirmed(leader, participant);
    participant.confirm(leader.member.name);
    this.#view.changed();
  }

  /** Raises or lowers the hand. A hand that is up keeps its turn. */
  raiseHand(participant: Participant, raised: boolean): void {
    if (raised === (participant.handRaisedAt !== null)) return;
    // No two hands in the same millisecond: their order is what matters.
    if (raised) this.#lastHand = Math.max(Date.now(), this.#lastHand + 1);
    participant.handRaisedAt = raised ? new Date(this.#lastHand).toISOString() : null;
    this.#view.changed();
  }

  /** Ends the meeting for all. @throws SamradError `not-found`. */
  async end(leader: Participant): Promise<void> {
    requireLead(leader);
    await this.#settings.book.ended(leader);
    this.#settings.onEnded();
    const everybody = this.#participants.all;
    for (const participant of everybody) participant.push('meeting:ended', {});
    await Promise.all(everybody.map((participant) => this.leave(participant)));
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#view.close();
    for (const participant of this.#participants.all) participant.leave();
    this.#room.close();
    this.#settings.log.info('meeting no longer live');
    this.#settings.onClosed();
  }

  /** Tells one who was let in; a page whose line is down hears it when it comes back. */
  async #welcome(participant: Participant): Promise<void> {
    if (participant.state.name !== 'joined') return;
    const told = await this.whereabouts(participant);
    if (told.state === 'joined') participant.push('meeting:admitted', told);
  }

  #forget(participant: Participant): void {
    participant.leave();
    if (!this.#participants.remove(participant)) return;
    this.#view.changed();
    if (this.#participants.empty) this.close();
  }
}

function requireLead(participant: Participant): void {
  if (!participant.mayLead) throw new SamradError('not-found');
}
