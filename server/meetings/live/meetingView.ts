/** Owns what each page knows of a live meeting: whole snapshots, pushed at most once per turn of the event loop. */
import { isDeepStrictEqual } from 'node:util';
import type { LobbyInfo } from '../../../shared/protocol/requests.ts';
import type { MeetingSnapshot } from '../../../shared/protocol/types.ts';
import type { MeetingRecord } from '../meetingService.ts';
import type { Participant } from './participant.ts';
import type { Participants } from './participants.ts';

interface Settings {
  readonly record: MeetingRecord;
  readonly participants: Participants;
}

export class MeetingView {
  readonly #settings: Settings;
  #pending: ReturnType<typeof setImmediate> | undefined;
  #waitingFor: LobbyInfo['waitingFor'] = 'convener';
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
    const { id, planId, patientName, kind } = this.#settings.record;
    const participants = this.#settings.participants.all;
    return {
      meetingId: id,
      planId,
      patientName,
      kind,
      me: me.id,
      mayLead: me.mayLead,
      participants: participants.filter(({ inRoom }) => inRoom).map((one) => one.info()),
      lobby: me.mayLead ? participants.filter(({ inLobby }) => inLobby).map((one) => one.knock()) : [],
    };
  }

  lobby(): LobbyInfo {
    const { id, kind, convener } = this.#settings.record;
    const led = this.#settings.participants.all.some(({ mayLead, state }) => mayLead && state.name === 'joined');
    const waitingFor = led ? 'admission' : 'convener';
    return { state: 'lobby', meetingId: id, kind, convenerName: convener.name, waitingFor };
  }

  close(): void {
    clearImmediate(this.#pending);
  }

  #tell(): void {
    this.#pending = undefined;
    const lobby = this.lobby();
    const lobbyChanged = lobby.waitingFor !== this.#waitingFor;
    this.#waitingFor = lobby.waitingFor;
    for (const participant of this.#settings.participants.all) {
      const { name } = participant.state;
      if (name === 'joined') participant.push('meeting:changed', this.snapshot(participant));
      if (name === 'lobby' && lobbyChanged) participant.push('meeting:lobbyChanged', lobby);
    }
  }
}
