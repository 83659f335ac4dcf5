/**
 * The embedded database: SQLite on a thread of its own, so that a flush never holds up the event loop.
 * Calls made in one turn of the loop travel together, and the thread commits all that waits in one transaction.
 */
import { Worker } from 'node:worker_threads';
import type { CompiledQuery } from 'kysely';
import type { Database, Query, WriteResult } from './database.ts';
import type { Job, JobAnswer, ThreadMessage } from './sqliteThread.ts';

interface Waiting {
  readonly resolve: (results: WriteResult[]) => void;
  readonly reject: (error: Error) => void;
}

/** The data directory is in use by another server. */
export class DatabaseInUse extends Error {}

export class SqliteDatabase implements Database {
  readonly #thread: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #outgoing: Job[] = [];
  #lastId = 0;
  #closed = false;
  readonly #onLost: (error: Error) => void;
  readonly #exited: Promise<void>;

  private constructor(thread: Worker, onLost: (error: Error) => void) {
    this.#thread = thread;
    this.#onLost = onLost;
    this.#exited = new Promise((resolve) => thread.once('exit', () => resolve()));
  }

  /**
   * Opens the database in a directory that exists, brings it up to date, and keeps other servers out of it.
   * `onLost` is called when the thread ends unasked: nothing can be read or written after it.
   * @throws DatabaseInUse when another process has it open.
   */
  static async open({
    directory,
    onLost,
  }: {
    directory: string;
    onLost: (error: Error) => void;
  }): Promise<SqliteDatabase> {
    const thread = new Worker(new URL('./sqliteThread.ts', import.meta.url), { workerData: { directory } });
    const database = new SqliteDatabase(thread, onLost);
    await new Promise<void>((resolve, reject) => {
      thread.once('error', reject);
      thread.once('message', (message: ThreadMessage) => {
        thread.off('error', reject);
        if (message.kind === 'ready') resolve();
        else reject(message.kind === 'in-use' ? new DatabaseInUse() : new Error('unexpected first message'));
      });
    });
    thread.on('message', (message: ThreadMessage) => {
      if (message.kind === 'answers') message.answers.forEach((answer) => database.#settle(answer));
    });
    thread.on('error', (error: Error) => database.#fail(error));
    thread.on('exit', () => database.#fail(new Error('the database is closed')));
    return database;
  }

  async read<Row>(query: CompiledQuery<Row>): Promise<Row[]> {
    const results = await this.#submit([query], true);
    return (results[0]?.rows ?? []) as Row[];
  }

  write(queries: readonly Query[]): Promise<WriteResult[]> {
    return this.#submit(queries, false);
  }

  truncateLog(): Promise<void> {
    return this.#tidy('truncate-log');
  }

  eraseTraces(): Promise<void> {
    return this.#tidy('erase-traces');
  }

  async #tidy(kind: 'truncate-log' | 'erase-traces'): Promise<void> {
    // Sent at once, so it comes after every write that was answered.
    if (this.#closed) throw new Error('the database is closed');
    await new Promise<WriteResult[]>((resolve, reject) => {
      const id = ++this.#lastId;
      this.#waiting.set(id, { resolve, reject });
      this.#thread.postMessage({ kind, id });
    });
  }

  async close(): Promise<void> {
    if (this.#closed) return this.#exited;
    this.#closed = true;
    this.#flush();
    this.#thread.postMessage({ kind: 'close' });
    await this.#exited;
  }

  #submit(queries: readonly Query[], readOnly: boolean): Promise<WriteResult[]> {
    if (this.#closed) return Promise.reject(new Error('the database is closed'));
    return new Promise((resolve, reject) => {
      const id = ++this.#lastId;
      this.#waiting.set(id, { resolve, reject });
      if (this.#outgoing.length === 0) setImmediate(() => this.#flush());
      const statements = queries.map(({ sql, parameters }) => ({ sql, parameters }));
      this.#outgoing.push({ id, readOnly, statements });
    });
  }

  #flush(): void {
    if (this.#outgoing.length === 0) return;
    this.#thread.postMessage({ kind: 'jobs', jobs: this.#outgoing });
    this.#outgoing = [];
  }

  #settle(answer: JobAnswer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if (answer.ok) waiting?.resolve(answer.results);
    else waiting?.reject(new Error(answer.error));
  }

  #fail(error: Error): void {
    if (!this.#closed) this.#onLost(error);
    this.#closed = true;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
