/**
 * Owns one meeting while people are in it: who leads, who is let in, who goes. A person comes in by `join`; what they
 * ask for afterwards comes with their participant as the first argument.
 */
import type { Helper } from '../../../shared/meetings/helpers.ts';
import { SamradError } from '../../../shared/protocol/errors.ts';
import type { JoinedInfo, LobbyInfo } from '../../../shared/protocol/requests.ts';
import type { Log } from '../../log.ts';
import { MediaRoom } from '../../media/mediaRoom.ts';
import type { TransportPair } from '../../media/transportPair.ts';
import type { WorkerPool } from '../../media/workerPool.ts';
import type { AgreedAnew, MeetingRecord, Seat } from '../meetingService.ts';
import { Arrivals } from './arrivals.ts';
import { Host, requireLead } from './host.ts';
import { KeyRelay } from './keyRelay.ts';
import type { MeetingBook } from './meetingBook.ts';
import { MeetingView } from './meetingView.ts';
import type { Visitor } from './page.ts';
import type { Participant, SeatsKeptMs } from './participant.ts';
import { Participants } from './participants.ts';
import { Steering } from './steering.ts';
import { Words } from './words.ts';

interface Settings {
  readonly record: MeetingRecord;
  readonly pool: WorkerPool;
  readonly book: MeetingBook;
  /** How many may be in the room, those who reconnect included. */
  readonly capacity: number;
  readonly seatsKeptMs: SeatsKeptMs;
  readonly now: () => Date;
  readonly log: Log;
  /** Ended for all, and written down. */
  readonly onEnded: () => void;
  /** Nobody is in it any more. */
  readonly onClosed: () => void;
}

interface Parts {
  readonly participants: Participants;
  readonly view: MeetingView;
  readonly steering: Steering;
  readonly words: Words;
  readonly room: MediaRoom;
}

export class LiveMeeting {
  /** What those who lead do about the others. */
  readonly host: Host;
  /** What is written in it. */
  readonly words: Words;
  /** What pages pass each other of keys. */
  readonly keys: KeyRelay;
  readonly #steering: Steering;
  readonly #settings: Settings;
  readonly #participants: Participants;
  readonly #view: MeetingView;
  readonly #room: MediaRoom;
  readonly #arrivals: Arrivals;
  #lastHand = 0;
  #closed = false;

  private constructor(settings: Settings, { participants, view, steering, words, room }: Parts) {
    this.#settings = settings;
    this.#participants = participants;
    this.#view = view;
    this.#room = room;
    this.#steering = steering;
    this.words = words;
    this.keys = new KeyRelay({ participants, view });
    const forget = (participant: Participant) => this.#forget(participant);
    this.#arrivals = new Arrivals({
      participants,
      view,
      steering,
      room,
      book: settings.book,
      capacity: settings.capacity,
      seatsKeptMs: settings.seatsKeptMs,
      isClosed: () => this.#closed,
      forget,
      onGone: (participant) => void this.leave(participant),
    });
    this.host = new Host({ participants, arrivals: this.#arrivals, steering, view, book: settings.book, forget });
  }

  /** Opens a meeting with its media room. @throws SamradError `media-unavailable`. */
  static async create(settings: Settings): Promise<LiveMeeting> {
    const { record, pool, book, now, log } = settings;
    const participants = new Participants();
    const steering = new Steering({
      record,
      write: (by, step, course) => book.steered(by, step, course),
      onChanged: () => view.changed(),
      now,
    });
    const words = new Words({
      participants,
      kept: await book.written(),
      keep: (message) => book.wrote(message, steering.terms),
      now,
    });
    const view = new MeetingView({ record, participants, steering, chat: () => words.messages });
    const room = await MediaRoom.create({
      pool,
      log,
      onLost: () => view.mediaLost(),
      onSpoke: (participantIds) => view.spoke(participantIds),
    });
    log.info('meeting live');
    return new LiveMeeting(settings, { participants, view, steering, words, room });
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

  /** Transports for one who may come in soon; null where they may not, or too many wait. @throws SamradError `media-unavailable`. */
  async prepare({ admitted, mayLead }: Seat): Promise<TransportPair | null> {
    const isShut = this.#steering.course.locked && !admitted && !mayLead;
    return isShut || this.#closed ? null : this.#room.prepare();
  }

  /** What a participant's page is told of where it is. @throws SamradError `wrong-state`, `media-unavailable`. */
  async whereabouts(participant: Participant): Promise<LobbyInfo | JoinedInfo> {
    if (participant.state.name === 'lobby') return this.#view.lobby(participant);
    return this.#view.joined(participant);
  }

  /** Goes for good. Nothing happens for one who has gone. */
  async leave(participant: Participant): Promise<void> {
    const { inRoom } = participant;
    this.#forget(participant);
    if (inRoom) await this.#settings.book.left(participant);
  }

  /** Where the meeting is; for those who lead. @throws SamradError `not-found`. */
  steer(leader: Participant): Steering {
    requireLead(leader);
    return this.#steering;
  }

  /** What is agreed was changed: all see it, and who is no longer invited is out. */
  async renew({ terms, invited, by }: AgreedAnew): Promise<void> {
    this.#steering.renew(terms);
    const left = this.#participants.all.filter(({ mayLead, member }) => !mayLead && !invited.includes(member.personId));
    for (const participant of left) await this.host.turnOut(participant, by);
  }

  /** Comes when rung. @throws SamradError `wrong-state` where their point is not now, or nobody knows who holds their link. */
  async answerRing(participant: Participant): Promise<void> {
    const { state } = participant;
    const isNow = this.#steering.callOf(participant)?.isNow === true;
    if (!isNow || participant.unconfirmed || state.name !== 'lobby') throw new SamradError('wrong-state');
    await this.#arrivals.letIn(participant, state, () => Promise.resolve());
  }

  /** Says who sits beside somebody from now on. */
  async setBeside(participant: Participant, beside: readonly Helper[]): Promise<void> {
    await this.#arrivals.setBeside(participant, beside);
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

  #forget(participant: Participant): void {
    participant.leave();
    if (!this.#participants.remove(participant)) return;
    this.#view.changed();
    if (this.#participants.empty) this.close();
  }
}
