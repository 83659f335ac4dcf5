/** The thread that owns the SQLite file. It takes all jobs that wait, runs them in one transaction, flushes once, and answers them. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { databaseFile, type WriteResult } from './database.ts';
import { lockDirectory } from './directoryLock.ts';
import { migrations } from './migrations.ts';

export interface Job {
  readonly id: number;
  readonly readOnly: boolean;
  readonly statements: readonly { readonly sql: string; readonly parameters: readonly unknown[] }[];
}

export type JobAnswer =
  | { readonly id: number; readonly ok: true; readonly results: WriteResult[] }
  | { readonly id: number; readonly ok: false; readonly error: string };

export type ThreadMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'in-use' }
  | { readonly kind: 'answers'; readonly answers: readonly JobAnswer[] };

type Request =
  | { readonly kind: 'jobs'; readonly jobs: readonly Job[] }
  | { readonly kind: 'truncate-log'; readonly id: number }
  | { readonly kind: 'erase-traces'; readonly id: number }
  | { readonly kind: 'close' };

const maximumCachedStatements = 500;
/** How long to wait for somebody who looks at the file meanwhile, such as a backup, ms. */
const busyMs = 5_000;

if (!parentPort) throw new Error('sqliteThread runs as a worker thread');
const port = parentPort;
const { directory } = workerData as { directory: string };

function tell(message: ThreadMessage): void {
  port.postMessage(message);
}

function openDatabase(): DatabaseSync {
  const database = new DatabaseSync(join(directory, databaseFile), {
    enableForeignKeyConstraints: true,
    timeout: busyMs,
  });
  database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on');
  database.function('sha256', { deterministic: true }, (text) =>
    createHash('sha256').update(String(text)).digest('hex'),
  );
  const { user_version: version } = database.prepare('pragma user_version').get() as { user_version: number };
  migrations.slice(version).forEach((migration, step) => {
    database.exec(`begin; ${migration}; pragma user_version = ${version + step + 1}; commit`);
  });
  // What was deleted just before a crash may still stand in the log.
  database.exec('pragma wal_checkpoint(truncate)');
  return database;
}

const lock = lockDirectory(directory);
if (lock) serve(openDatabase(), lock);
else {
  tell({ kind: 'in-use' });
  port.close();
}

function serve(database: DatabaseSync, heldLock: DatabaseSync): void {
  const cache = new Map<string, { statement: StatementSync; returnsRows: boolean }>();

  function prepared(sql: string): { statement: StatementSync; returnsRows: boolean } {
    const known = cache.get(sql);
    if (known) return known;
    if (cache.size >= maximumCachedStatements) cache.clear();
    const statement = database.prepare(sql);
    const entry = { statement, returnsRows: statement.columns().length > 0 };
    cache.set(sql, entry);
    return entry;
  }

  function runStatements(job: Job): WriteResult[] {
    return job.statements.map(({ sql, parameters }) => {
      const { statement, returnsRows } = prepared(sql);
      const values = parameters as SQLInputValue[];
      if (!returnsRows) return { changes: Number(statement.run(...values).changes), rows: [] };
      const rows = statement.all(...values);
      return { changes: rows.length, rows };
    });
  }

  /** One statement undoes itself when it fails; several need a savepoint to fail together without failing the group. */
  function runJob(job: Job): JobAnswer {
    const several = job.statements.length > 1;
    try {
      if (several) database.exec('savepoint job');
      const results = runStatements(job);
      if (several) database.exec('release job');
      return { id: job.id, ok: true, results };
    } catch (error) {
      if (several) database.exec('rollback to job; release job');
      return { id: job.id, ok: false, error: messageOf(error) };
    }
  }

  function runGroup(jobs: readonly Job[]): JobAnswer[] {
    if (jobs.every((job) => job.readOnly)) return jobs.map(runJob);
    try {
      database.exec('begin immediate');
      const answers = jobs.map(runJob);
      database.exec('commit');
      return answers;
    } catch (error) {
      if (database.isTransaction) database.exec('rollback');
      return jobs.map((job) => ({ id: job.id, ok: false, error: messageOf(error) }));
    }
  }

  /**
   * SQLite overwrites what is deleted (`secure_delete`), but not what it copied of it between pages while it kept its trees even: only
   * a file that is written anew holds nothing of it.
   */
  function eraseTraces(ids: readonly number[]): JobAnswer[] {
    try {
      database.exec('vacuum');
    } catch (error) {
      return ids.map((id) => ({ id, ok: false, error: messageOf(error) }));
    }
    return truncateLog(ids);
  }

  /** Puts all of the log into the database file and empties it. */
  function truncateLog(ids: readonly number[]): JobAnswer[] {
    const { busy } = database.prepare('pragma wal_checkpoint(truncate)').get() as { busy: number };
    return ids.map((id) =>
      busy === 0 ? { id, ok: true, results: [] } : { id, ok: false, error: 'the log of the database is in use' },
    );
  }

  port.on('message', (first: Request) => {
    const jobs: Job[] = [];
    const truncations: number[] = [];
    const erasures: number[] = [];
    let closing = false;
    for (let request: Request | undefined = first; request; request = nextRequest()) {
      if (request.kind === 'close') closing = true;
      else if (request.kind === 'truncate-log') truncations.push(request.id);
      else if (request.kind === 'erase-traces') erasures.push(request.id);
      else jobs.push(...request.jobs);
    }
    if (jobs.length > 0) tell({ kind: 'answers', answers: runGroup(jobs) });
    if (truncations.length > 0) tell({ kind: 'answers', answers: truncateLog(truncations) });
    if (erasures.length > 0) tell({ kind: 'answers', answers: eraseTraces(erasures) });
    if (!closing) return;
    database.close();
    heldLock.close();
    port.close();
  });
  tell({ kind: 'ready' });
}

function nextRequest(): Request | undefined {
  const received: { message: Request } | undefined = receiveMessageOnPort(port);
  return received?.message;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
