/** Signing in by identity providers, put together: what the edges need of it. */
import type { AuditLog } from '../../audit/auditLog.ts';
import type { IdentityStore } from '../../storage/identityStore.ts';
import type { Sessions } from '../sessions.ts';
import { Identities } from './identities.ts';
import { Provider } from './provider.ts';
import type { OidcSettings, ProviderSettings } from './providerSettings.ts';
import { ProviderSessions } from './providerSessions.ts';
import { SignIn } from './signIn.ts';

export interface IdentityProviders {
  readonly providers: readonly ProviderSettings[];
  readonly identities: Identities;
  readonly signIn: SignIn;
  readonly providerSessions: ProviderSessions;
}

interface Parts {
  readonly settings: OidcSettings;
  readonly store: IdentityStore;
  readonly sessions: Sessions;
  readonly audit: AuditLog;
  readonly now: () => Date;
}

/** Nothing is asked of a provider before somebody signs in: one that is down keeps nobody else out. */
export function createIdentityProviders({ settings, store, sessions, audit, now }: Parts): IdentityProviders {
  const providers = new Map(settings.providers.map((one) => [one.id, new Provider({ settings: one, now })]));
  const identities = new Identities({ store, now, numberKey: settings.identityNumberKey });
  const providerSessions = new ProviderSessions({ providers, sessions, audit, now });
  const keepIdToken = (sessionId: string, idToken: string): void => providerSessions.keepIdToken(sessionId, idToken);
  const signIn = new SignIn({ providers, identities, sessions, audit, now, keepIdToken });
  return { providers: settings.providers, identities, signIn, providerSessions };
}
