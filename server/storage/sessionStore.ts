/** Sessions and meeting links at rest. Only hashes of their secrets are stored. */
import type { Database, Query } from './database.ts';
import { sql } from './tables.ts';

export interface StoredSession {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly identification: 'demo' | 'link';
  readonly meetingId: string | null;
  readonly expiresAt: string;
}

export interface StoredLink {
  readonly meetingId: string;
  readonly personId: string;
  readonly expiresAt: string;
  readonly browserHash: string | null;
}

export class SessionStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async find(tokenHash: string): Promise<StoredSession | null> {
    const rows = await this.#database.read(
      sql
        .selectFrom('session')
        .innerJoin('person', 'person.id', 'session.person_id')
        .select([
          'session.id',
          'session.person_id as personId',
          'person.name',
          'session.identification',
          'session.meeting_id as meetingId',
          'session.expires_at as expiresAt',
        ])
        .where('session.token_hash', '=', tokenHash)
        .compile(),
    );
    return rows[0] ?? null;
  }

  /** Stores a session, with what else belongs to the same act. */
  async add(session: Omit<StoredSession, 'name'>, tokenHash: string, alongside: readonly Query[]): Promise<void> {
    const insert = sql
      .insertInto('session')
      .values({
        id: session.id,
        token_hash: tokenHash,
        person_id: session.personId,
        identification: session.identification,
        meeting_id: session.meetingId,
        expires_at: session.expiresAt,
      })
      .compile();
    await this.#database.write([insert, ...alongside]);
  }

  async remove(sessionId: string, alongside: readonly Query[]): Promise<void> {
    await this.#database.write([sql.deleteFrom('session').where('id', '=', sessionId).compile(), ...alongside]);
  }

  /** Forgets sessions that ended before this time. */
  async removeExpired(before: string): Promise<void> {
    await this.#database.write([sql.deleteFrom('session').where('expires_at', '<', before).compile()]);
  }

  async personName(personId: string): Promise<string | null> {
    const rows = await this.#database.read(
      sql.selectFrom('person').select('name').where('id', '=', personId).compile(),
    );
    return rows[0]?.name ?? null;
  }

  async findLink(tokenHash: string): Promise<StoredLink | null> {
    const rows = await this.#database.read(
      sql
        .selectFrom('link')
        .select([
          'meeting_id as meetingId',
          'person_id as personId',
          'expires_at as expiresAt',
          'browser_hash as browserHash',
        ])
        .where('token_hash', '=', tokenHash)
        .compile(),
    );
    return rows[0] ?? null;
  }

  /**
   * Binds a link to a browser unless another browser was first.
   * @returns whether the link belongs to this browser now.
   */
  async bindLink(tokenHash: string, browserHash: string): Promise<boolean> {
    const [result] = await this.#database.write([
      sql
        .updateTable('link')
        .set({ browser_hash: browserHash })
        .where('token_hash', '=', tokenHash)
        .where((where) => where.or([where('browser_hash', 'is', null), where('browser_hash', '=', browserHash)]))
        .compile(),
    ]);
    return result?.changes === 1;
  }
}
