/**
 * The way into, through and out of one meeting, without a screen. It holds the state, asks the server for the seat, and
 * asks again by itself whenever the line was lost. Whoever shows the meeting subscribes to it.
 */
import { SamradError, type ErrorCode } from '../../shared/protocol/errors.ts';
import type { Helper } from '../../shared/meetings/helpers.ts';
import type { ConsumerInfo, MediaSetup, RtpCapabilities } from '../../shared/protocol/media.ts';
import type { JoinedInfo, LobbyInfo } from '../../shared/protocol/requests.ts';
import type { MeetingInfo } from '../../shared/protocol/types.ts';
import { ConnectionLost, type MeetingSocket, type SocketStatus } from '../api/socket.ts';
import { backoff, wait } from '../media/backoff.ts';
import { wantsSeat, type MeetingState } from './state.ts';

/** Failures that pass: the same request is sent again after a while. */
const passing: ReadonlySet<ErrorCode> = new Set(['internal', 'media-unavailable', 'too-many', 'wrong-state']);
/** How often a first join is tried before the person is told; whoever was in the room before is never given up. */
const firstTries = 6;

/** What the flow does to sound and picture. */
export interface FlowMedia {
  /** `sent` is what the others send now; null where the server did not tell. */
  readonly start: (setup: MediaSetup, sent: readonly ConsumerInfo[] | null) => void;
  /** What this browser can receive, where it is known already. */
  readonly receives: () => RtpCapabilities | null;
  readonly rebuild: () => void;
  /** Out of the room, and waiting to be let in: devices are kept, and the way in is made ready. */
  readonly wait: () => void;
  /** Done with it: lets go of the devices too. */
  readonly release: () => void;
  readonly add: (info: ConsumerInfo) => void;
  readonly remove: (consumerId: string) => void;
  readonly pause: (consumerId: string, paused: boolean) => void;
  readonly stall: (consumerId: string, stalled: boolean) => void;
}

interface MeetingFlowParts {
  readonly meetingId: string;
  /** Made once by the page, and kept for as long as it lives. */
  readonly seat: string;
  readonly socket: MeetingSocket;
  readonly media: FlowMedia;
  /** In the room, again after every break: with all that a page is told then. */
  readonly entered?: (joined: JoinedInfo) => void;
  /** Who sits beside me now: said again with every join, since a server that was restarted has forgotten. */
  readonly beside?: () => readonly Helper[];
  /** @throws SamradError */
  readonly loadMeeting: () => Promise<MeetingInfo>;
}

export class MeetingFlow {
  readonly #parts: MeetingFlowParts;
  readonly #listeners = new Set<(state: MeetingState) => void>();
  #ends: (() => void)[] = [];
  #state: MeetingState = { name: 'loading' };
  /** Grows with every join and every end; an answer to an older one is not heeded. */
  #round = 0;

  constructor(parts: MeetingFlowParts) {
    this.#parts = parts;
  }

  get state(): MeetingState {
    return this.#state;
  }

  /** Hears every change of state. Returns the end of it. */
  subscribe(listener: (state: MeetingState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Begins: looks up the meeting and shows the device check. Also the way back in after having left. */
  async start(): Promise<void> {
    this.#listen();
    const round = this.#next({ name: 'loading' });
    try {
      const meeting = await this.#parts.loadMeeting();
      if (round !== this.#round) return;
      if (meeting.state === 'ended') this.#over({ name: 'ended' });
      else this.#change({ name: 'deviceCheck', meeting });
    } catch (error) {
      if (round === this.#round) this.#fail(codeOf(error));
    }
  }

  /** Takes the seat. `takeOver` also when I am in the meeting from another page. */
  join({ takeOver }: { takeOver: boolean }): void {
    this.#next({ name: 'joining', takeOver });
    void this.#askForSeat(takeOver);
  }

  leave(): void {
    this.#parts.socket.ask('meeting:leave', {}).catch(() => undefined);
    this.#over({ name: 'left' });
  }

  close(): void {
    this.#round += 1;
    for (const end of this.#ends.splice(0)) end();
    this.#listeners.clear();
  }

  async #askForSeat(takeOver: boolean): Promise<void> {
    const { meetingId, seat, socket, media, beside } = this.#parts;
    const round = (this.#round += 1);
    for (let tries = 0; round === this.#round; tries += 1) {
      try {
        const answer = await socket.ask('meeting:join', {
          meetingId,
          seat,
          takeOver,
          rtpCapabilities: media.receives() ?? undefined,
          ...(beside && { beside: [...beside()] }),
        });
        if (round === this.#round) this.#enter(answer);
        return;
      } catch (error) {
        if (round !== this.#round) return;
        // Without a line there is nothing to try: the join is sent again when the line is back.
        if (error instanceof ConnectionLost) return this.#lineChanged(socket.status());
        const code = codeOf(error);
        if (!passing.has(code) || (this.#state.name === 'joining' && tries >= firstTries)) return this.#refused(code);
        await wait(backoff(tries));
      }
    }
  }

  #enter(answer: LobbyInfo | JoinedInfo): void {
    if (answer.state === 'lobby') {
      this.#parts.media.wait();
      this.#change({ name: 'lobby', lobby: answer, connection: 'live' });
    } else {
      this.#parts.media.start(answer.media, answer.consumers ?? null);
      this.#parts.entered?.(answer);
      this.#change({ name: 'inRoom', meeting: answer.meeting, speaking: [], connection: 'live' });
    }
  }

  #refused(code: ErrorCode): void {
    if (code === 'already-joined') {
      // Whoever was in and comes back to find the seat taken has been replaced by another page meanwhile.
      if (this.#state.name === 'joining') this.#change({ name: 'takeOverAsk' });
      else this.#over({ name: 'takenOver' });
    } else if (code === 'meeting-ended') this.#over({ name: 'ended' });
    else this.#fail(code);
  }

  #listen(): void {
    if (this.#ends.length > 0) return;
    const { socket, media } = this.#parts;
    this.#ends = [
      socket.onStatus((status) => this.#lineChanged(status)),
      socket.on('meeting:admitted', (joined) => {
        if (this.#state.name === 'lobby') this.#enter(joined);
      }),
      socket.on('meeting:declined', () => {
        if (this.#state.name === 'lobby') this.#over({ name: 'declined' });
      }),
      socket.on('meeting:putBack', (lobby) => {
        if (this.#state.name === 'inRoom') this.#enter(lobby);
      }),
      socket.on('meeting:removed', () => {
        if (wantsSeat(this.#state)) this.#over({ name: 'removed' });
      }),
      socket.on('meeting:lobbyChanged', (lobby) => {
        if (this.#state.name === 'lobby') this.#change({ ...this.#state, lobby });
      }),
      socket.on('meeting:changed', (meeting) => {
        if (this.#state.name === 'inRoom') this.#change({ ...this.#state, meeting });
      }),
      socket.on('meeting:spoke', ({ participantIds }) => {
        if (this.#state.name === 'inRoom') this.#change({ ...this.#state, speaking: participantIds });
      }),
      socket.on('meeting:ended', () => {
        if (wantsSeat(this.#state)) this.#over({ name: 'ended' });
      }),
      socket.on('meeting:takenOver', () => {
        if (wantsSeat(this.#state)) this.#over({ name: 'takenOver' });
      }),
      socket.on('media:lost', () => media.rebuild()),
      socket.on('media:consumerAdded', (info) => media.add(info)),
      socket.on('media:consumerClosed', ({ consumerId }) => media.remove(consumerId)),
      socket.on('media:consumerPaused', ({ consumerId, paused }) => media.pause(consumerId, paused)),
      socket.on('media:consumerStalled', ({ consumerId, stalled }) => media.stall(consumerId, stalled)),
    ];
  }

  #lineChanged(status: SocketStatus): void {
    if (!wantsSeat(this.#state)) return;
    if (status.name === 'refused') return this.#fail(status.code);
    if (status.name === 'up') void this.#askForSeat(this.#state.name === 'joining' && this.#state.takeOver);
    else if ('connection' in this.#state) this.#change({ ...this.#state, connection: 'reconnecting' });
  }

  #fail(code: ErrorCode): void {
    this.#over({ name: 'failed', code });
  }

  #over(state: MeetingState): void {
    this.#next(state);
    this.#parts.media.release();
  }

  #next(state: MeetingState): number {
    this.#round += 1;
    this.#change(state);
    return this.#round;
  }

  #change(state: MeetingState): void {
    this.#state = state;
    for (const listener of [...this.#listeners]) listener(state);
  }
}

function codeOf(error: unknown): ErrorCode {
  return error instanceof SamradError ? error.code : 'internal';
}
