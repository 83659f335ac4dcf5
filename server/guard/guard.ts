/** How much anybody may ask for, by person, address and room, and that what is refused is written down. Every edge asks here. */
import type { IncomingMessage } from 'node:http';
import type { Attempt, Attempts } from './attempts.ts';
import { Budgets } from './budgets.ts';
import { OpenLines } from './openLines.ts';

/** What a page never needs: where 23 others come back at once, it asks some 100 times in a few seconds. */
const requestsOfPerson = { capacity: 400, perSecond: 100 };
/** A full meeting of 24 in which all come back at once asks for some 2 500. */
const requestsOfRoom = { capacity: 6_000, perSecond: 1_200 };
/** A page that opens the whole plan makes some 60 calls; one that is read and written in makes a few a second. */
const callsOfPerson = { capacity: 1_500, perSecond: 50 };
/** Messages of the live plan: a page that writes fast sends some tens a second. */
const messagesOfPerson = { capacity: 8_000, perSecond: 2_000 };
/** Places of a cursor: one that is dragged sends some sixty a second. */
const placesOfPerson = { capacity: 600, perSecond: 120 };
/** Sockets from one address, which may be a hospital's: all come back at once when the server has restarted. */
const arrivalsFromAddress = { capacity: 2_000, perSecond: 100 };
/** Tests of the line before a meeting: somebody who tries other places and other cables makes a handful in a row. */
const testsOfPerson = { capacity: 8, perSecond: 1 / 30 };
/** A person's sockets at the same time: two for each page. */
const linesOfPerson = 60;

interface Parts {
  readonly attempts: Attempts;
  /** Whether a page of this Origin may talk to this server. */
  readonly originAllowed: (request: IncomingMessage) => boolean;
  /** The network address that a request comes from. */
  readonly addressOf: (request: IncomingMessage) => string | null;
}

export class Guard {
  readonly #parts: Parts;
  readonly #requests = new Budgets(requestsOfPerson);
  readonly #rooms = new Budgets(requestsOfRoom);
  readonly #calls = new Budgets(callsOfPerson);
  readonly #messages = new Budgets(messagesOfPerson);
  readonly #places = new Budgets(placesOfPerson);
  readonly #arrivals = new Budgets(arrivalsFromAddress);
  readonly #tests = new Budgets(testsOfPerson);
  readonly #lines = new OpenLines(linesOfPerson);

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Whether a socket may be opened, before who it is is asked: asking costs more than refusing. */
  mayArrive(request: IncomingMessage, channel: 'socket' | 'sync'): boolean {
    const address = this.#parts.addressOf(request);
    const enough = this.#arrivals.take(address ?? '');
    if (enough && this.#parts.originAllowed(request)) return true;
    this.note({ kind: enough ? 'foreign-origin' : 'too-many', channel, session: null, address });
    return false;
  }

  /** A socket of this person opens; what it answers is called when it closes. Null: they have too many. */
  openLine(personId: string): (() => void) | null {
    return this.#lines.open(personId);
  }

  /** Whether this person may make one more call by REST. */
  mayCall(personId: string): boolean {
    return this.#calls.take(personId);
  }

  /** Whether this person may ask for one more thing in a meeting; `room` null: outside any. */
  mayRequest(personId: string, room: string | null): boolean {
    return this.#requests.take(personId) && (room === null || this.#rooms.take(room));
  }

  /** Whether this person may send one more message of the live plan. */
  maySend(personId: string): boolean {
    return this.#messages.take(personId);
  }

  /** Whether this person may say once more where they are. */
  mayMove(personId: string): boolean {
    return this.#places.take(personId);
  }

  /** Whether this person may test their line once more. */
  mayTest(personId: string): boolean {
    return this.#tests.take(personId);
  }

  /** Something was refused. */
  note(attempt: Attempt): void {
    this.#parts.attempts.note(attempt);
  }

  addressOf(request: IncomingMessage): string | null {
    return this.#parts.addressOf(request);
  }
}
