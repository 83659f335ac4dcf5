/**
 * The sessions in memory, by the hash of their secret: they are few, and checking every request is cheap. It knows when each
 * was last used and who listens for its end.
 */
import type { SessionStore, StoredSession } from '../storage/sessionStore.ts';
import type { Session } from './session.ts';
import type { SessionLimits } from './sessionLimits.ts';
import type { SteadyClock } from './steadyClock.ts';

interface Held {
  readonly session: Session;
  readonly browserHash: string | null;
  /** Milliseconds since 1970. */
  lastUsedAt: number;
  /** The last use that is on disk. */
  writtenAt: number;
}

interface Parts {
  readonly store: Pick<SessionStore, 'find' | 'touch'>;
  readonly limits: SessionLimits;
  readonly clock: SteadyClock;
  readonly onError: (error: unknown) => void;
}

/** Use is written to disk no more often than this, ms. A restart may so end an idle session a minute early, never late. */
const writeMs = 60_000;

export class HeldSessions {
  readonly #parts: Parts;
  readonly #byHash = new Map<string, Held>();
  readonly #byId = new Map<string, Held & { readonly tokenHash: string }>();
  readonly #listeners = new Map<string, Set<() => void>>();
  /** Raised by every end, so that what was read from disk before it is not taken for alive. */
  #ends = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** The session of this secret, from memory or from disk. */
  async find(tokenHash: string): Promise<Held | null> {
    for (;;) {
      const known = this.#byHash.get(tokenHash);
      if (known) return known;
      const ends = this.#ends;
      const [stored] = await this.#parts.store.find({ tokenHash });
      if (!stored) return null;
      if (this.#ends === ends) return this.#byHash.get(tokenHash) ?? this.#hold(stored);
    }
  }

  byId(sessionId: string): Held | null {
    return this.#byId.get(sessionId) ?? null;
  }

  use(sessionId: string): void {
    const { clock, store, onError } = this.#parts;
    const held = this.#byId.get(sessionId);
    if (!held) return;
    held.lastUsedAt = clock.time();
    if (held.lastUsedAt - held.writtenAt < writeMs) return;
    held.writtenAt = held.lastUsedAt;
    store.touch(sessionId, new Date(held.lastUsedAt).toISOString()).catch(onError);
  }

  /** Those whose time is up. */
  over(): Session[] {
    return [...this.#byId.values()].filter((held) => this.isOver(held)).map(({ session }) => session);
  }

  isOver({ session, lastUsedAt }: Pick<Held, 'session' | 'lastUsedAt'>): boolean {
    const time = this.#parts.clock.time();
    return time >= session.expiresAt || time >= lastUsedAt + this.#parts.limits[session.identification].idleMs;
  }

  isStoredOver(stored: StoredSession): boolean {
    return this.isOver({ session: sessionOf(stored), lastUsedAt: Date.parse(stored.lastUsedAt) });
  }

  /** When a session was last used, where memory knows it better than the disk. */
  lastUse({ id, lastUsedAt }: StoredSession): { lastUsedAt: string } {
    const held = this.#byId.get(id);
    return { lastUsedAt: held ? new Date(held.lastUsedAt).toISOString() : lastUsedAt };
  }

  /** The session has ended: who listens is told, and asking finds it no more. */
  forget(sessionId: string): void {
    this.#ends += 1;
    const held = this.#byId.get(sessionId);
    if (held) this.#byHash.delete(held.tokenHash);
    this.#byId.delete(sessionId);
    const listeners = this.#listeners.get(sessionId);
    this.#listeners.delete(sessionId);
    listeners?.forEach((listener) => listener());
  }

  onEnded(sessionId: string, listener: () => void): () => void {
    const listeners = this.#listeners.get(sessionId) ?? new Set();
    this.#listeners.set(sessionId, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#listeners.get(sessionId) === listeners) this.#listeners.delete(sessionId);
    };
  }

  #hold(stored: StoredSession): Held {
    const { tokenHash, browserHash } = stored;
    const lastUsedAt = Date.parse(stored.lastUsedAt);
    const held = { session: sessionOf(stored), tokenHash, browserHash, lastUsedAt, writtenAt: lastUsedAt };
    this.#byHash.set(tokenHash, held);
    this.#byId.set(stored.id, held);
    return held;
  }
}

function sessionOf(stored: StoredSession): Session {
  const { id, personId, name, identification, meetingId, provider } = stored;
  const startedAt = Date.parse(stored.startedAt);
  return {
    id,
    personId,
    name,
    identification,
    meetingId,
    provider,
    startedAt,
    expiresAt: Date.parse(stored.expiresAt),
  };
}
