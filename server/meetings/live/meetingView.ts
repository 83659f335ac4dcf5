/** Owns what each page knows of a live meeting: whole snapshots, pushed at most once per turn of the event loop. */
import { isDeepStrictEqual } from 'node:util';
import { SamradError } from '../../../shared/protocol/errors.ts';
import { timeOfPoint } from '../../../shared/meetings/agenda.ts';
import type { JoinedInfo, LobbyInfo } from '../../../shared/protocol/requests.ts';
import type { ChatMessage, Knock, MeetingSnapshot } from '../../../shared/protocol/types.ts';
import type { MeetingRecord } from '../meetingService.ts';
import type { Participant } from './participant.ts';
import type { Participants } from './participants.ts';
import type { Steering } from './steering.ts';

interface Settings {
  readonly record: MeetingRecord;
  readonly participants: Participants;
  /** What has been written in the meeting so far. */
  readonly chat: () => readonly ChatMessage[];
  readonly steering: Pick<Steering, 'terms' | 'course' | 'holdsBack' | 'callOf'>;
}

export class MeetingView {
  readonly #settings: Settings;
  #pending: ReturnType<typeof setImmediate> | undefined;
  /** What each who waits was told last. */
  readonly #told = new WeakMap<Participant, LobbyInfo>();
  #speakers: readonly string[] | null = null;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  /** Something changed: everybody hears of it at the end of this turn. */
  changed(): void {
    this.#pending ??= setImmediate(() => this.#tell());
  }

  /** Who speaks now; told when it is another list than before. */
  spoke(participantIds: string[]): void {
    if (isDeepStrictEqual(participantIds, this.#speakers)) return;
    this.#speakers = participantIds;
    for (const participant of this.#settings.participants.all)
      if (participant.state.name === 'joined') participant.push('meeting:spoke', { participantIds });
  }

  /** The media worker died: whoever is in the room asks for transports anew. */
  mediaLost(): void {
    for (const participant of this.#settings.participants.all)
      if (participant.state.name === 'joined') participant.push('media:lost', {});
    this.changed();
  }

  /** Somebody came who has not heard who speaks: the next list is told whatever it is. */
  speakersUnknown(): void {
    this.#speakers = null;
  }

  snapshot(me: Participant): MeetingSnapshot {
    const { record, steering } = this.#settings;
    const { id, planId, patientName, kind } = record;
    const participants = this.#settings.participants.all;
    return {
      meetingId: id,
      planId,
      patientName,
      kind,
      terms: steering.terms,
      course: steering.course,
      me: me.id,
      mayLead: me.mayLead,
      participants: participants.filter(({ inRoom }) => inRoom).map((one) => one.info()),
      lobby: me.mayLead ? participants.filter(({ inLobby }) => inLobby).map((one) => this.#knock(one)) : [],
    };
  }

  /** All that a page needs in the room. @throws SamradError `wrong-state`, `media-unavailable`. */
  async joined(participant: Participant): Promise<JoinedInfo> {
    if (participant.state.name !== 'joined') throw new SamradError('wrong-state');
    const offer = await participant.state.media.offer(participant.state.receives);
    return { state: 'joined', meeting: this.snapshot(participant), chat: [...this.#settings.chat()], ...offer };
  }

  /** What one who waits is told. */
  lobby(participant: Participant): LobbyInfo {
    const { record, participants, steering } = this.#settings;
    const { id, kind, convener } = record;
    const call = steering.callOf(participant);
    const waitingFor = this.#waitingFor(participant);
    const tellsWho = waitingFor === 'professionals' || waitingFor === 'point';
    const time = call && timeOfPoint(steering.terms.agenda, call.pointId, Date.parse(record.startsAt));
    const lobby: LobbyInfo = {
      state: 'lobby',
      meetingId: id,
      kind,
      convenerName: convener.name,
      waitingFor,
      present: tellsWho
        ? participants.all
            .filter(({ inRoom }) => inRoom)
            .map(({ member: { name, role }, beside }) => ({ name, role, beside: [...beside] }))
        : [],
      pointAt: time ? new Date(time.from).toISOString() : null,
      rung: call?.isNow === true && waitingFor === 'point',
    };
    this.#told.set(participant, lobby);
    return lobby;
  }

  close(): void {
    clearImmediate(this.#pending);
  }

  #tell(): void {
    this.#pending = undefined;
    for (const participant of this.#settings.participants.all) {
      const { name } = participant.state;
      if (name === 'joined') participant.push('meeting:changed', this.snapshot(participant));
      if (name === 'lobby') this.#tellWaiting(participant);
    }
  }

  #tellWaiting(participant: Participant): void {
    const before = this.#told.get(participant);
    const lobby = this.lobby(participant);
    // The first is the answer to the join, or the push that took them here.
    if (before && !isDeepStrictEqual(before, lobby)) participant.push('meeting:lobbyChanged', lobby);
  }

  #waitingFor(participant: Participant): LobbyInfo['waitingFor'] {
    const { participants, steering } = this.#settings;
    if (steering.holdsBack(participant)) return 'professionals';
    if (steering.callOf(participant) !== null && !participant.unconfirmed) return 'point';
    const led = participants.all.some(({ mayLead, state }) => mayLead && state.name === 'joined');
    return led ? 'admission' : 'convener';
  }

  #knock(participant: Participant): Knock {
    const { steering } = this.#settings;
    const heldBack = steering.holdsBack(participant);
    return { ...participant.knock(), heldBack, callIn: steering.callOf(participant) !== null };
  }
}
