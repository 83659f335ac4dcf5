/**
 * The port to the database. Two verbs of daily use: `read` answers rows; `write` carries out statements as one transaction and
 * resolves only when they are on disk. Stores build their statements with Kysely and hand them over compiled, so a
 * database needs no more than this to be another one.
 */
import type { CompiledQuery } from 'kysely';

/** The file of the embedded database, in the data directory. */
export const databaseFile = 'samrad.sqlite';

export interface WriteResult {
  /** Rows that the statement changed. */
  readonly changes: number;
  /** Rows of a `returning` clause. */
  readonly rows: readonly unknown[];
}

/** A statement, or several that belong together. */
export type Query<Row = unknown> = Pick<CompiledQuery<Row>, 'sql' | 'parameters'>;

export interface Database {
  read<Row>(query: CompiledQuery<Row>): Promise<Row[]>;
  /**
   * All or nothing, in the order in which writes were called. One result per statement.
   * @throws the database's error; then nothing of this call was written.
   */
  write(queries: readonly Query[]): Promise<WriteResult[]>;
  /** Empties the database's own log into its file. Traces of what was deleted may stand in unused places of the file. */
  truncateLog(): Promise<void>;
  /**
   * Writes the file anew and empties the log: what was deleted is found in no file any more. For what somebody wants gone for
   * good: some 12 ms for each megabyte of the file, in which nothing else is read or written.
   */
  eraseTraces(): Promise<void>;
  /** Ends after what was called before has been answered. */
  close(): Promise<void>;
}
