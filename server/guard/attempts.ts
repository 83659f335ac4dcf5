/**
 * What was tried and refused before anybody's rights were asked for – a foreign page, a flood, bytes that mean nothing –, in the
 * audit log. The first is written at once; what the same one tries again is counted, and the number written when the minute is
 * over: whoever attacks must not be able to fill the log.
 */
import type { Session } from '../access/sessions.ts';
import type { AuditEvent, AuditLog } from '../audit/auditLog.ts';

/** `forged`: said to be somebody else. */
export type AttemptKind = 'foreign-origin' | 'too-many' | 'too-large' | 'too-slow' | 'malformed' | 'forged';

export interface Attempt {
  readonly kind: AttemptKind;
  readonly channel: AuditEvent['channel'];
  /** Null where nobody is signed in, or nobody has been asked who it is. */
  readonly session: Pick<Session, 'id' | 'personId'> | null;
  /** The network address, null where it is not known. */
  readonly address: string | null;
}

interface Parts {
  readonly audit: Pick<AuditLog, 'record'>;
  readonly onError: (error: unknown) => void;
}

/** How long what comes again is only counted, milliseconds. */
const countedMs = 60_000;
/** Different ones that are counted at a time; what more there are is counted together. */
const countedAtOnce = 1_000;

interface Count {
  readonly attempt: Attempt;
  more: number;
}

export class Attempts {
  readonly #parts: Parts;
  readonly #counts = new Map<string, Count>();
  readonly #timers = new Set<NodeJS.Timeout>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Somebody has tried something; it is written down in a moment. */
  note(tried: Attempt): void {
    const attempt = this.#counts.size < countedAtOnce ? tried : { ...tried, session: null, address: null };
    const key = [attempt.kind, attempt.channel, attempt.session?.personId, attempt.address].join(' ');
    const known = this.#counts.get(key);
    if (known) {
      known.more += 1;
      return;
    }
    this.#counts.set(key, { attempt, more: 0 });
    this.#write(attempt, 1);
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.#finish(key);
    }, countedMs).unref();
    this.#timers.add(timer);
  }

  /** Writes what was counted so far. */
  close(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    for (const key of [...this.#counts.keys()]) this.#finish(key);
  }

  #finish(key: string): void {
    const count = this.#counts.get(key);
    this.#counts.delete(key);
    if (count && count.more > 0) this.#write(count.attempt, count.more);
  }

  #write({ kind, channel, session, address }: Attempt, count: number): void {
    const actor = session && { personId: session.personId, sessionId: session.id };
    const { audit, onError } = this.#parts;
    audit
      .record({
        action: 'request:refuse',
        outcome: 'refused',
        actor,
        channel,
        detail: kind,
        count,
        ...(address && { address }),
      })
      .catch(onError);
  }
}
