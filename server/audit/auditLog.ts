/**
 * The audit log: who did what to which plan, section or meeting, with what outcome. Append-only and hash-chained.
 * Services record here; a handler never does, so none can forget.
 */
import type { SectionId } from '../../shared/careplan/sections.ts';
import type { AuditAction } from '../../shared/domain/auditAction.ts';
import type { Role } from '../../shared/domain/roles.ts';
import { appendAudit, auditedDetail, auditOlderThan, goneDetail, removeAuditThrough } from '../storage/auditStore.ts';
import type { Database, Query } from '../storage/database.ts';
import { verifyChain, type ChainReport } from './chain.ts';

/** Who acted. Role and organisation are absent where the person is no member of what was asked for. */
export interface AuditActor {
  readonly personId: string;
  readonly sessionId?: string;
  readonly role?: Role;
  readonly organisation?: string;
  readonly professionId?: string | null;
  readonly purpose?: string;
}

export interface AuditEvent {
  readonly action: AuditAction;
  readonly outcome: 'done' | 'refused';
  /** Null where nobody is known: a link that is unknown, a sign-in that failed. */
  readonly actor: AuditActor | null;
  /** `server`: of itself, when a time had come. */
  readonly channel: 'rest' | 'socket' | 'sync' | 'server';
  readonly planId?: string;
  readonly sectionId?: SectionId;
  readonly meetingId?: string;
  readonly versionId?: string;
  /** Whom it was done to: the person admitted, invited, declined. */
  readonly subjectId?: string;
  /** Why it was refused, or the name of the request. */
  readonly detail?: string;
  /** How often, where what came again was only counted. */
  readonly count?: number;
  /** The network address, where nobody's rights were asked for yet. */
  readonly address?: string;
}

export class AuditLog {
  readonly #database: Database;
  readonly #now: () => Date;

  constructor({ database, now }: { database: Database; now: () => Date }) {
    this.#database = database;
    this.#now = now;
  }

  /** The record as a statement, to be written in one transaction with what it tells of. */
  entry(event: AuditEvent): Query {
    return appendAudit(JSON.stringify({ at: this.#now().toISOString(), ...event }));
  }

  /** Writes one record; resolves when it is on disk. */
  async record(event: AuditEvent): Promise<void> {
    await this.#database.write([this.entry(event)]);
  }

  /** Writes several records in one transaction. */
  async recordAll(events: readonly AuditEvent[]): Promise<void> {
    if (events.length > 0) await this.#database.write(events.map((event) => this.entry(event)));
  }

  /** Removes the oldest records, all made before a time (ISO 8601 in UTC). A record says how far, so that the chain can still be verified. */
  async removeBefore(time: string): Promise<void> {
    const last = await auditOlderThan(this.#database, time);
    if (last === null) return;
    const event = { action: 'audit:remove', outcome: 'done', actor: null, channel: 'server' } as const;
    await this.#database.write([this.entry({ ...event, detail: goneDetail(last) }), ...removeAuditThrough(last)]);
  }

  /** The hash with which a version was made, as it was recorded then; null where nothing was. */
  hashOfVersion(planId: string, versionId: string): Promise<string | null> {
    return auditedDetail(this.#database, { planId, versionId, action: 'version:create' });
  }

  /** Reads the whole chain. */
  verify(): Promise<ChainReport> {
    return verifyChain(this.#database);
  }
}
