/** The organisations that people work in, at rest. */
import type { Database, Query } from './database.ts';
import { sql } from './tables.ts';

export interface StoredOrganisation {
  readonly name: string;
  /** Nine digits, as the register of organisations (Enhetsregisteret) has it; null where it is not known. */
  readonly number: string | null;
}

export class OrganisationStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Those that have not ended, by name. */
  all(): Promise<StoredOrganisation[]> {
    return this.#database.read(
      sql.selectFrom('organisation').select(['name', 'number']).where('ended_at', 'is', null).orderBy('name').compile(),
    );
  }

  /** The statement that adds one, or lets one that had ended go on. */
  put({ name, number }: StoredOrganisation, at: string): Query {
    return sql
      .insertInto('organisation')
      .values({ name, number, since: at, ended_at: null })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ number, ended_at: null }))
      .compile();
  }

  end(name: string, at: string): Query {
    return sql.updateTable('organisation').set({ ended_at: at }).where('name', '=', name).compile();
  }

  async write(queries: readonly Query[]): Promise<void> {
    await this.#database.write(queries);
  }
}
