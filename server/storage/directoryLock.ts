/** Keeps two processes from writing to one data directory. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Holds a lock on the directory until it is closed or the process ends, even by a kill; null where another has it. */
export function lockDirectory(directory: string): DatabaseSync | null {
  const lock = new DatabaseSync(join(directory, 'lock.sqlite'), { timeout: 0 });
  try {
    lock.exec('pragma journal_mode = delete; begin exclusive');
    return lock;
  } catch {
    lock.close();
    return null;
  }
}
