/**
 * Owns one person's place in a live meeting: the state, with the fields that only this state has, and the page that the
 * person is on. What the states mean for the others is decided in liveMeeting.ts.
 */
import { newId } from '../../../shared/domain/ids.ts';
import type { Session } from '../../access/session.ts';
import type { Member } from '../../../shared/domain/policy.ts';
import type { MediaKey } from '../../../shared/protocol/mediaKeys.ts';
import type { Helper } from '../../../shared/meetings/helpers.ts';
import type { PushData, PushName } from '../../../shared/protocol/pushes.ts';
import type { SocketState } from '../../../shared/protocol/requests.ts';
import type { Knock, Participant as ParticipantInfo } from '../../../shared/protocol/types.ts';
import type { MediaPeer } from '../../media/mediaPeer.ts';
import type { Seat } from '../meetingService.ts';
import type { Page, Place } from './page.ts';

/** How long a seat is kept for one whose line is down, milliseconds. */
export interface SeatsKeptMs {
  readonly lobby: number;
  readonly joined: number;
}

type Away = { readonly name: 'reconnecting'; readonly seat: string; readonly timer: ReturnType<typeof setTimeout> };

export type ParticipantState =
  /** Let in, while the transports are made and the admission is written. `settled` never fails. */
  | ({ readonly name: 'connecting'; readonly settled: Promise<void> } & Place)
  | ({ readonly name: 'lobby' } & Place)
  | ({ readonly name: 'joined'; readonly media: MediaPeer } & Place)
  /** The line is down. Whoever was in the room keeps their media: it has a line of its own. */
  | (Away & { readonly from: 'lobby' })
  | (Away & { readonly from: 'joined'; readonly media: MediaPeer })
  | { readonly name: 'gone' };

interface Settings {
  readonly seat: Seat;
  readonly seatsKeptMs: SeatsKeptMs;
  /** The line went down. */
  readonly onChanged: () => void;
  /** The seat was not taken again in time, or the session ended. */
  readonly onGone: (participant: Participant) => void;
}

export class Participant {
  /** Stays the same for as long as the person has a place in the live meeting. */
  readonly id = newId();
  readonly member: Member;
  readonly mayLead: boolean;
  /** Let in while the line was down: goes straight in on return. */
  admitted: boolean;
  handRaisedAt: string | null = null;
  /** Who sits beside them at the same device. */
  beside: readonly Helper[] = [];
  /** Was asked to write captions. */
  captions = false;
  /** What the page has announced for end-to-end encryption. */
  mediaKey: MediaKey | null = null;
  readonly #settings: Settings;
  #state: ParticipantState = { name: 'gone' };
  #session: Pick<Session, 'id' | 'identification'> = { id: '', identification: 'link' };
  /** Who has confirmed who it is that holds a session. */
  #confirmed: { readonly by: string; readonly sessionId: string } | null = null;
  #leavePage: () => void = () => {};

  constructor(settings: Settings) {
    const { seat } = settings;
    this.member = seat.member;
    this.mayLead = seat.mayLead;
    this.admitted = seat.admitted || seat.mayLead;
    this.#settings = settings;
  }

  get state(): ParticipantState {
    return this.#state;
  }

  /** In the room as others see it. */
  get inRoom(): boolean {
    return this.media !== null;
  }

  get inLobby(): boolean {
    return this.#state.name === 'lobby' || (this.#state.name === 'reconnecting' && this.#state.from === 'lobby');
  }

  get media(): MediaPeer | null {
    return 'media' in this.#state ? this.#state.media : null;
  }

  /** What a page may ask for. A page whose seat was taken by another is outside. */
  stateFor(page: Page): SocketState {
    if (this.#state.name !== 'lobby' && this.#state.name !== 'joined') return 'outside';
    return this.#state.page === page ? this.#state.name : 'outside';
  }

  /** How it is known who this is, by the session now. */
  get identification(): Session['identification'] {
    return this.#session.identification;
  }

  knock(): Omit<Knock, 'heldBack' | 'callIn'> {
    const { name, role, organisation } = this.member;
    const { identification } = this.#session;
    return { id: this.id, name, role, organisation, identification, beside: [...this.beside] };
  }

  info(): ParticipantInfo {
    return {
      ...this.knock(),
      personId: this.member.personId,
      confirmedBy: this.#confirmedBy,
      state: this.#state.name === 'joined' ? 'joined' : 'reconnecting',
      microphone: this.media?.isOn('microphone') ?? false,
      camera: this.media?.isOn('camera') ?? false,
      cameraRests: this.media?.cameraRests ?? false,
      screen: this.media?.isOn('screen') ?? false,
      line: this.media?.line ?? 'good',
      mediaKey: this.mediaKey,
      captions: this.mayCaption,
      handRaisedAt: this.handRaisedAt,
    };
  }

  get mayCaption(): boolean {
    return this.captions || this.member.role === 'interpreter';
  }

  /** Came by a link, and nobody has said yet that they are who they say. */
  get unconfirmed(): boolean {
    return this.#session.identification === 'link' && this.#confirmedBy === null;
  }

  confirm(by: string): void {
    this.#confirmed = { by, sessionId: this.#session.id };
  }

  get #confirmedBy(): string | null {
    return this.#confirmed?.sessionId === this.#session.id ? this.#confirmed.by : null;
  }

  push<Name extends PushName>(name: Name, data: PushData<Name>): void {
    if ('page' in this.#state) this.#state.page.push(name, data);
  }

  /** Takes a place; whoever has no line any more is away at once. */
  enter(state: Extract<ParticipantState, Place>): void {
    this.#change(state);
    const { page } = state;
    const ends = [page.onLost(() => this.#lost(page)), page.onSessionEnded(() => this.#settings.onGone(this))];
    this.#leavePage = () => ends.forEach((end) => end());
    this.#session = page.session;
    if (!page.connected) this.#lost(page);
  }

  /** Out. Closes the media; answers whether the person was in the room. */
  leave(): boolean {
    const { media } = this;
    media?.close();
    this.#change({ name: 'gone' });
    return media !== null;
  }

  #change(state: ParticipantState): void {
    if (this.#state.name === 'reconnecting') clearTimeout(this.#state.timer);
    this.#leavePage();
    this.#leavePage = () => {};
    this.#state = state;
  }

  #lost(page: Page): void {
    const before = this.#state;
    // While connecting nothing changes yet: the line is looked at again when the place is taken.
    if ((before.name !== 'lobby' && before.name !== 'joined') || before.page !== page) return;
    const timer = setTimeout(() => this.#settings.onGone(this), this.#settings.seatsKeptMs[before.name]);
    const away = { name: 'reconnecting' as const, seat: before.seat, timer };
    // The session may still end while nobody is on the line, and then the media must not live on.
    const endSession = page.onSessionEnded(() => this.#settings.onGone(this));
    this.#change(
      before.name === 'lobby' ? { ...away, from: 'lobby' } : { ...away, from: 'joined', media: before.media },
    );
    this.#leavePage = endSession;
    this.#settings.onChanged();
  }
}
