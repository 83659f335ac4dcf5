/**
 * Sign-ins on their way: what was sent to a provider, until the browser comes back. In memory only, since an attempt holds
 * keys and lives for minutes; after a restart the person presses the button again.
 */
import { hashSecret } from '../secrets.ts';
import type { Device, Session } from '../session.ts';
import type { Pending } from './provider.ts';

/** How long a person may take at the provider: a code device to be found, an app to be updated. */
const attemptMinutes = 15;
/** More than this at once is a flood; the oldest go. */
const mostAttempts = 10_000;

export interface Underway {
  readonly providerId: string;
  readonly pending: Pending;
  /** The session that this browser had when it set out, or null. */
  readonly session: Session | null;
  /** The browser as it set out: on the way back it keeps the secret by which it is known. */
  readonly device: Device;
}

interface Kept extends Underway {
  readonly browserHash: string;
  /** Milliseconds since 1970. */
  readonly endsAt: number;
}

export class SignInsUnderway {
  readonly #now: () => Date;
  /** By state, in the order in which they began. */
  readonly #kept = new Map<string, Kept>();

  constructor({ now }: { now: () => Date }) {
    this.#now = now;
  }

  add(attempt: Underway, browserSecret: string): void {
    this.#dropOld();
    const endsAt = this.#now().getTime() + attemptMinutes * 60_000;
    this.#kept.set(attempt.pending.state, { ...attempt, browserHash: hashSecret(browserSecret), endsAt });
  }

  /**
   * The attempt of a state, once, for the browser that began it. Another browser gets null and uses nothing up.
   */
  take(state: string, browserSecret: string | null): Underway | null {
    this.#dropOld();
    const found = this.#kept.get(state);
    if (!found || browserSecret === null || found.browserHash !== hashSecret(browserSecret)) return null;
    this.#kept.delete(state);
    return found;
  }

  #dropOld(): void {
    const time = this.#now().getTime();
    for (const [state, { endsAt }] of this.#kept) {
      if (endsAt > time && this.#kept.size < mostAttempts) return;
      this.#kept.delete(state);
    }
  }
}
