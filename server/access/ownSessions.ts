/** Where a person is signed in, for themselves: to see it, and to end what they don't know. */
import { SamradError } from '../../shared/protocol/errors.ts';
import type { OwnSession } from '../../shared/protocol/routes/session.ts';
import type { AuditLog } from '../audit/auditLog.ts';
import { actorOf } from './sessionEnding.ts';
import type { Session, Sessions } from './sessions.ts';

interface Parts {
  readonly sessions: Pick<Sessions, 'allOf' | 'endThese'>;
  readonly audit: AuditLog;
}

export class OwnSessions {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** The newest first; recorded. */
  async list(session: Session): Promise<OwnSession[]> {
    const { sessions, audit } = this.#parts;
    const found = await sessions.allOf(session.personId);
    await audit.record({ action: 'session:read', outcome: 'done', actor: actorOf(session), channel: 'rest' });
    return found.map(({ id, identification, browser, system, startedAt, lastUsedAt, expiresAt }) => ({
      id,
      isThis: id === session.id,
      identification,
      browser,
      system,
      startedAt,
      lastUsedAt,
      expiresAt,
    }));
  }

  /** Ends one of the person's own. @throws SamradError `not-found`; recorded as refused. */
  async end(session: Session, sessionId: string): Promise<void> {
    const { sessions, audit } = this.#parts;
    const actor = actorOf(session);
    const found = (await sessions.allOf(session.personId)).find(({ id }) => id === sessionId);
    if (found) return sessions.endThese([found], actor);
    await audit.record({ action: 'session:end', outcome: 'refused', actor, channel: 'rest', detail: 'not-found' });
    throw new SamradError('not-found');
  }
}
