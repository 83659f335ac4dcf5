/** Who works here, as administrators say it. They invite and end people, and see no plan. */
import type { AuditAction } from '../../../shared/domain/auditAction.ts';
import { newId } from '../../../shared/domain/ids.ts';
import type { RouteBody } from '../../../shared/protocol/rest.ts';
import type { AuditActor, AuditLog } from '../../audit/auditLog.ts';
import type { PasskeyStore } from '../../storage/passkeyStore.ts';
import type { StaffStore, StoredStaff } from '../../storage/staffStore.ts';
import { auditActor, type CareTeam } from '../careTeam.ts';
import { hashSecret } from '../secrets.ts';
import type { Session } from '../session.ts';
import type { Sessions } from '../sessions.ts';

interface Dependencies {
  readonly store: StaffStore;
  readonly passkeys: PasskeyStore;
  readonly careTeam: Pick<CareTeam, 'refusal'>;
  readonly sessions: Pick<Sessions, 'endAll'>;
  readonly audit: AuditLog;
  readonly now: () => Date;
  /** Tells that a person's rights have changed; resolves when what was open by them is closed. */
  readonly changed: (who: { planId: string; personId: string }) => Promise<void>;
}

/** How long an invitation can be used, ms. */
const invitationMs = 7 * 86_400_000;

/** The statements that let a person register a key, with the secret of their link. */
export function invitation(
  passkeys: PasskeyStore,
  personId: string,
  now: Date,
): { token: string; queries: ReturnType<PasskeyStore['invite']> } {
  const token = newId();
  const expiresAt = new Date(now.getTime() + invitationMs).toISOString();
  return {
    token,
    queries: passkeys.invite({ tokenHash: hashSecret(token), personId, at: now.toISOString(), expiresAt }),
  };
}

export class StaffRegister {
  readonly #parts: Dependencies;

  constructor(parts: Dependencies) {
    this.#parts = parts;
  }

  /** Whether the session's person administrates who works here. */
  async administrates(session: Session): Promise<boolean> {
    return session.identification === 'passkey' && (await this.#parts.store.isAdministrator(session.personId));
  }

  /** Records that the organisation's control was looked at. @throws SamradError `not-found` for who does not administrate. */
  async mayControl(session: Session): Promise<void> {
    await this.#parts.audit.record({ ...(await this.allowed(session, 'staff:control')), outcome: 'done' });
  }

  /** @throws SamradError `not-found` for who does not administrate. */
  async list(session: Session): Promise<StoredStaff[]> {
    const { store, audit } = this.#parts;
    const event = await this.allowed(session, 'staff:read');
    await audit.record({ ...event, outcome: 'done' });
    return store.all();
  }

  /** Adds somebody; answers the secret of their link. @throws SamradError `not-found` for who does not administrate. */
  async invite(session: Session, wish: RouteBody<'inviteStaff'>): Promise<string> {
    const { store, passkeys, audit, now } = this.#parts;
    const event = await this.allowed(session, 'staff:invite');
    const personId = newId();
    const { token, queries } = invitation(passkeys, personId, now());
    await store.write([
      ...store.add({ ...wish, personId, at: now().toISOString() }),
      ...queries,
      audit.entry({ ...event, outcome: 'done', subjectId: personId }),
    ]);
    return token;
  }

  /**
   * A new link for one who has lost their key: it is good for nothing any more, nor is what is open by it. Answers the secret.
   * @throws SamradError `not-found` for who does not administrate, and for who does not work here.
   */
  async inviteAgain(session: Session, personId: string): Promise<string> {
    const { store, passkeys, sessions, audit, now } = this.#parts;
    const event = await this.#about(session, 'staff:invite', personId);
    const { token, queries } = invitation(passkeys, personId, now());
    await store.write([passkeys.removeOf(personId), ...queries, audit.entry({ ...event, outcome: 'done' })]);
    await sessions.endAll(personId, { by: event.actor });
    return token;
  }

  /**
   * Ends somebody's work here; resolves when nothing is open by them any more.
   * @throws SamradError `not-found` for who does not administrate, for who does not work here, and for oneself.
   */
  async end(session: Session, personId: string): Promise<void> {
    const { store, passkeys, sessions, audit, now, changed, careTeam } = this.#parts;
    const event = await this.#about(session, 'staff:end', personId);
    if (personId === session.personId) throw await careTeam.refusal(event.actor, event);
    const at = now().toISOString();
    const plans = await store.plansOf(personId, at);
    await store.write([
      ...store.end(personId, at),
      passkeys.removeOf(personId),
      passkeys.removeInvitations(personId),
      audit.entry({ ...event, outcome: 'done' }),
    ]);
    await sessions.endAll(personId, { by: event.actor });
    await Promise.all(plans.map((planId) => changed({ planId, personId })));
  }

  /** The record of what an administrator does, without its outcome. @throws SamradError `not-found` for who does not administrate. */
  async allowed<Action extends AuditAction>(
    session: Session,
    action: Action,
  ): Promise<{ action: Action; channel: 'rest'; actor: AuditActor }> {
    const actor = auditActor(session);
    if (await this.administrates(session)) return { action, channel: 'rest', actor };
    throw await this.#parts.careTeam.refusal(actor, { action, channel: 'rest' });
  }

  async #about<Action extends AuditAction>(session: Session, action: Action, personId: string) {
    const event = await this.allowed(session, action);
    const isHere = (await this.#parts.store.all()).some((one) => one.personId === personId);
    if (!isHere) throw await this.#parts.careTeam.refusal(event.actor, event);
    return { ...event, subjectId: personId };
  }
}
