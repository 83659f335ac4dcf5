/** Owns the step from outside or the lobby into the room: transports are made while the books are written. */
import { SamradError } from '../../../shared/protocol/errors.ts';
import type { PeerEvents } from '../../media/mediaLine.ts';
import type { MediaRoom } from '../../media/mediaRoom.ts';
import type { Place } from './page.ts';
import type { Participant } from './participant.ts';

interface Step {
  readonly room: Pick<MediaRoom, 'openPeer'>;
  readonly participant: Participant;
  readonly place: Place;
  /** Where the participant is when it fails. */
  readonly otherwise: 'lobby' | 'gone';
  /** What must be on disk before anybody is in the room. */
  readonly write: () => Promise<unknown>;
  /** What this participant sends changed. */
  readonly onMediaChanged: () => void;
}

/**
 * Takes a participant into the room, by way of `connecting`. Where the line was lost meanwhile, the state says so.
 * @throws SamradError `media-unavailable`; `wrong-state` when the participant went meanwhile; or what `write` throws.
 */
export async function enterRoom({ room, participant, place, otherwise, write, onMediaChanged }: Step): Promise<void> {
  const { promise: settled, resolve } = Promise.withResolvers<undefined>();
  participant.enter({ name: 'connecting', ...place, settled });
  const isStillConnecting = () => participant.state.name === 'connecting' && participant.state.settled === settled;
  const events = peerEvents(participant, onMediaChanged);
  const opening = room.openPeer({ participantId: participant.id, events, prepared: place.takePrepared() });
  try {
    const [media] = await Promise.all([opening, write()]);
    if (!isStillConnecting()) throw new SamradError('wrong-state');
    participant.enter({ name: 'joined', ...place, media });
  } catch (error) {
    opening.then((media) => media.close()).catch(() => undefined);
    if (isStillConnecting() && otherwise === 'lobby') participant.enter({ name: 'lobby', ...place });
    else participant.leave();
    throw error;
  } finally {
    resolve(undefined);
  }
}

function peerEvents(participant: Participant, onMediaChanged: () => void): PeerEvents {
  return {
    consumerAdded: (consumer) => participant.push('media:consumerAdded', consumer),
    consumerClosed: (data) => participant.push('media:consumerClosed', data),
    consumerPaused: (data) => participant.push('media:consumerPaused', data),
    consumerStalled: (data) => participant.push('media:consumerStalled', data),
    sendingChanged: onMediaChanged,
    lineChanged: onMediaChanged,
  };
}
