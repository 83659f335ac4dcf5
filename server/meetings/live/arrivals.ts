/** Owns how people come into a meeting: to the place they have, into the lobby, and from there into the room. */
import { isDeepStrictEqual } from 'node:util';
import type { Helper } from '../../../shared/meetings/helpers.ts';
import { SamradError } from '../../../shared/protocol/errors.ts';
import type { MediaRoom } from '../../media/mediaRoom.ts';
import type { Seat } from '../meetingService.ts';
import { enterRoom } from './entrance.ts';
import type { MeetingBook } from './meetingBook.ts';
import type { MeetingView } from './meetingView.ts';
import type { Place, Visitor } from './page.ts';
import { Participant, type SeatsKeptMs } from './participant.ts';
import type { Participants } from './participants.ts';
import type { Steering } from './steering.ts';

interface Settings {
  readonly participants: Participants;
  readonly view: MeetingView;
  readonly steering: Steering;
  readonly book: MeetingBook;
  readonly room: Pick<MediaRoom, 'openPeer'>;
  /** How many may be in the room. */
  readonly capacity: number;
  readonly seatsKeptMs: SeatsKeptMs;
  readonly isClosed: () => boolean;
  /** Takes somebody who did not get in off the list. */
  readonly forget: (participant: Participant) => void;
  /** The line stayed down, or the session ended. */
  readonly onGone: (participant: Participant) => void;
}

export class Arrivals {
  readonly #settings: Settings;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  /**
   * Gives a visitor a place.
   * @throws SamradError `already-joined`, `meeting-full`, `meeting-locked`, `media-unavailable`; `wrong-state` where they went meanwhile.
   */
  async join(seat: Seat, visitor: Visitor): Promise<Participant> {
    const { participants, isClosed } = this.#settings;
    for (;;) {
      if (isClosed()) throw new SamradError('wrong-state');
      const present = participants.of(seat.member.personId);
      if (!present) return this.#arrive(seat, visitor);
      if (present.state.name !== 'connecting') return this.#seatAgain(present, seat, visitor);
      await present.state.settled;
    }
  }

  /** From the lobby into the room, told so; a page whose line is down hears it when it comes back. */
  async letIn(participant: Participant, place: Place, write: () => Promise<void>): Promise<void> {
    await this.#enter(participant, place, { otherwise: 'lobby', write });
    participant.admitted = true;
    if (participant.state.name === 'joined')
      participant.push('meeting:admitted', await this.#settings.view.joined(participant));
  }

  /** These sit beside somebody from now on; it is on disk before anybody sees it. */
  async setBeside(participant: Participant, beside: readonly Helper[]): Promise<void> {
    const { book, view } = this.#settings;
    if (isDeepStrictEqual(participant.beside, beside)) return;
    if (participant.inRoom) await book.besides(participant, beside);
    participant.beside = beside;
    view.changed();
  }

  /** From the room into the lobby; one whose line is down finds themselves there when they come back. */
  async toLobby(participant: Participant): Promise<void> {
    const { view, book, forget } = this.#settings;
    const { state } = participant;
    if (!participant.inRoom) return;
    participant.media?.close();
    if (state.name === 'joined') {
      const { page, seat, receives, takePrepared } = state;
      participant.enter({ name: 'lobby', page, seat, receives, takePrepared });
      participant.push('meeting:putBack', view.lobby(participant));
      view.changed();
    } else forget(participant);
    await book.left(participant);
  }

  /** Takes somebody into the room. @throws SamradError `meeting-full`, `media-unavailable`, `wrong-state`. */
  async #enter(
    participant: Participant,
    { page, seat, receives, takePrepared }: Place,
    { otherwise, write }: { otherwise: 'lobby' | 'gone'; write?: () => Promise<void> },
  ): Promise<void> {
    const { room, book, view } = this.#settings;
    this.#requireRoomFor(participant);
    try {
      await enterRoom({
        room,
        participant,
        place: { page, seat, receives, takePrepared },
        otherwise,
        write: () => Promise.all([write?.(), book.joined(participant)]),
        onMediaChanged: () => view.changed(),
      });
      view.speakersUnknown();
    } finally {
      view.changed();
    }
  }

  async #arrive(seat: Seat, { page, seat: mark, receives, takePrepared, beside = [] }: Visitor): Promise<Participant> {
    const { participants, view, steering, seatsKeptMs, onGone, forget } = this.#settings;
    const participant = new Participant({ seat, seatsKeptMs, onChanged: () => view.changed(), onGone });
    participant.beside = beside;
    if (steering.course.locked && !participant.admitted) throw new SamradError('meeting-locked');
    participants.add(participant);
    const place = { page, seat: mark, receives, takePrepared };
    try {
      if (this.#mayEnter(participant)) await this.#enter(participant, place, { otherwise: 'gone' });
      else await this.#knock(participant, place);
    } catch (error) {
      forget(participant);
      throw error;
    }
    return participant;
  }

  #mayEnter(participant: Participant): boolean {
    return participant.admitted && !this.#settings.steering.holdsBack(participant);
  }

  /** Nobody is left waiting at the door of a room that is full: they are told, and may try again. */
  async #knock(participant: Participant, place: Place): Promise<void> {
    this.#requireRoomFor(participant);
    participant.enter({ name: 'lobby', ...place });
    this.#settings.view.changed();
    await this.#settings.book.waiting(participant);
  }

  #requireRoomFor(participant: Participant): void {
    const { participants, capacity } = this.#settings;
    if (participants.takenByOthers(participant) >= capacity) throw new SamradError('meeting-full');
  }

  /** The same page on a new line goes on where it was; another page of the person begins anew. */
  async #seatAgain(
    participant: Participant,
    { admitted }: Seat,
    { page, seat, receives, takePrepared, takeOver, beside }: Visitor,
  ): Promise<Participant> {
    const before = participant.state;
    if (before.name === 'gone' || before.name === 'connecting') throw new SamradError('wrong-state');
    participant.admitted ||= admitted;
    const isSamePage = before.seat === seat;
    if (before.name !== 'reconnecting' && !isSamePage && !takeOver) throw new SamradError('already-joined');
    const earlier = before.name === 'reconnecting' || before.page === page ? null : before.page;
    if (!isSamePage) earlier?.push('meeting:takenOver', {});
    const { media } = participant;
    const place = { page, seat, receives, takePrepared };
    participant.enter(media ? { name: 'joined', ...place, media } : { name: 'lobby', ...place });
    earlier?.close();
    this.#settings.view.changed();
    // Another device has other people before it.
    await this.setBeside(participant, beside ?? (isSamePage ? participant.beside : []));
    if (media && !isSamePage) await media.renew(takePrepared());
    if (!media && this.#mayEnter(participant)) await this.#enter(participant, place, { otherwise: 'lobby' });
    return participant;
  }
}
