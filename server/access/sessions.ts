/** Who is signed in. Sessions live on the server; the browser holds a random secret in a cookie, new at each sign-in. */
import { newId } from '../../shared/domain/ids.ts';
import { SamradError } from '../../shared/protocol/errors.ts';
import type { AuditActor, AuditLog } from '../audit/auditLog.ts';
import type { Query } from '../storage/database.ts';
import type { SessionFilter, SessionStore, StoredSession } from '../storage/sessionStore.ts';
import { readCookie, type CookieNames } from './cookies.ts';
import { HeldSessions } from './heldSessions.ts';
import { hashSecret } from './secrets.ts';
import { actorOf, endingOf, type Ending } from './sessionEnding.ts';
import type { AskingHeaders, Session, SessionStart, Started } from './session.ts';
import type { SessionLimits } from './sessionLimits.ts';
import { SteadyClock } from './steadyClock.ts';

export type { Session } from './session.ts';

/** How often the time of sessions is looked at, ms: one that is over has nothing open within two seconds. */
const lookMs = 1_000;
/** How often those at rest are looked through, ms. */
const tidyMs = 3_600_000;

interface Parts {
  readonly store: SessionStore;
  readonly audit: AuditLog;
  readonly now: () => Date;
  readonly limits: SessionLimits;
  readonly cookies: CookieNames;
  readonly onError: (error: unknown) => void;
}

export class Sessions {
  readonly #parts: Parts;
  readonly #clock: SteadyClock;
  readonly #held: HeldSessions;
  readonly #timers: NodeJS.Timeout[];

  private constructor(parts: Parts, clock: SteadyClock) {
    this.#parts = parts;
    this.#clock = clock;
    this.#held = new HeldSessions({ store: parts.store, limits: parts.limits, clock, onError: parts.onError });
    this.#timers = [
      setInterval(() => this.#held.over().forEach((session) => this.#expire(session)), lookMs),
      setInterval(() => void this.#tidy().catch(parts.onError), tidyMs),
    ];
  }

  /** Ends what is over, and watches the time from then on. */
  static async create(parts: Parts): Promise<Sessions> {
    const stored = await parts.store.find({ all: true });
    // A clock that was set back while the server stood still is found out by what was written before.
    const notBefore = Math.max(0, ...stored.map(({ lastUsedAt }) => Date.parse(lastUsedAt)));
    const sessions = new Sessions(parts, new SteadyClock({ now: parts.now, notBefore }));
    await sessions.#tidy();
    return sessions;
  }

  /** The session that a request's cookies stand for, or null when there is none or it has ended. */
  async authenticate({ cookie }: AskingHeaders): Promise<Session | null> {
    const { cookies } = this.#parts;
    const secret = readCookie(cookie, cookies.session);
    if (secret === null) return null;
    const held = await this.#held.find(hashSecret(secret));
    if (held === null) return null;
    if (this.#held.isOver(held)) {
      this.#expire(held.session);
      return null;
    }
    const browserSecret = readCookie(cookie, cookies.browser);
    if (held.browserHash === null || (browserSecret !== null && held.browserHash === hashSecret(browserSecret)))
      return held.session;
    await this.#refuseOtherBrowser(held.session);
    return null;
  }

  /** Whether a session that was authenticated a while ago still is one. */
  isOpen(sessionId: string): boolean {
    const held = this.#held.byId(sessionId);
    return held !== null && !this.#held.isOver(held);
  }

  /** The person did something: the session is not idle. */
  used({ id }: Session): void {
    this.#held.use(id);
  }

  /** Milliseconds without use after which this session ends. */
  idleMs({ identification }: Session): number {
    return this.#parts.limits[identification].idleMs;
  }

  /**
   * Begins a session and answers the secret for the cookie. What `alongside` holds is written with it.
   * @throws SamradError `not-found` where there is no such person; recorded as refused.
   */
  async start(start: SessionStart, alongside: readonly Query[] = []): Promise<Started> {
    const { store, audit, limits } = this.#parts;
    const { personId, identification, meetingId = null, provider = null, device, earlier } = start;
    const event = { action: identification === 'link' ? 'link:redeem' : 'sign-in', channel: 'rest' } as const;
    const name = await store.personName(personId);
    if (name === null) {
      await audit.record({ ...event, outcome: 'refused', actor: null, detail: 'unknown' });
      throw new SamradError('not-found');
    }
    const startedAt = this.#clock.time();
    const latest = startedAt + limits[identification].absoluteMs;
    const expiresAt = Math.min(latest, start.expiresAt?.getTime() ?? latest);
    const session: Session = { id: newId(), personId, name, identification, meetingId, provider, startedAt, expiresAt };
    const secret = newId();
    const { browser, system, browserSecret } = device;
    const at = new Date(startedAt).toISOString();
    const actor = { personId, sessionId: session.id };
    await store.add(
      {
        ...session,
        tokenHash: hashSecret(secret),
        browserHash: browserSecret === null ? null : hashSecret(browserSecret),
        browser,
        system,
        providerSubject: start.providerSubject ?? null,
        providerSession: start.providerSession ?? null,
        startedAt: at,
        lastUsedAt: at,
        expiresAt: new Date(expiresAt).toISOString(),
      },
      [
        ...(earlier ? endingOf(this.#parts, earlier, { action: 'sign-out', actor: actorOf(earlier) }) : []),
        audit.entry({ ...event, outcome: 'done', actor, ...(meetingId === null ? {} : { meetingId }) }),
        ...alongside,
      ],
    );
    if (earlier) this.#held.forget(earlier.id);
    return { session, secret, maxAgeSeconds: Math.max(1, Math.round((expiresAt - startedAt) / 1000)) };
  }

  /** Signs out here; what was open by the session is told at once. */
  async end(session: Session): Promise<void> {
    await this.#parts.store.write(endingOf(this.#parts, session, { action: 'sign-out', actor: actorOf(session) }));
    this.#held.forget(session.id);
  }

  /**
   * Ends the person's sessions wherever they are, except one. `by` is who did it, where it was somebody else.
   * @returns how many.
   */
  async endAll(personId: string, { by, except }: { by?: AuditActor; except?: Session } = {}): Promise<number> {
    const ended = (await this.#parts.store.find({ personId })).filter(({ id }) => id !== except?.id);
    return this.#endStored(ended, (session) => by ?? actorOf(except ?? session));
  }

  /** Ends what a provider says has ended: one session of its own, or all of a person's. @returns how many. */
  async endByProvider(ended: { provider: string; subject?: string; sid?: string }): Promise<number> {
    const { provider, subject, sid } = ended;
    const filter: SessionFilter | null =
      sid !== undefined
        ? { provider, providerSession: sid }
        : subject !== undefined
          ? { provider, providerSubject: subject }
          : null;
    if (filter === null) return 0;
    return this.#endStored(await this.#parts.store.find(filter), actorOf, 'provider');
  }

  /** The person's sessions with when they were last used, the newest first. */
  async allOf(personId: string): Promise<StoredSession[]> {
    return (await this.#parts.store.find({ personId }))
      .map((found) => ({ ...found, ...this.#held.lastUse(found) }))
      .filter((found) => !this.#held.isStoredOver(found));
  }

  /** Ends these sessions. */
  async endThese(ended: readonly Ending[], by: AuditActor): Promise<void> {
    await this.#endStored(ended, () => by);
  }

  /** Calls the listener when the session ends; answers the way to stop listening. */
  onEnded(sessionId: string, listener: () => void): () => void {
    return this.#held.onEnded(sessionId, listener);
  }

  close(): void {
    this.#timers.forEach((timer) => clearInterval(timer));
  }

  async #endStored(ended: readonly Ending[], by: (session: Ending) => AuditActor, detail?: string): Promise<number> {
    await this.#parts.store.write(
      ended.flatMap((session) =>
        endingOf(this.#parts, session, { action: 'session:end', actor: by(session), ...(detail && { detail }) }),
      ),
    );
    for (const { id } of ended) this.#held.forget(id);
    return ended.length;
  }

  /** The time is up: nothing is open by it any more, and it is gone from disk soon after. */
  #expire(session: Session): void {
    this.#held.forget(session.id);
    this.#parts.store
      .write(endingOf(this.#parts, session, { action: 'session:expire', actor: actorOf(session) }))
      .catch(this.#parts.onError);
  }

  /** A secret that comes from another browser than it was given to has been taken: it is good for nobody any more. */
  async #refuseOtherBrowser(session: Session): Promise<void> {
    const detail = 'other-browser';
    await this.#parts.store.write(
      endingOf(this.#parts, session, { action: 'session:refuse', actor: actorOf(session), detail }),
    );
    this.#held.forget(session.id);
  }

  async #tidy(): Promise<void> {
    const stored = await this.#parts.store.find({ all: true });
    const over = stored.filter((found) => this.#held.isStoredOver({ ...found, ...this.#held.lastUse(found) }));
    for (const session of over) {
      const { id, personId } = session;
      await this.#parts.store.write(
        endingOf(this.#parts, session, { action: 'session:expire', actor: { personId, sessionId: id } }),
      );
      this.#held.forget(id);
    }
  }
}
