/** Passkeys, and the invitations by which they are registered, at rest. Of an invitation only the hash of its secret is stored. */
import type { Database, Query } from './database.ts';
import { sql } from './tables.ts';

export interface StoredPasskey {
  /** The authenticator's name for it, base64url. */
  readonly id: string;
  readonly personId: string;
  readonly publicKey: Uint8Array<ArrayBuffer>;
  readonly counter: number;
}

export interface StoredPersonInvitation {
  readonly tokenHash: string;
  readonly personId: string;
  readonly name: string;
  readonly expiresAt: string;
  readonly usedAt: string | null;
}

export class PasskeyStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async invitation(tokenHash: string): Promise<StoredPersonInvitation | null> {
    const rows = await this.#database.read(
      sql
        .selectFrom('person_invitation')
        .innerJoin('person', 'person.id', 'person_invitation.person_id')
        .select([
          'token_hash as tokenHash',
          'person_id as personId',
          'person.name',
          'expires_at as expiresAt',
          'used_at as usedAt',
        ])
        .where('token_hash', '=', tokenHash)
        .compile(),
    );
    return rows[0] ?? null;
  }

  /** The statements that put a new invitation in the place of those that a person has. */
  invite({
    tokenHash,
    personId,
    at,
    expiresAt,
  }: {
    tokenHash: string;
    personId: string;
    at: string;
    expiresAt: string;
  }): Query[] {
    return [
      sql.deleteFrom('person_invitation').where('person_id', '=', personId).compile(),
      sql
        .insertInto('person_invitation')
        .values({ token_hash: tokenHash, person_id: personId, made_at: at, expires_at: expiresAt, used_at: null })
        .compile(),
    ];
  }

  async passkey(id: string): Promise<StoredPasskey | null> {
    const rows = await this.#database.read(sql.selectFrom('passkey').selectAll().where('id', '=', id).compile());
    const [row] = rows;
    if (!row) return null;
    return {
      id: row.id,
      personId: row.person_id,
      publicKey: new Uint8Array(row.public_key),
      counter: row.counter,
    };
  }

  /** The statements by which an invitation is used, and a key stands in the place of those that the person had. */
  register(tokenHash: string, { id, personId, publicKey, counter }: StoredPasskey, at: string): Query[] {
    return [
      sql.updateTable('person_invitation').set({ used_at: at }).where('token_hash', '=', tokenHash).compile(),
      this.removeOf(personId),
      sql
        .insertInto('passkey')
        .values({
          id,
          person_id: personId,
          public_key: publicKey,
          counter,
          made_at: at,
          last_at: at,
        })
        .compile(),
    ];
  }

  /** The statement that keeps that a key was used. */
  used(id: string, counter: number, at: string): Query {
    return sql.updateTable('passkey').set({ counter, last_at: at }).where('id', '=', id).compile();
  }

  /** The statement that takes a person's keys away. */
  removeOf(personId: string): Query {
    return sql.deleteFrom('passkey').where('person_id', '=', personId).compile();
  }

  /** The statement that takes a person's invitations away. */
  removeInvitations(personId: string): Query {
    return sql.deleteFrom('person_invitation').where('person_id', '=', personId).compile();
  }
}
