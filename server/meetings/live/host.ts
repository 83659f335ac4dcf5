/** Owns what those who lead a meeting do about the people in it: who comes in, who waits, who goes. */
import type { Member } from '../../../shared/domain/policy.ts';
import { SamradError } from '../../../shared/protocol/errors.ts';
import type { Phase } from '../../../shared/meetings/course.ts';
import type { Arrivals } from './arrivals.ts';
import type { MeetingBook } from './meetingBook.ts';
import type { MeetingView } from './meetingView.ts';
import type { Participant } from './participant.ts';
import type { Participants } from './participants.ts';
import type { Steering } from './steering.ts';

interface Settings {
  readonly participants: Participants;
  readonly arrivals: Arrivals;
  readonly steering: Steering;
  readonly view: MeetingView;
  readonly book: MeetingBook;
  /** Takes somebody off the list. */
  readonly forget: (participant: Participant) => void;
}

export class Host {
  readonly #settings: Settings;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  /**
   * Lets somebody in from the lobby.
   * @throws SamradError `not-found`, `meeting-full`, `media-unavailable`; `wrong-state` for one who waits for the professionals.
   */
  async admit(leader: Participant, participantId: string): Promise<void> {
    requireLead(leader);
    const participant = this.#find(participantId);
    if (!participant) throw new SamradError('not-found');
    if (participant.inLobby && this.#settings.steering.holdsBack(participant)) throw new SamradError('wrong-state');
    await this.#admit(leader, participant);
  }

  /** Lets in all who wait for admission. @throws SamradError `not-found`, `meeting-full`, `media-unavailable`. */
  async admitAll(leader: Participant): Promise<void> {
    requireLead(leader);
    const { participants, steering } = this.#settings;
    const waiting = participants.all.filter(
      (one) => one.inLobby && !steering.holdsBack(one) && steering.callOf(one) === null,
    );
    await this.#admitEach(leader, waiting);
  }

  /** Turns somebody in the lobby away; nothing happens where nobody waits under this id. @throws SamradError `not-found`. */
  async decline(leader: Participant, participantId: string): Promise<void> {
    requireLead(leader);
    const participant = this.#find(participantId);
    if (!participant) return;
    if (!participant.inLobby) throw new SamradError('wrong-state');
    await this.#settings.book.admission(leader, participant, false);
    if (this.#find(participantId)?.inLobby !== true) return;
    participant.push('meeting:declined', {});
    this.#settings.forget(participant);
  }

  /** Says for the others that somebody in the room is who they say, for as long as their session lasts. @throws SamradError `not-found`. */
  async confirm(leader: Participant, participantId: string): Promise<void> {
    requireLead(leader);
    const participant = this.#find(participantId);
    if (!participant?.inRoom) throw new SamradError('not-found');
    if (!participant.unconfirmed) return;
    await this.#settings.book.confirmed(leader, participant);
    participant.confirm(leader.member.name);
    this.#settings.view.changed();
  }

  /** Lets somebody in the room write captions, or takes that back. @throws SamradError `not-found`. */
  setCaptioner(leader: Participant, { participantId, captions }: { participantId: string; captions: boolean }): void {
    requireLead(leader);
    const participant = this.#find(participantId);
    if (!participant?.inRoom) throw new SamradError('not-found');
    participant.captions = captions;
    this.#settings.view.changed();
  }

  /** Out of the room and into the lobby. @throws SamradError `not-found`; `wrong-state` for one who leads. */
  async putBack(leader: Participant, participantId: string): Promise<void> {
    requireLead(leader);
    const participant = this.#find(participantId);
    if (!participant) throw new SamradError('not-found');
    if (!participant.inRoom) return;
    if (participant.mayLead) throw new SamradError('wrong-state');
    await this.#settings.book.putBack(leader, participant);
    participant.admitted = false;
    await this.#settings.arrivals.toLobby(participant);
  }

  /** Out for good; nothing happens for one who has gone. @throws SamradError `not-found`; `wrong-state` for one who leads. */
  async remove(leader: Participant, participantId: string): Promise<void> {
    requireLead(leader);
    const participant = this.#find(participantId);
    if (!participant) return;
    if (participant.mayLead) throw new SamradError('wrong-state');
    await this.#settings.book.removed(leader, participant);
    await this.turnOut(participant, leader.member);
  }

  /** Takes somebody who is no longer invited out, and what they came by. */
  async turnOut(participant: Participant, by: Member): Promise<void> {
    const { book, forget } = this.#settings;
    const { inRoom } = participant;
    participant.push('meeting:removed', {});
    forget(participant);
    if (inRoom) await book.left(participant);
    await book.linkEnded(participant, by);
  }

  /** Begins or ends the part for professionals only. @throws SamradError `not-found`, `meeting-full`, `media-unavailable`. */
  async setPhase(leader: Participant, phase: Phase): Promise<void> {
    requireLead(leader);
    const { participants, steering, arrivals } = this.#settings;
    const held = participants.all.filter((one) => one.inLobby && steering.holdsBack(one));
    await steering.setPhase(leader, phase);
    const nowHeld = participants.all.filter((one) => one.inRoom && steering.holdsBack(one));
    for (const participant of nowHeld) await arrivals.toLobby(participant);
    if (phase === 'everyone') await this.#admitEach(leader, held);
  }

  /** All at once: one after the other, the last of eighteen would wait for seventeen pairs of transports. @throws SamradError, the first, when all have been tried. */
  async #admitEach(leader: Participant, waiting: readonly Participant[]): Promise<void> {
    const tries = waiting.map((participant) => this.#admit(leader, participant));
    await Promise.allSettled(tries);
    await Promise.all(tries);
  }

  async #admit(leader: Participant, participant: Participant): Promise<void> {
    const { arrivals, book } = this.#settings;
    const write = () => book.admission(leader, participant, true);
    if (participant.state.name === 'lobby') {
      await arrivals.letIn(participant, participant.state, write);
    } else if (participant.inLobby) {
      await write();
      participant.admitted = true;
    }
  }

  #find(participantId: string): Participant | undefined {
    return this.#settings.participants.find(participantId);
  }
}

/** @throws SamradError `not-found` for one who does not lead. */
export function requireLead(participant: Participant): void {
  if (!participant.mayLead) throw new SamradError('not-found');
}
