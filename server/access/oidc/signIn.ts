/** Signing in by an identity provider: the way out and the way back. Each outcome, good or bad, is in the audit log. */
import { SamradError } from '../../../shared/protocol/errors.ts';
import type { SignInProblem } from '../../../shared/protocol/routes/signIn.ts';
import type { AuditLog } from '../../audit/auditLog.ts';
import type { Device, Session } from '../session.ts';
import type { Sessions } from '../sessions.ts';

import { readClaims } from './claims.ts';
import type { Identities } from './identities.ts';
import type { Provider, Told } from './provider.ts';
import { SignInRefused, refusalOf } from './refusal.ts';
import { SignInsUnderway, type Underway } from './signInsUnderway.ts';

/** Where the browser is sent: out to a provider, or back to our page with the word for what went wrong. */
export type Departure =
  { readonly state: 'leaving'; readonly url: URL } | { readonly state: 'refused'; readonly problem: SignInProblem };

/** How a sign-in ended. */
export type Arrived =
  | { readonly state: 'signed-in'; readonly secret: string; readonly maxAgeSeconds: number }
  | { readonly state: 'refused'; readonly problem: SignInProblem };

interface Dependencies {
  readonly providers: ReadonlyMap<string, Provider>;
  readonly identities: Identities;
  readonly sessions: Sessions;
  readonly audit: AuditLog;
  readonly now: () => Date;
  /** Keeps the ID token of a session for its end at the provider. */
  readonly keepIdToken: (sessionId: string, idToken: string) => void;
}

export class SignIn {
  readonly #parts: Dependencies;
  readonly #underway: SignInsUnderway;

  constructor(parts: Dependencies) {
    this.#parts = parts;
    this.#underway = new SignInsUnderway({ now: parts.now });
  }

  /** Begins at a provider. @throws SamradError `not-found` for a provider that there is not. */
  async start(input: {
    providerId: string;
    redirectUri: string;
    browserSecret: string;
    session: Session | null;
    device: Device;
  }): Promise<Departure> {
    const provider = this.#parts.providers.get(input.providerId);
    if (!provider) {
      await this.#refused('unknown-provider', null);
      throw new SamradError('not-found');
    }
    try {
      const { url, pending } = await provider.begin(input.redirectUri);
      const { providerId, session, device } = input;
      this.#underway.add({ providerId, pending, session, device }, input.browserSecret);
      return { state: 'leaving', url };
    } catch (error) {
      const { problem, reason } = refusalOf(error);
      await this.#refused(`${input.providerId}: ${reason}`, input.session);
      return { state: 'refused', problem };
    }
  }

  /** Ends what `start` began, with what the browser brought back. `search` is the address's query with its question mark. */
  async complete(input: { search: string; browserSecret: string | null }): Promise<Arrived> {
    const state = new URLSearchParams(input.search).get('state') ?? '';
    const attempt = this.#underway.take(state, input.browserSecret);
    if (attempt === null) {
      await this.#refused('unknown-attempt', null);
      return { state: 'refused', problem: 'try-again' };
    }
    try {
      return await this.#finish(attempt, input.search);
    } catch (error) {
      if (!(error instanceof SignInRefused)) throw error;
      await this.#refused(`${attempt.providerId}: ${error.reason}`, attempt.session);
      return { state: 'refused', problem: error.problem };
    }
  }

  async #finish(attempt: Underway, search: string): Promise<Arrived> {
    const provider = this.#parts.providers.get(attempt.providerId);
    if (!provider) throw new SignInRefused('try-again', 'unknown-provider');
    const told = await provider.finish(attempt.pending, search);
    return this.#enter(provider, attempt, told);
  }

  async #enter(provider: Provider, { session: earlier, device }: Underway, told: Told): Promise<Arrived> {
    const { identities, sessions, keepIdToken } = this.#parts;
    const { id, profile } = provider.settings;
    const identified = readClaims(profile, told.claims);
    const guest = earlier?.identification === 'link' ? earlier : null;
    // The link counts only while its session is held: one that was ended meanwhile gives nobody's place away.
    if (guest !== null && !sessions.isOpen(guest.id)) throw new SignInRefused('try-again', 'link-session-ended');
    const personId = await identities.resolve({
      provider: id,
      identified,
      guestId: guest?.personId ?? null,
    });
    const started = await sessions.start({
      personId,
      identification: 'oidc',
      provider: id,
      providerSubject: identified.subject,
      providerSession: told.sid,
      device,
      earlier,
    });
    keepIdToken(started.session.id, told.idToken);
    return { state: 'signed-in', secret: started.secret, maxAgeSeconds: started.maxAgeSeconds };
  }

  async #refused(detail: string, session: Session | null): Promise<void> {
    const actor = session && { personId: session.personId, sessionId: session.id };
    await this.#parts.audit.record({ action: 'sign-in', outcome: 'refused', actor, channel: 'rest', detail });
  }
}
