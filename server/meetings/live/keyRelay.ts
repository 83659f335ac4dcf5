/**
 * Owns what pages tell each other of the keys of end-to-end encryption: public keys, shown to all, and sealed ones, passed to
 * the one they are for. Nothing of it is kept, and nothing of it can be read here.
 */
import type { MediaKey, SealedKeys } from '../../../shared/protocol/mediaKeys.ts';
import type { MeetingView } from './meetingView.ts';
import type { Participant } from './participant.ts';
import type { Participants } from './participants.ts';

interface Settings {
  readonly participants: Participants;
  readonly view: Pick<MeetingView, 'changed'>;
}

export class KeyRelay {
  readonly #settings: Settings;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  /** From now on this is the participant's key; the same again changes nothing. */
  announce(participant: Participant, key: MediaKey): void {
    const { mediaKey } = participant;
    if (mediaKey?.publicKey === key.publicKey && mediaKey.proof === key.proof) return;
    participant.mediaKey = key;
    this.#settings.view.changed();
  }

  /** Passes on what is sealed for those who are in the room and on the line. */
  pass(from: Participant, keys: SealedKeys): void {
    for (const { to, box } of keys) {
      const other = this.#settings.participants.find(to);
      if (other?.state.name === 'joined') other.push('meeting:keyPassed', { from: from.id, box });
    }
  }
}
