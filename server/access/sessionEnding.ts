/** What is written when a session ends: it goes, and the audit log tells why. */
import type { AuditActor, AuditLog } from '../audit/auditLog.ts';
import type { Query } from '../storage/database.ts';
import type { SessionStore } from '../storage/sessionStore.ts';

/** The session that ends. */
export interface Ending {
  readonly id: string;
  readonly personId: string;
}

/** `sign-out`: by its own page. `session:end`: from elsewhere. `session:expire`: by time. `session:refuse`: it was taken. */
interface Told {
  readonly action: 'sign-out' | 'session:end' | 'session:expire' | 'session:refuse';
  readonly actor: AuditActor;
  readonly detail?: string;
}

/** The statements that end a session and tell of it. */
export function endingOf(
  { store, audit }: { store: Pick<SessionStore, 'removal'>; audit: Pick<AuditLog, 'entry'> },
  { id, personId }: Ending,
  told: Told,
): Query[] {
  const outcome = told.action === 'session:refuse' ? 'refused' : 'done';
  const subject = told.action === 'session:end' ? { subjectId: personId } : {};
  return [store.removal(id), audit.entry({ ...told, ...subject, outcome, channel: 'rest' })];
}

/** The session as the one who acted. */
export function actorOf({ id, personId }: Ending): AuditActor {
  return { personId, sessionId: id };
}
