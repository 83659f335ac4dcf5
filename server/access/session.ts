/** A session as the services see it, and what begins one. */
import type { DeviceName } from '../../shared/domain/device.ts';
import type { Identification } from '../../shared/domain/identification.ts';

export interface Session {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly identification: Identification;
  /** Set for a session that came from a meeting link: it reaches only this meeting and its plan. */
  readonly meetingId: string | null;
  /** The identity provider that said who it is; null where none did. */
  readonly provider: string | null;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** Milliseconds since 1970. It ends before this when it goes unused. */
  readonly expiresAt: number;
}

/**
 * The browser that a request comes from. Browsers hold the secret back on the way home from another site, so whoever sends
 * people out keeps what the way out came with.
 */
export interface Device extends DeviceName {
  /** The secret by which the browser is known again; null where it has none yet. The session is good with it alone. */
  readonly browserSecret: string | null;
}

/** The headers that say who asks. */
export interface AskingHeaders {
  readonly cookie?: string | undefined;
}

export interface SessionStart {
  readonly personId: string;
  readonly identification: Identification;
  /** The only meeting that it reaches, for one who came by a link. */
  readonly meetingId?: string;
  /** Which identity provider said who it is, what it calls the person, and what it calls its own session. */
  readonly provider?: string | null;
  readonly providerSubject?: string | null;
  readonly providerSession?: string | null;
  /** Where something else ends before the limit of settings: a link, a provider's session. */
  readonly expiresAt?: Date;
  readonly device: Device;
  /** The session that this browser had, which ends with the same act. */
  readonly earlier?: Session | null;
}

/** A session that has begun, with the secret for the cookie. */
export interface Started {
  readonly session: Session;
  readonly secret: string;
  readonly maxAgeSeconds: number;
}
