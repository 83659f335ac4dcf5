/**
 * Anchors of the audit log: its newest number and hash, kept in a file outside the database, at start, at stop and every hour. The
 * chain alone does not show that its end was cut off, or that all of it was written anew; the anchors do. Kept on another
 * machine, they show it against whoever has this one.
 */
import { open, readFile } from 'node:fs/promises';
import { newestAudit } from '../storage/auditStore.ts';
import type { Database } from '../storage/database.ts';

/** What stood at the end of the log once. */
export interface Anchor {
  readonly sequence: number;
  readonly hash: string;
}

/** How much of the log's end is without an anchor at most, milliseconds. */
const everyMs = 3_600_000;
const lineForm = /^\S+ (\d+) ([0-9a-f]{64})$/;

interface Parts {
  readonly file: string;
  readonly database: Pick<Database, 'read'>;
  readonly now: () => Date;
  readonly onError: (error: unknown) => void;
}

export class Anchors {
  readonly #parts: Parts;
  readonly #timer: NodeJS.Timeout;
  #last = 0;

  private constructor(parts: Parts) {
    this.#parts = parts;
    this.#timer = setInterval(() => void this.keep(), everyMs).unref();
  }

  /** Keeps the first anchor of this run. */
  static async create(parts: Parts): Promise<Anchors> {
    const anchors = new Anchors(parts);
    await anchors.keep();
    return anchors;
  }

  /** Appends the log's end, unless it is the same as last time; resolves when it is on disk. A fault is told and not thrown. */
  async keep(): Promise<void> {
    const { database, file, now, onError } = this.#parts;
    try {
      const newest = await newestAudit(database);
      if (newest === null || newest.sequence === this.#last) return;
      const handle = await open(file, 'a', 0o600);
      try {
        await handle.write(`${now().toISOString()} ${newest.sequence} ${newest.hash}\n`);
        await handle.sync();
      } finally {
        await handle.close();
      }
      this.#last = newest.sequence;
    } catch (error) {
      onError(error);
    }
  }

  close(): void {
    clearInterval(this.#timer);
  }
}

/** The anchors in a file; none where there is no file. A line that was cut short by a power failure is no anchor. */
export async function readAnchors(file: string): Promise<Anchor[]> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  });
  return text.split('\n').flatMap((line) => {
    const [, sequence, hash] = lineForm.exec(line) ?? [];
    return sequence === undefined || hash === undefined ? [] : [{ sequence: Number(sequence), hash }];
  });
}
