/** What is to be seen in the room: a tile for each person, and one for each shared screen. */
import type { MeetingSnapshot, Participant } from '../../shared/protocol/types.ts';
import type { LocalState } from '../media/localState.ts';
import type { RemoteMedia } from '../media/remoteMedia.ts';
import type { EncryptionView } from './endToEnd/encryption.ts';
import type { Layout } from './layout/layout.ts';
import { handOrder, isUnconfirmed } from './people.ts';

export interface PersonTile {
  readonly participant: Participant;
  readonly me: boolean;
  /** Null shows initials. */
  readonly track: MediaStreamTrack | null;
  /** Whose line the picture rests for: mine or that of the person it shows; null where it does not rest. */
  readonly restsFor: 'my-line' | 'their-line' | null;
  readonly microphoneOn: boolean;
  readonly speaking: boolean;
  /** The place of the raised hand, from 1; null for a hand that is down. */
  readonly hand: number | null;
  /** Whether I can say for the others that they are who they say. */
  readonly mayConfirm: boolean;
  /** Their key does not fit a meeting that is encrypted from end to end: they are neither seen nor heard. */
  readonly unproven: boolean;
  /** Whether this person stands large whoever speaks. */
  readonly pinned: boolean;
}

export interface ScreenTile {
  readonly participant: Participant;
  /** Null where it has no room in my line. */
  readonly track: MediaStreamTrack | null;
}

interface Seen {
  readonly meeting: MeetingSnapshot;
  readonly speaking: readonly string[];
  readonly local: LocalState;
  readonly remote: Pick<RemoteMedia, 'get'>;
  readonly layout: Pick<Layout, 'pinned' | 'soundOnly'>;
  readonly encryption: EncryptionView;
}

/** A tile for each person, I myself last. My own tile follows my devices, so that it answers at once. */
export function personTiles({ meeting, speaking, local, remote, layout, encryption }: Seen): PersonTile[] {
  const hands = handOrder(meeting.participants);
  const tiles = meeting.participants.map((participant): PersonTile => {
    const { id } = participant;
    const me = id === meeting.me;
    return {
      participant,
      me,
      track: me ? ownPicture(local) : layout.soundOnly ? null : pictureOf(remote, id, 'camera'),
      restsFor: restOf(participant, { me, remote, soundOnly: layout.soundOnly }),
      microphoneOn: me ? local.microphone.name === 'live' : participant.microphone,
      speaking: speaking.includes(id),
      hand: hands.get(id) ?? null,
      mayConfirm: !me && meeting.mayLead && isUnconfirmed(participant),
      unproven: encryption.name === 'on' && encryption.unproven.includes(id),
      pinned: layout.pinned.includes(id),
    };
  });
  return [...tiles.filter(({ me }) => !me), ...tiles.filter(({ me }) => me)];
}

/** The screens that others share. My own is not shown to me: it would show itself, without end. */
export function screenTiles({ meeting, remote }: Pick<Seen, 'meeting' | 'remote'>): ScreenTile[] {
  return meeting.participants.flatMap((participant) => {
    const found = participant.id === meeting.me ? null : remote.get(participant.id, 'screen');
    return found && !found.paused ? [{ participant, track: found.stalled ? null : found.track }] : [];
  });
}

function ownPicture({ camera }: LocalState): MediaStreamTrack | null {
  return camera.name === 'live' ? camera.track : null;
}

/** My own picture rests for my line; another's for theirs where they send none, else for mine where it has no room in it. */
function restOf(
  { id, cameraRests }: Participant,
  { me, remote, soundOnly }: { me: boolean; remote: Seen['remote']; soundOnly: boolean },
): PersonTile['restsFor'] {
  if (me) return cameraRests ? 'my-line' : null;
  if (soundOnly) return null;
  if (cameraRests) return 'their-line';
  return remote.get(id, 'camera')?.stalled === true ? 'my-line' : null;
}

function pictureOf(remote: Seen['remote'], id: string, source: 'camera' | 'screen'): MediaStreamTrack | null {
  const found = remote.get(id, source);
  return found && !found.paused && !found.stalled ? found.track : null;
}
