/** Sessions at rest. Only hashes of their secrets are stored. */
import type { DeviceName } from '../../shared/domain/device.ts';
import type { Identification } from '../../shared/domain/identification.ts';
import type { Database, Query } from './database.ts';
import { sql } from './tables.ts';

/** Times are ISO 8601 in UTC. */
export interface StoredSession {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly identification: Identification;
  readonly meetingId: string | null;
  /** The identity provider that said who it is. */
  readonly provider: string | null;
  readonly tokenHash: string;
  /** Hash of the secret by which the browser is known; null where it had none when the session began. */
  readonly browserHash: string | null;
  readonly browser: DeviceName['browser'];
  readonly system: DeviceName['system'];
  readonly startedAt: string;
  readonly lastUsedAt: string;
  readonly expiresAt: string;
}

/** What an identity provider calls the person and the session at its own place. */
interface ProviderNames {
  readonly providerSubject: string | null;
  readonly providerSession: string | null;
}

/** Which sessions are meant. Those of a provider are named by its session, or by its person for all of theirs. */
export type SessionFilter =
  | { readonly tokenHash: string }
  | { readonly personId: string }
  | { readonly provider: string; readonly providerSubject: string }
  | { readonly provider: string; readonly providerSession: string }
  | { readonly all: true };

export class SessionStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** The sessions that are meant, the newest first. */
  async find(filter: SessionFilter): Promise<StoredSession[]> {
    let query = sql
      .selectFrom('session')
      .innerJoin('person', 'person.id', 'session.person_id')
      .select([
        'session.id',
        'session.person_id as personId',
        'person.name',
        'session.identification',
        'session.meeting_id as meetingId',
        'session.provider',
        'session.token_hash as tokenHash',
        'session.browser_hash as browserHash',
        'session.browser',
        'session.system',
        'session.started_at as startedAt',
        'session.last_used_at as lastUsedAt',
        'session.expires_at as expiresAt',
      ])
      .orderBy('session.started_at', 'desc');
    if ('tokenHash' in filter) query = query.where('session.token_hash', '=', filter.tokenHash);
    if ('personId' in filter) query = query.where('session.person_id', '=', filter.personId);
    if ('provider' in filter) query = query.where('session.provider', '=', filter.provider);
    if ('providerSubject' in filter) query = query.where('session.provider_subject', '=', filter.providerSubject);
    if ('providerSession' in filter) query = query.where('session.provider_session', '=', filter.providerSession);
    return this.#database.read(query.compile());
  }

  /** Stores a session, with what else belongs to the same act. */
  async add(session: Omit<StoredSession, 'name'> & ProviderNames, alongside: readonly Query[]): Promise<void> {
    const insert = sql
      .insertInto('session')
      .values({
        id: session.id,
        token_hash: session.tokenHash,
        person_id: session.personId,
        identification: session.identification,
        meeting_id: session.meetingId,
        provider: session.provider,
        provider_subject: session.providerSubject,
        provider_session: session.providerSession,
        browser: session.browser,
        system: session.system,
        browser_hash: session.browserHash,
        started_at: session.startedAt,
        last_used_at: session.lastUsedAt,
        expires_at: session.expiresAt,
      })
      .compile();
    await this.#database.write([insert, ...alongside]);
  }

  /** The statement that removes a session. */
  removal(sessionId: string): Query {
    return sql.deleteFrom('session').where('id', '=', sessionId).compile();
  }

  /** Carries statements out as one act. */
  async write(queries: readonly Query[]): Promise<void> {
    await this.#database.write(queries);
  }

  /** Notes when a session was last used. */
  async touch(sessionId: string, at: string): Promise<void> {
    await this.#database.write([
      sql.updateTable('session').set({ last_used_at: at }).where('id', '=', sessionId).compile(),
    ]);
  }

  async personName(personId: string): Promise<string | null> {
    const rows = await this.#database.read(
      sql.selectFrom('person').select('name').where('id', '=', personId).compile(),
    );
    return rows[0]?.name ?? null;
  }
}
