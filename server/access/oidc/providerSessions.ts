/** Sessions at the providers: ended there when somebody signs out here, and here when somebody signs out there. */
import type { AuditLog } from '../../audit/auditLog.ts';
import type { Session, Sessions } from '../sessions.ts';
import { longestLifeSeconds, type LogoutNotice } from './logoutToken.ts';
import type { Provider } from './provider.ts';

/** A notice is remembered for longer than it could be accepted again, ms. */
const rememberMs = 2 * longestLifeSeconds * 1000;

interface Dependencies {
  readonly providers: ReadonlyMap<string, Provider>;
  readonly sessions: Pick<Sessions, 'endByProvider' | 'onEnded'>;
  readonly audit: AuditLog;
  readonly now: () => Date;
}

export class ProviderSessions {
  readonly #parts: Dependencies;
  /** ID tokens by session. They hold the identity number, so they are kept in memory only, and no longer than the session. */
  readonly #idTokens = new Map<string, string>();
  /** When a notice was used, by provider and its jti, the oldest first. */
  readonly #used = new Map<string, number>();

  constructor(parts: Dependencies) {
    this.#parts = parts;
  }

  keepIdToken(sessionId: string, idToken: string): void {
    this.#idTokens.set(sessionId, idToken);
    const stop = this.#parts.sessions.onEnded(sessionId, () => {
      this.#idTokens.delete(sessionId);
      stop();
    });
  }

  /** Where to end the session at its provider too, or null for one that came from no provider. Ask before it ends here. */
  async endUrl(session: Session, returnTo: string): Promise<string | null> {
    const provider = session.provider === null ? undefined : this.#parts.providers.get(session.provider);
    if (!provider) return null;
    return provider.endSessionUrl({ idToken: this.#idTokens.get(session.id) ?? null, returnTo });
  }

  /** Takes a logout token, from whichever provider signed it. @returns whether it was good. */
  async backChannel(logoutToken: string): Promise<boolean> {
    for (const [id, provider] of this.#parts.providers) {
      // A token that does not verify by a provider is simply none of theirs.
      const notice = await provider.readLogoutToken(logoutToken).catch(() => null);
      if (notice === null) continue;
      if (!this.#isFirst(id, notice)) break;
      await this.#end(id, notice);
      return true;
    }
    await this.#refuse('back-channel');
    return false;
  }

  /** The provider's page asks, in the person's own browser: ends the session that it names. @returns whether it was understood. */
  async frontChannel({ issuer, sid }: { issuer: string; sid: string }): Promise<boolean> {
    for (const [id, { settings }] of this.#parts.providers) {
      if (settings.issuer !== issuer) continue;
      await this.#end(id, { subject: null, sid });
      return true;
    }
    await this.#refuse('front-channel');
    return false;
  }

  /** A session where one is named, else all of the subject. */
  async #end(provider: string, { subject, sid }: Pick<LogoutNotice, 'subject' | 'sid'>): Promise<void> {
    await this.#parts.sessions.endByProvider({
      provider,
      ...(sid === null ? {} : { sid }),
      ...(subject === null ? {} : { subject }),
    });
  }

  #isFirst(providerId: string, { jti }: LogoutNotice): boolean {
    const time = this.#parts.now().getTime();
    for (const [key, at] of this.#used) {
      if (at > time - rememberMs) break;
      this.#used.delete(key);
    }
    const key = `${providerId} ${jti}`;
    if (this.#used.has(key)) return false;
    this.#used.set(key, time);
    return true;
  }

  async #refuse(detail: string): Promise<void> {
    await this.#parts.audit.record({ action: 'sign-out', outcome: 'refused', actor: null, channel: 'rest', detail });
  }
}
