/** Where somebody is on the way into, in and out of a meeting. Each state holds only what belongs to it. */
import type { ErrorCode } from '../../shared/protocol/errors.ts';
import type { LobbyInfo } from '../../shared/protocol/requests.ts';
import type { MeetingInfo, MeetingSnapshot } from '../../shared/protocol/types.ts';

/** `reconnecting`: the line to the server is lost and comes back by itself. */
export type Connection = 'live' | 'reconnecting';

export type MeetingState =
  | { readonly name: 'loading' }
  | { readonly name: 'deviceCheck'; readonly meeting: MeetingInfo }
  /** Pressed *join*; no answer yet. */
  | { readonly name: 'joining'; readonly takeOver: boolean }
  | { readonly name: 'lobby'; readonly lobby: LobbyInfo; readonly connection: Connection }
  | {
      readonly name: 'inRoom';
      readonly meeting: MeetingSnapshot;
      readonly speaking: readonly string[];
      readonly connection: Connection;
    }
  /** I am in the meeting from another page; shall this one take over? */
  | { readonly name: 'takeOverAsk' }
  | { readonly name: 'takenOver' }
  | { readonly name: 'declined' }
  /** Taken out by those who lead. */
  | { readonly name: 'removed' }
  | { readonly name: 'ended' }
  | { readonly name: 'left' }
  | { readonly name: 'failed'; readonly code: ErrorCode };

export type MeetingStateName = MeetingState['name'];

/** The states in which the page holds, or wants, a seat: it asks for it again whenever the line comes back. */
export function wantsSeat(state: MeetingState): boolean {
  return state.name === 'joining' || state.name === 'lobby' || state.name === 'inRoom';
}
