/** One page's channel to the presence of a plan. It has no document: asked for one, it answers with nothing. */
import { closeCode } from '../../shared/protocol/sync.ts';
import type { TeamMember } from '../access/careTeam.ts';
import type { Attendee, PlanPresence } from './planPresence.ts';
import { awarenessMessage, durableMessage, missingMessage, type ChannelMessage, type ChannelWire } from './wire.ts';

/** As many as the page has colours. */
const presenceColors = 8;
/** A Yjs update that says nothing. */
const nothing = Uint8Array.of(0, 0);

export class PresenceChannel {
  readonly #presence: PlanPresence;
  readonly #wire: ChannelWire;
  readonly #attendee: Attendee;
  readonly #leave: () => void;
  readonly #mayMove: () => boolean;
  #readable: ReadonlySet<string>;
  #closed = false;

  constructor({
    presence,
    wire,
    member,
    place,
    readable,
    mayMove,
    onForged,
  }: {
    presence: PlanPresence;
    wire: ChannelWire;
    member: TeamMember;
    /** In the team: gives the person's colour. */
    place: number;
    /** The sections that the person may read. */
    readable: ReadonlySet<string>;
    /** Whether the person may say once more where they are. */
    mayMove: () => boolean;
    /** The page said that it was somebody else. */
    onForged: () => void;
  }) {
    this.#presence = presence;
    this.#wire = wire;
    this.#readable = readable;
    const { personId, name, role } = member;
    const person = { id: personId, name, role, color: place % presenceColors };
    const mayRead = (sectionId: string): boolean => this.#readable.has(sectionId);
    this.#attendee = { person, mayRead, onForged, receive: (update) => wire.send(awarenessMessage(update)) };
    this.#mayMove = mayMove;
    this.#leave = presence.join(this.#attendee);
  }

  /** Takes a message from the page. */
  handle(received: ChannelMessage): void {
    if (this.#closed) return;
    switch (received.kind) {
      case 'awareness':
        return this.#hear(received.update);
      case 'state-vector':
        return this.#wire.send(missingMessage(nothing));
      case 'durable':
        return this.#wire.send(durableMessage(received.token));
      case 'query-awareness':
      case 'missing':
      case 'update':
        return;
    }
  }

  /** From now on the person may read these sections. */
  see(readable: ReadonlySet<string>): void {
    const before = this.#readable;
    this.#readable = readable;
    this.#presence.review(this.#attendee, (sectionId) => before.has(sectionId));
  }

  /** The page has gone. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#leave();
  }

  #hear(update: Uint8Array): void {
    if (!this.#mayMove()) {
      this.close();
      return this.#wire.close(closeCode.tooMany);
    }
    try {
      this.#presence.handle(this.#attendee, update);
    } catch {
      this.close();
      this.#wire.close(closeCode.badMessage);
    }
  }
}
