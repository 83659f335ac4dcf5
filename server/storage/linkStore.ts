/** Meeting links at rest. Only hashes of their secrets are stored. */
import type { Database, Query } from './database.ts';
import { sql } from './tables.ts';

export interface StoredLink {
  readonly meetingId: string;
  readonly personId: string;
  readonly expiresAt: string;
  readonly browserHash: string | null;
}

/** Guesses at a code, and codes for a link, at most. */
const mostTries = 5;
const mostCodes = 5;

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

  /** A new code in the place of the one before. @returns false where as many were sent as may be. */
  async newCode(tokenHash: string, codeHash: string, until: string): Promise<boolean> {
    const [result] = await this.#database.write([
      sql
        .updateTable('link')
        .set((fields) => ({
          code_hash: codeHash,
          code_until: until,
          code_tries: 0,
          codes_sent: fields('codes_sent', '+', 1),
        }))
        .where('token_hash', '=', tokenHash)
        .where('codes_sent', '<', mostCodes)
        .compile(),
    ]);
    return result?.changes === 1;
  }

  /** Counts a guess. @returns the hash of the code; null where there is none that can be used, or it was guessed at too often. */
  async tryCode(tokenHash: string, at: string): Promise<string | null> {
    const [result] = await this.#database.write([
      sql
        .updateTable('link')
        .set((fields) => ({ code_tries: fields('code_tries', '+', 1) }))
        .where('token_hash', '=', tokenHash)
        .where('code_until', '>', at)
        .where('code_tries', '<', mostTries)
        .compile(),
    ]);
    if (result?.changes !== 1) return null;
    const rows = await this.#database.read(
      sql.selectFrom('link').select('code_hash').where('token_hash', '=', tokenHash).compile(),
    );
    return rows[0]?.code_hash ?? null;
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
