/** Meeting links at rest. Only hashes of their secrets are stored. */
import type { Database, Query } from './database.ts';
import { sql } from './tables.ts';

export interface StoredLink {
  readonly meetingId: string;
  readonly personId: string;
  readonly expiresAt: string;
  readonly browserHash: string | null;
}

export class LinkStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async find(tokenHash: string): Promise<StoredLink | null> {
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

  /** The statement that makes a person's link into a meeting unknown. */
  remove({ meetingId, personId }: { meetingId: string; personId: string }): Query {
    return sql.deleteFrom('link').where('meeting_id', '=', meetingId).where('person_id', '=', personId).compile();
  }

  async write(queries: readonly Query[]): Promise<void> {
    await this.#database.write(queries);
  }

  /**
   * Binds a link to a browser unless another browser was first.
   * @returns whether the link belongs to this browser now.
   */
  async bind(tokenHash: string, browserHash: string): Promise<boolean> {
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
