/**
 * Whether this meeting is encrypted from end to end on this page, and all that it takes: the secret on this device, the keys of
 * those who are in, the thread that encrypts. A page that has the secret encrypts whatever the server says of the meeting.
 */
import type { MeetingInfo, MeetingSnapshot } from '../../../shared/protocol/types.ts';
import type { MeetingSocket } from '../../api/socket.ts';
import { canProtectFrames, FrameProtection } from '../../media/endToEnd/frameProtection.ts';
import { MeetingKeys } from './meetingKeys.ts';
import { MeetingSecrets, secretIn } from './secret.ts';

export type EncryptionView =
  | { readonly name: 'off' }
  /** It is encrypted, and this browser can't. */
  | { readonly name: 'unsupported' }
  /** It is encrypted, and this device lacks the secret. `wrong`: what was pasted holds none. */
  | { readonly name: 'no-secret'; readonly wrong: boolean }
  /** `unproven`: participants whose key does not fit. */
  | { readonly name: 'on'; readonly unproven: readonly string[] };

type State =
  | Exclude<EncryptionView, { name: 'on' }>
  | { readonly name: 'on'; readonly keys: MeetingKeys; readonly protection: FrameProtection };

interface EncryptionParts {
  readonly meetingId: string;
  readonly socket: Pick<MeetingSocket, 'ask' | 'on'>;
  readonly onChange: () => void;
}

export class Encryption {
  readonly #parts: EncryptionParts;
  readonly #secrets = new MeetingSecrets({ storage: localStorage });
  readonly #end: () => void;
  #state: State = { name: 'off' };

  constructor(parts: EncryptionParts) {
    this.#parts = parts;
    this.#end = parts.socket.on('meeting:keyPassed', (key) => {
      if (this.#state.name === 'on') this.#state.keys.passed(key);
    });
    this.#takeFromAddress();
  }

  get view(): EncryptionView {
    return this.#state.name === 'on' ? { name: 'on', unproven: this.#state.keys.unproven } : this.#state;
  }

  /** What stands between the codecs and the network; null where nothing does. */
  get protection(): FrameProtection | null {
    return this.#state.name === 'on' ? this.#state.protection : null;
  }

  /** Decides, now that it is known what is agreed. */
  decide({ id, seriesId, terms }: MeetingInfo): void {
    if (this.#state.name === 'on') return;
    const secret = this.#secrets.find(id, seriesId);
    if (secret === null && !terms.endToEnd) this.#change({ name: 'off' });
    else if (!canProtectFrames()) this.#change({ name: 'unsupported' });
    else if (secret === null) this.#change({ name: 'no-secret', wrong: false });
    else this.#begin(secret);
  }

  /** Takes the secret from what a person has pasted. */
  paste(text: string): void {
    if (this.#state.name !== 'no-secret') return;
    const secret = secretIn(text);
    if (secret === null) return this.#change({ name: 'no-secret', wrong: true });
    this.#secrets.keep(this.#parts.meetingId, secret);
    this.#begin(secret);
  }

  entered(meeting: MeetingSnapshot): void {
    if (this.#state.name === 'on') this.#state.keys.entered(meeting);
  }

  update(meeting: MeetingSnapshot): void {
    if (this.#state.name === 'on') this.#state.keys.update(meeting);
  }

  /** The meeting is over: its secret is needed no more. */
  over(): void {
    this.#secrets.forget(this.#parts.meetingId);
  }

  close(): void {
    this.#end();
    if (this.#state.name !== 'on') return;
    this.#state.keys.close();
    this.#state.protection.close();
  }

  /** The secret leaves the address at once: addresses are looked at, copied and kept. */
  #takeFromAddress(): void {
    const secret = location.hash === '' ? null : secretIn(location.hash);
    if (secret === null) return;
    this.#secrets.keep(this.#parts.meetingId, secret);
    history.replaceState(null, '', location.pathname);
  }

  #begin(secret: string): void {
    const { meetingId, socket, onChange } = this.#parts;
    const protection = new FrameProtection();
    const keys = new MeetingKeys({
      meetingId,
      secret,
      ask: socket.ask,
      tell: (message) => protection.tell(message),
      onChanged: onChange,
    });
    this.#change({ name: 'on', keys, protection });
  }

  #change(state: State): void {
    this.#state = state;
    this.#parts.onChange();
  }
}
