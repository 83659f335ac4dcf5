/** Signing in by a passkey: registered by an invitation, verified by the key that was registered. No password anywhere. */
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { SamradError } from '../../../shared/protocol/errors.ts';
import type { RouteBody } from '../../../shared/protocol/rest.ts';
import type { AuditLog } from '../../audit/auditLog.ts';
import type { PasskeyStore, StoredPersonInvitation } from '../../storage/passkeyStore.ts';
import { hashSecret } from '../secrets.ts';
import type { Device, Session, Started } from '../session.ts';
import type { Sessions } from '../sessions.ts';
import { Challenges } from './challenges.ts';

interface Dependencies {
  readonly store: PasskeyStore;
  readonly sessions: Sessions;
  readonly audit: AuditLog;
  readonly now: () => Date;
}

/** The browser that asks, and the address by which it knows this server: a key is good for that address alone. */
interface Asker {
  readonly device: Device;
  readonly origin: string;
}

/** Only whom the authenticator itself has recognised: by a finger, a face or a code. */
const userVerification = 'required';
type Action = 'passkey:register' | 'sign-in';

export class Passkeys {
  readonly #parts: Dependencies;
  readonly #challenges: Challenges;

  constructor(parts: Dependencies) {
    this.#parts = parts;
    this.#challenges = new Challenges(parts.now);
  }

  /** Whom an invitation is for. @throws SamradError `link-unknown`, `link-used`, `link-expired`. */
  async invited(token: string): Promise<StoredPersonInvitation> {
    const found = await this.#parts.store.invitation(hashSecret(token));
    if (found === null) throw new SamradError('link-unknown');
    if (found.usedAt !== null) throw new SamradError('link-used');
    if (found.expiresAt <= this.#parts.now().toISOString()) throw new SamradError('link-expired');
    return found;
  }

  /** What the browser is asked, to make a key. @throws as `invited` does. */
  async registration(token: string, { device, origin }: Asker): Promise<Record<string, unknown>> {
    const { personId, name } = await this.invited(token);
    const options = await generateRegistrationOptions({
      rpName: 'Samråd',
      rpID: new URL(origin).hostname,
      userName: name,
      userDisplayName: name,
      userID: new TextEncoder().encode(personId),
      attestationType: 'none',
      authenticatorSelection: { residentKey: 'required', userVerification },
    });
    this.#challenges.put(secretOf(device), options.challenge);
    return { ...options };
  }

  /** Registers the key in the place of those that the person had, and begins a session. @throws as `invited` does; `not-found`. */
  async register(
    { token, credential }: RouteBody<'registerPasskey'>,
    asker: Asker,
    earlier: Session | null,
  ): Promise<Started> {
    const { store, sessions, audit, now } = this.#parts;
    const invitation = await this.invited(token).catch(async (error: unknown) => {
      await this.#refuse('passkey:register', 'invitation');
      throw error;
    });
    const { personId, tokenHash } = invitation;
    const expectedChallenge = await this.#challenge('passkey:register', asker);
    const verified = await verifyRegistrationResponse({
      response: credential,
      expectedChallenge,
      expectedOrigin: asker.origin,
      expectedRPID: new URL(asker.origin).hostname,
      requireUserVerification: true,
    }).catch(() => null);
    if (!verified?.verified) return this.#refuse('passkey:register', 'not-verified');
    const { id, publicKey, counter } = verified.registrationInfo.credential;
    const passkey = { id, personId, publicKey, counter };
    // What was open by a key that is gone now, by whoever held it, is not open any more.
    await sessions.endAll(personId);
    const event = { action: 'passkey:register', outcome: 'done', actor: { personId }, channel: 'rest' } as const;
    return sessions.start({ personId, identification: 'passkey', device: asker.device, earlier }, [
      ...store.register(tokenHash, passkey, now().toISOString()),
      audit.entry(event),
    ]);
  }

  /** What the browser is asked, to use whichever key it has. */
  async challenge({ device, origin }: Asker): Promise<Record<string, unknown>> {
    const options = await generateAuthenticationOptions({ rpID: new URL(origin).hostname, userVerification });
    this.#challenges.put(secretOf(device), options.challenge);
    return { ...options };
  }

  /** Begins a session for the person of a key. @throws SamradError `not-found` for whatever is wrong; recorded. */
  async signIn({ credential }: RouteBody<'passkeySignIn'>, asker: Asker, earlier: Session | null): Promise<Started> {
    const { store, sessions, now } = this.#parts;
    const expectedChallenge = await this.#challenge('sign-in', asker);
    const known = await store.passkey(credential.id);
    if (known === null) return this.#refuse('sign-in', 'unknown-key');
    const { id, personId, publicKey, counter } = known;
    const verified = await verifyAuthenticationResponse({
      response: credential,
      expectedChallenge,
      expectedOrigin: asker.origin,
      expectedRPID: new URL(asker.origin).hostname,
      credential: { id, publicKey, counter },
      requireUserVerification: true,
    }).catch(() => null);
    if (!verified?.verified) return this.#refuse('sign-in', 'not-verified');
    const used = store.used(id, verified.authenticationInfo.newCounter, now().toISOString());
    return sessions.start({ personId, identification: 'passkey', device: asker.device, earlier }, [used]);
  }

  async #challenge(action: Action, { device }: Asker): Promise<string> {
    return this.#challenges.take(secretOf(device)) ?? this.#refuse(action, 'no-challenge');
  }

  async #refuse(action: Action, detail: string): Promise<never> {
    await this.#parts.audit.record({ action, outcome: 'refused', actor: null, channel: 'rest', detail });
    throw new SamradError('not-found');
  }
}

/** The browser has a secret from its first question on. @throws SamradError `not-found` where it takes no cookies. */
function secretOf({ browserSecret }: Device): string {
  if (browserSecret === null) throw new SamradError('not-found');
  return browserSecret;
}
