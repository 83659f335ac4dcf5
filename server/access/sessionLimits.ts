/** How long a session may last, and how long it may go unused. */
import type { Identification } from '../../shared/domain/identification.ts';

export interface SessionLimit {
  /** Milliseconds without use after which a session ends. */
  readonly idleMs: number;
  /** Milliseconds after which a session ends, however much it is used. */
  readonly absoluteMs: number;
}

export type SessionLimits = Readonly<Record<Identification, SessionLimit>>;

/** The same for everyone who signed in; another for those who came by a link, who often only listen. */
export function sessionLimits({ signedIn, link }: { signedIn: SessionLimit; link: SessionLimit }): SessionLimits {
  return { demo: signedIn, oidc: signedIn, passkey: signedIn, link };
}
