/** Who is signed in. Sessions live on the server; the browser holds a random secret in a cookie. */
import { newId } from '../../shared/domain/ids.ts';
import { SamradError } from '../../shared/protocol/errors.ts';
import type { AuditLog } from '../audit/auditLog.ts';
import type { SessionStore } from '../storage/sessionStore.ts';
import { readCookie, sessionCookie } from './cookies.ts';
import { hashSecret } from './secrets.ts';

export interface Session {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly identification: 'demo' | 'link';
  /** Set for a session that came from a meeting link: it reaches only this meeting and its plan. */
  readonly meetingId: string | null;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** How long a demo sign-in lasts. */
const signInHours = 12;

export class Sessions {
  readonly #store: SessionStore;
  readonly #audit: AuditLog;
  readonly #now: () => Date;
  /** By hash of the secret. Sessions are few and short-lived; the map is what makes checking every request cheap. */
  readonly #known = new Map<string, Session>();
  readonly #listeners = new Map<string, Set<() => void>>();

  constructor({ store, audit, now }: { store: SessionStore; audit: AuditLog; now: () => Date }) {
    this.#store = store;
    this.#audit = audit;
    this.#now = now;
  }

  /** The session that a request's Cookie header stands for, or null when there is none or it has expired. */
  async authenticate(cookieHeader: string | undefined): Promise<Session | null> {
    const secret = readCookie(cookieHeader, sessionCookie);
    if (secret === null) return null;
    const tokenHash = hashSecret(secret);
    const session = this.#known.get(tokenHash) ?? (await this.#load(tokenHash));
    if (session === null) return null;
    if (session.expiresAt > this.#now().getTime()) return session;
    this.#forget(session.id);
    return null;
  }

  /**
   * Signs a demo person in and answers the secret for the cookie.
   * @throws SamradError `not-found` where there is no such person.
   */
  async signInDemo(personId: string): Promise<{ session: Session; secret: string; maxAgeSeconds: number }> {
    const name = await this.#store.personName(personId);
    if (name === null) {
      await this.#audit.record({
        action: 'sign-in',
        outcome: 'refused',
        actor: null,
        channel: 'rest',
        detail: 'unknown',
      });
      throw new SamradError('not-found');
    }
    const expiresAt = this.#now().getTime() + signInHours * 3_600_000;
    return this.#start({ personId, name, identification: 'demo', meetingId: null, expiresAt }, 'sign-in');
  }

  /** A session for one who redeemed a meeting link; it ends when the link does. */
  async startFromLink(link: { personId: string; meetingId: string; expiresAt: Date }) {
    const name = (await this.#store.personName(link.personId)) ?? '';
    return this.#start(
      {
        personId: link.personId,
        name,
        identification: 'link',
        meetingId: link.meetingId,
        expiresAt: link.expiresAt.getTime(),
      },
      'link:redeem',
    );
  }

  /** Ends a session; its open connections are told at once. */
  async end(session: Session): Promise<void> {
    const actor = { personId: session.personId, sessionId: session.id };
    const entry = this.#audit.entry({ action: 'sign-out', outcome: 'done', actor, channel: 'rest' });
    await this.#store.remove(session.id, [entry]);
    this.#forget(session.id);
  }

  /** Calls the listener when the session ends; answers the way to stop listening. */
  onEnded(sessionId: string, listener: () => void): () => void {
    const listeners = this.#listeners.get(sessionId) ?? new Set();
    this.#listeners.set(sessionId, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.#listeners.delete(sessionId);
    };
  }

  async #load(tokenHash: string): Promise<Session | null> {
    const stored = await this.#store.find(tokenHash);
    if (stored === null) return null;
    const session = { ...stored, expiresAt: Date.parse(stored.expiresAt) };
    this.#known.set(tokenHash, session);
    return session;
  }

  async #start(session: Omit<Session, 'id'>, action: 'sign-in' | 'link:redeem') {
    const started: Session = { id: newId(), ...session };
    const secret = newId();
    const entry = this.#audit.entry({
      action,
      outcome: 'done',
      actor: { personId: started.personId, sessionId: started.id },
      channel: 'rest',
      ...(started.meetingId === null ? {} : { meetingId: started.meetingId }),
    });
    const stored = { ...started, expiresAt: new Date(started.expiresAt).toISOString() };
    await this.#store.add(stored, hashSecret(secret), [entry]);
    this.#known.set(hashSecret(secret), started);
    const maxAgeSeconds = Math.max(1, Math.round((started.expiresAt - this.#now().getTime()) / 1000));
    return { session: started, secret, maxAgeSeconds };
  }

  #forget(sessionId: string): void {
    for (const [hash, session] of this.#known) if (session.id === sessionId) this.#known.delete(hash);
    this.#listeners.get(sessionId)?.forEach((listener) => listener());
    this.#listeners.delete(sessionId);
  }
}
