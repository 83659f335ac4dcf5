/**
 * Which keys I encrypt with and which I have of the others, in one meeting: my own goes to all who are in the room and know the
 * meeting's secret, and is another one as soon as one of those has left.
 */
import type { PassedKey } from '../../../shared/protocol/mediaKeys.ts';
import type { MeetingSnapshot, Participant } from '../../../shared/protocol/types.ts';
import type { Ask } from '../../api/socket.ts';
import type { KeyMessage } from '../../media/endToEnd/messages.ts';
import { createExchange, secretBytes, type Exchange, type Peer, type SenderKey } from './keyExchange.ts';

/** From passing a new key to using it, milliseconds: the key goes another way than the frames, and should be there first. */
const graceMs = 250;
/** How long frames on the way are still opened with the key before, milliseconds. */
const oldKeyMs = 5_000;
/** How long one who has come may take to announce a key before that is told, milliseconds. */
const announceMs = 4_000;
/** The most passed keys that wait for their sender's public key. */
const mostHeld = 64;

interface MeetingKeysParts {
  readonly meetingId: string;
  /** The meeting's, which all who were invited have. */
  readonly secret: string;
  readonly ask: Ask;
  /** Tells the thread that encrypts. */
  readonly tell: (message: KeyMessage) => void;
  /** Who can be heard and seen is another list than before. */
  readonly onChanged: () => void;
}

/** Another participant as I know them by their public key. `peer` null: they do not know the secret. */
interface Known {
  readonly publicKey: string;
  readonly peer: Peer | null;
  /** The newest of their keys that I have. */
  keyId: number;
}

/** From one entering of the room to the next: what is announced holds only so long. */
interface Stay {
  readonly exchange: Exchange;
  readonly me: string;
  readonly known: Map<string, Known>;
  /** Who has my present key, by participant. */
  readonly told: Set<string>;
  /** Until when those who have announced no key yet may take, by participant, ms of `performance.now()`. */
  readonly awaited: Map<string, number>;
}

export class MeetingKeys {
  readonly #parts: MeetingKeysParts;
  #stay: Stay | null = null;
  #latest: MeetingSnapshot | null = null;
  #held: PassedKey[] = [];
  #own: SenderKey = newKey(0);
  #using = -1;
  /** Who has had my present key, by person: participants' ids end with a restart of the server, people do not. */
  #holders = new Set<string>();
  #unproven: readonly string[] = [];
  /** Grows with every entering; work of an older number is given up. */
  #round = 0;
  #working: Promise<void> = Promise.resolve();
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();

  constructor(parts: MeetingKeysParts) {
    this.#parts = parts;
  }

  /** Who is in the room without a key that fits: they see and hear nothing, and are neither seen nor heard. */
  get unproven(): readonly string[] {
    return this.#unproven;
  }

  /** In the room, again after every break: announces a new public key, so that all pass me theirs. */
  entered(meeting: MeetingSnapshot): void {
    this.#round += 1;
    this.#stay = null;
    this.#latest = meeting;
    const round = this.#round;
    this.#inTurn(async () => {
      const { meetingId, secret, ask } = this.#parts;
      const exchange = await createExchange(meetingId, secret);
      if (round !== this.#round) return;
      this.#stay = { exchange, me: meeting.me, known: new Map(), told: new Set(), awaited: new Map() };
      await ask('meeting:announceKey', await exchange.announce(meeting.me));
      await this.#settle();
    });
  }

  /** Somebody came, went, or announced a key. */
  update(meeting: MeetingSnapshot): void {
    this.#latest = meeting;
    this.#inTurn(() => this.#settle());
  }

  /** Another participant passed me a key. */
  passed(key: PassedKey): void {
    this.#held = [...this.#held, key].slice(-mostHeld);
    this.#inTurn(() => this.#settle());
  }

  close(): void {
    this.#round += 1;
    this.#stay = null;
    for (const timer of this.#timers) clearTimeout(timer);
  }

  /** One thing after the other. What fails, fails with the line to the server, and is done again on entering anew. */
  #inTurn(work: () => Promise<void>): void {
    this.#working = this.#working.then(work).catch(() => undefined);
  }

  async #settle(): Promise<void> {
    const stay = this.#stay;
    const meeting = this.#latest;
    if (!stay || !meeting || meeting.me !== stay.me) return;
    const others = meeting.participants.filter(({ id }) => id !== stay.me);
    await this.#meet(stay, others);
    await this.#open(stay);
    if (stay !== this.#stay) return;
    const present = new Set(others.map(({ personId }) => personId));
    if ([...this.#holders].some((personId) => !present.has(personId))) this.#renew(stay);
    await this.#pass(stay, others);
    if (stay === this.#stay) await this.#use(stay);
  }

  /** Looks at who is there by which public key. */
  async #meet({ exchange, me, known, told, awaited }: Stay, others: readonly Participant[]): Promise<void> {
    const present = new Set(others.map(({ id }) => id));
    for (const id of [...known.keys()]) {
      if (present.has(id)) continue;
      known.delete(id);
      this.#parts.tell({ do: 'forget', participantId: id });
    }
    for (const { id, mediaKey } of others) {
      if (mediaKey === null || known.get(id)?.publicKey === mediaKey.publicKey) continue;
      const publicKey = await exchange.verify(id, mediaKey).catch(() => null);
      const peer = publicKey && { me, participantId: id, publicKey };
      known.set(id, { publicKey: mediaKey.publicKey, peer, keyId: -1 });
      told.delete(id);
    }
    for (const { id, mediaKey } of others) {
      if (mediaKey !== null || awaited.has(id)) continue;
      awaited.set(id, performance.now() + announceMs);
      this.#later(announceMs, () => this.#inTurn(() => this.#settle()));
    }
    const late = (id: string): boolean => performance.now() >= (awaited.get(id) ?? Infinity);
    const unproven = others
      .filter(({ id }) => (known.has(id) ? known.get(id)?.peer === null : late(id)))
      .map(({ id }) => id);
    if (unproven.join() === this.#unproven.join()) return;
    this.#unproven = unproven;
    this.#parts.onChanged();
  }

  /** Opens what was passed to me. What can't be opened yet waits for the public key that it was sealed by. */
  async #open({ exchange, known }: Stay): Promise<void> {
    const { tell } = this.#parts;
    for (const passed of this.#held.splice(0)) {
      const from = known.get(passed.from);
      const key = from?.peer ? await exchange.unseal(passed.box, from.peer).catch(() => null) : null;
      if (!from || key === null) this.#held.push(passed);
      // An older key comes from somebody who has kept it: its holder may have left since.
      else if (key.keyId > from.keyId) {
        const participantId = passed.from;
        from.keyId = key.keyId;
        tell({ do: 'receive', participantId, ...key });
        this.#later(oldKeyMs, () => tell({ do: 'keepOnly', participantId, keyId: from.keyId }));
      }
    }
  }

  /** Somebody who had my key has left. */
  #renew({ told }: Stay): void {
    this.#own = newKey(this.#own.keyId + 1);
    this.#holders = new Set();
    told.clear();
  }

  async #pass({ exchange, known, told }: Stay, others: readonly Participant[]): Promise<void> {
    const lacking = others.filter(({ id }) => known.get(id)?.peer && !told.has(id));
    const keys = await Promise.all(
      lacking.flatMap(({ id }) => {
        const peer = known.get(id)?.peer;
        return peer ? [exchange.seal(this.#own, peer).then((box) => ({ to: id, box }))] : [];
      }),
    );
    if (keys.length === 0) return;
    for (const { personId } of lacking) this.#holders.add(personId);
    await this.#parts.ask('meeting:passKeys', { keys });
    for (const { id } of lacking) told.add(id);
  }

  async #use(stay: Stay): Promise<void> {
    const key = this.#own;
    if (this.#using === key.keyId) return;
    if (this.#using >= 0) await new Promise<void>((resolve) => this.#later(graceMs, resolve));
    if (stay !== this.#stay) return;
    this.#using = key.keyId;
    this.#parts.tell({ do: 'send', ...key });
  }

  #later(milliseconds: number, work: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      work();
    }, milliseconds);
    this.#timers.add(timer);
  }
}

function newKey(keyId: number): SenderKey {
  return { keyId, secret: crypto.getRandomValues(new Uint8Array(secretBytes)) };
}
