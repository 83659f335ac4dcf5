/**
 * Who is where in one plan: one awareness for all its sections. What pages say of themselves is taken only for their own
 * client id, the person is stamped here, and a place in a section reaches only those who may read that section.
 */
import { createDecoder, readVarString, readVarUint } from 'lib0/decoding';
import { createEncoder, toUint8Array, writeVarString, writeVarUint } from 'lib0/encoding';
import { z } from 'zod';
import type { SectionId } from '../../shared/careplan/sections.ts';
import { presenceLimit, presenceSchema, type Presence, type StampedPresence } from '../../shared/protocol/sync.ts';

/** One page that takes part. */
export interface Attendee {
  readonly person: StampedPresence['person'];
  mayRead(sectionId: SectionId): boolean;
  /** The page said that it was another person. */
  onForged(): void;
  /** An awareness update to be sent to the page. */
  receive(update: Uint8Array): void;
}

/** A state that says whose it is. */
const namedSchema = z.object({ person: z.object({ id: z.string() }) });

interface Entry {
  readonly clientId: number;
  /** As the page counts; what goes out is counted here. */
  readonly clock: number;
  /** Null: gone. */
  readonly state: StampedPresence | null;
}

interface Claim {
  readonly clientId: number;
  readonly clock: number;
  readonly state: Presence | null;
  /** The person that it says it is, where it says so: a stock client repeats what it was told of others. */
  readonly personId: string | null;
}

export class PlanPresence {
  /** Each page holds one client id, its own from the first time it speaks. */
  readonly #attendees = new Map<Attendee, Entry | null>();
  /** Of what was sent last. One count for all that goes out, so that what is told anew of a page is never taken for old. */
  #clock = 0;

  get empty(): boolean {
    return this.#attendees.size === 0;
  }

  /** Takes part from now on; is told at once who is there. Leaving is told to the others. */
  join(attendee: Attendee): () => void {
    this.#attendees.set(attendee, null);
    const present = [...this.#attendees.values()].filter((entry) => entry !== null);
    if (present.length > 0) this.#send(attendee, present);
    return () => this.#leave(attendee);
  }

  /** Tells a page anew where those are whose place it may see now and might not before, or the other way round. */
  review(attendee: Attendee, couldRead: (sectionId: SectionId) => boolean): void {
    const changed = [...this.#attendees].flatMap(([other, entry]) => {
      const section = other === attendee ? undefined : entry?.state?.at?.section;
      return entry && section && couldRead(section) !== attendee.mayRead(section) ? [entry] : [];
    });
    if (changed.length > 0) this.#send(attendee, changed);
  }

  /** What a page says of itself. What it says of others is ignored. @throws Error where it is no awareness update. */
  handle(attendee: Attendee, update: Uint8Array): void {
    for (const claim of decodeClaims(update)) {
      const own = this.#attendees.get(attendee);
      const owner = this.#ownerOf(claim.clientId) ?? (own && own.clientId !== claim.clientId ? null : attendee);
      // A stock client may repeat what it heard of one who has just gone: that is nobody's now.
      if (owner && claim.personId !== null && claim.personId !== owner.person.id) attendee.onForged();
      const isOwn = owner === attendee && (!own || own.clientId === claim.clientId);
      if (!isOwn || (own && claim.clock < own.clock)) continue;
      const state = claim.state && { ...claim.state, person: attendee.person };
      const entry = { clientId: claim.clientId, clock: claim.clock, state };
      this.#attendees.set(attendee, entry);
      this.#tellOthers(attendee, entry);
    }
  }

  #leave(attendee: Attendee): void {
    const entry = this.#attendees.get(attendee);
    this.#attendees.delete(attendee);
    if (entry?.state) this.#tellOthers(attendee, { ...entry, state: null });
  }

  #ownerOf(clientId: number): Attendee | null {
    for (const [attendee, entry] of this.#attendees) if (entry?.clientId === clientId) return attendee;
    return null;
  }

  #tellOthers(from: Attendee, entry: Entry): void {
    for (const attendee of this.#attendees.keys()) if (attendee !== from) this.#send(attendee, [entry]);
  }

  #send(attendee: Attendee, entries: readonly Entry[]): void {
    this.#clock += 1;
    attendee.receive(encodeFor(attendee, entries, this.#clock));
  }
}

/** An awareness update as one page may see it: without places in sections that it may not read. */
function encodeFor(attendee: Attendee, entries: readonly Entry[], clock: number): Uint8Array {
  const encoder = createEncoder();
  writeVarUint(encoder, entries.length);
  for (const { clientId, state } of entries) {
    const at = state?.at && attendee.mayRead(state.at.section) ? state.at : null;
    writeVarUint(encoder, clientId);
    writeVarUint(encoder, clock);
    writeVarString(encoder, JSON.stringify(state && { ...state, at }));
  }
  return toUint8Array(encoder);
}

function decodeClaims(update: Uint8Array): Claim[] {
  const decoder = createDecoder(update);
  const count = readVarUint(decoder);
  const claims: Claim[] = [];
  for (let index = 0; index < count; index += 1) {
    const clientId = readVarUint(decoder);
    const clock = readVarUint(decoder);
    const json = readVarString(decoder);
    if (json.length > presenceLimit) throw new Error('presence is too large');
    const said: unknown = JSON.parse(json);
    const named = namedSchema.safeParse(said);
    const personId = named.success ? named.data.person.id : null;
    claims.push({ clientId, clock, state: presenceSchema.nullable().parse(said), personId });
  }
  return claims;
}
