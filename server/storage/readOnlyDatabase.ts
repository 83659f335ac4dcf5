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
    return ReadOnlyDatabase.holds(directory) ? ReadOnlyDatabase.openFile(join(directory, databaseFile)) : null;
  }

  /** Whether a data directory holds a database. */
  static holds(directory: string): boolean {
    return existsSync(join(directory, databaseFile));
  }

  static openFile(path: string): ReadOnlyDatabase {
    return new ReadOnlyDatabase(new DatabaseSync(path, { readOnly: true }));
  }

  async read<Row>({ sql, parameters }: CompiledQuery<Row>): Promise<Row[]> {
    return this.#file.prepare(sql).all(...(parameters as (string | number | null)[])) as Row[];
  }

  close(): void {
    this.#file.close();
  }
}
