/** Looks into the database beside a running server: it reads what is committed, and can change nothing. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { CompiledQuery } from 'kysely';
import { databaseFile, type Database } from './database.ts';

export class ReadOnlyDatabase implements Pick<Database, 'read'> {
  readonly #file: DatabaseSync;

  private constructor(file: DatabaseSync) {
    this.#file = file;
  }

  /** The database in a data directory; null where there is none. */
  static open(directory: string): ReadOnlyDatabase | null {
    const path = join(directory, databaseFile);
    return existsSync(path) ? new ReadOnlyDatabase(new DatabaseSync(path, { readOnly: true })) : null;
  }

  async read<Row>({ sql, parameters }: CompiledQuery<Row>): Promise<Row[]> {
    return this.#file.prepare(sql).all(...(parameters as (string | number | null)[])) as Row[];
  }

  close(): void {
    this.#file.close();
  }
}
