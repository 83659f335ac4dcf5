/**
 * Who changed what and when, for all plans: a projection of the sections' logs, written soon after the edits and never in
 * their way. It also puts snapshots in the place of what it has read, so that a log stays short however long a plan lives.
 */
import { parseDocumentName } from '../../../shared/protocol/sync.ts';
import type { Database, Query } from '../../storage/database.ts';
import { JournalStore, type SectionRef } from '../../storage/journalStore.ts';
import type { SectionLog } from '../../storage/sectionLog.ts';
import { Calls } from './calls.ts';
import { SectionTail, type TailParts } from './sectionTail.ts';

interface Parts {
  readonly database: Database;
  readonly log: SectionLog;
  readonly now: () => Date;
  /** New entries of a plan are stored. */
  readonly onWritten: (planId: string) => void;
  readonly onError: (error: unknown) => void;
}

/** What is written first waits this long for more, ms. */
const gatherMs = 400;
/** Between slices of work while the server has others to serve, ms. */
const pauseMs = 4;
/** So many rows give way to a snapshot while people write; so many when it has become quiet. */
const compactFrom = 500;
const compactIdleFrom = 20;
/** A section in which nothing was written for so long is quiet, ms. */
const quietMs = 30_000;

/** A section that the journal follows, its work in order. */
interface Followed {
  readonly work: Promise<SectionTail>;
  readonly usedAt: number;
}

export class Journal {
  readonly #parts: Parts;
  readonly #tailParts: TailParts;
  readonly #store: JournalStore;
  readonly #followed = new Map<string, Followed>();
  readonly #noted = new Set<string>();
  readonly #calls: Calls;
  #sweep: NodeJS.Timeout | null = null;
  #timer: NodeJS.Timeout | null = null;
  #closed = false;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#store = new JournalStore(parts.database);
    this.#tailParts = { log: parts.log, store: this.#store, now: parts.now, pause };
    this.#calls = new Calls(parts.onWritten);
  }

  /** Starts to follow all logs: what a killed server left unread is read now. */
  async start(): Promise<void> {
    for (const document of await this.#store.behind()) this.note(document);
    this.#sweep ??= setInterval(() => void this.#tidy().catch((error: unknown) => this.#failed(error)), quietMs / 2);
  }

  /** A section's log has grown. */
  note(document: string): void {
    if (this.#closed) return;
    this.#noted.add(document);
    this.#timer ??= setTimeout(() => void this.#readNoted(), gatherMs);
  }

  /** Resolves when the journal holds all that is in the logs of a plan. */
  async upToDate(planId: string): Promise<void> {
    for (const document of await this.#store.behind(planId)) await this.#read(document);
  }

  /** Takes what has been deleted in a section out of every file for good, together with `alongside`. */
  async purge(document: string, alongside: readonly Query[]): Promise<void> {
    await this.#read(document);
    await this.#inTurn(document, (tail) => tail.compact(alongside));
    await this.#parts.database.eraseTraces();
  }

  /** Follows the sections of a plan no more: resolves when nothing is written of them. They must not grow any more. */
  async forget(planId: string): Promise<void> {
    for (const document of [...this.#followed.keys(), ...this.#noted]) {
      if (refOf(document)?.planId !== planId) continue;
      this.#noted.delete(document);
      await this.#followed.get(document)?.work.catch(() => undefined);
      this.#followed.delete(document);
    }
  }

  /** Does at once what is done when it has become quiet. */
  async settle(): Promise<void> {
    for (const document of await this.#store.behind()) await this.#read(document);
    await this.#tidy(0);
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    if (this.#sweep) clearInterval(this.#sweep);
    if (this.#timer) clearTimeout(this.#timer);
    this.#calls.close();
  }

  async #readNoted(): Promise<void> {
    const documents = [...this.#noted];
    this.#noted.clear();
    for (const document of documents) await this.#read(document).catch((error: unknown) => this.#failed(error));
    this.#timer = null;
    const [next] = this.#noted;
    if (next !== undefined) this.note(next);
  }

  async #read(document: string): Promise<void> {
    const planId = refOf(document)?.planId;
    if (planId === undefined || this.#closed) return;
    await this.#inTurn(document, async (tail) => {
      const stored = await tail.advance(async () => {
        if (tail.compactable >= compactFrom) await tail.compact();
        await pause();
      });
      if (tail.compactable >= compactFrom) await tail.compact();
      if (stored) this.#calls.call(planId);
    });
  }

  /** Sections in which nothing is written any more are compacted and let go. */
  async #tidy(quiet = quietMs): Promise<void> {
    const before = performance.now() - quiet;
    let compacted = false;
    for (const [document, { usedAt }] of [...this.#followed]) {
      if (usedAt > before || this.#closed) continue;
      const done = this.#inTurn(document, async (tail) => {
        if (tail.compactable < compactIdleFrom) return false;
        await tail.compact();
        return true;
      });
      const mine = this.#followed.get(document);
      if (await done) compacted = true;
      // Somebody may have come after.
      if (this.#followed.get(document) === mine) this.#followed.delete(document);
    }
    // What was let go is overwritten in the database; now it leaves its log too.
    if (compacted) await this.#parts.database.truncateLog();
  }

  /** Runs work on a section's tail, one after the other. A tail whose work failed is loaded again. */
  async #inTurn<Result>(document: string, work: (tail: SectionTail) => Promise<Result>): Promise<Result | null> {
    const ref = refOf(document);
    if (ref === null) return null;
    const load = () => SectionTail.load(ref, this.#tailParts);
    const earlier = this.#followed.get(document)?.work.catch(load) ?? load();
    const done = earlier.then(async (tail) => ({ tail, result: await work(tail) }));
    const after = done.then(({ tail }) => tail);
    // Whoever asked for the work hears of its failure.
    after.catch(() => undefined);
    this.#followed.set(document, { work: after, usedAt: performance.now() });
    return (await done).result;
  }

  #failed(error: unknown): void {
    // A server that goes down leaves the rest for its next start.
    if (!this.#closed) this.#parts.onError(error);
  }
}

function refOf(document: string): SectionRef | null {
  const ref = parseDocumentName(document);
  return ref?.kind === 'section' ? ref : null;
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, pauseMs));
}
