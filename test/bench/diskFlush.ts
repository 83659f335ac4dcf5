/** What the disk needs, with nothing of ours around it, until a small write is safe from a power cut. */
import { closeSync, fsyncSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';

/** As often as 20 people press a key. */
const betweenMilliseconds = 10;
const line = 'x'.repeat(100);

export class DiskFlush {
  readonly #database: DatabaseSync;
  readonly #insert: StatementSync;
  readonly #file: number;

  constructor(folder: string) {
    mkdirSync(folder);
    this.#database = new DatabaseSync(join(folder, 'flush.sqlite'));
    this.#database.exec('pragma journal_mode = wal; pragma synchronous = full; create table line (text text)');
    this.#insert = this.#database.prepare('insert into line values (?)');
    this.#file = openSync(join(folder, 'flush.txt'), 'a');
  }

  /** Milliseconds of so many one-row commits, and of as many lines appended and flushed, by turns. */
  async measure(times: number): Promise<{ commit: number[]; fsync: number[] }> {
    const commit: number[] = [];
    const fsync: number[] = [];
    for (let time = 0; time < times; time += 1) {
      await pause(betweenMilliseconds);
      commit.push(taken(() => this.#insert.run(line)));
      await pause(betweenMilliseconds);
      fsync.push(
        taken(() => {
          writeSync(this.#file, line);
          fsyncSync(this.#file);
        }),
      );
    }
    return { commit, fsync };
  }

  close(): void {
    this.#database.close();
    closeSync(this.#file);
  }
}

function taken(work: () => void): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}
