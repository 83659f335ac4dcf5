/** Which keys something in the database may be encrypted by: noted before the first value is, so that none is found missing later. */
import type { Database, Query } from './database.ts';
import { sql } from './tables.ts';

const setting = 'data-keys';

export class DataKeysInUse {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async names(): Promise<string[]> {
    const rows = await this.#database.read(
      sql.selectFrom('setting').select('value').where('name', '=', setting).compile(),
    );
    return rows[0]?.value.split(' ').filter(Boolean) ?? [];
  }

  async set(names: readonly string[]): Promise<void> {
    const value = names.join(' ');
    const query: Query = sql
      .insertInto('setting')
      .values({ name: setting, value })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
      .compile();
    await this.#database.write([query]);
  }
}
