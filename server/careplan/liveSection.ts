/**
 * One section that somebody has open. The order is the promise: append to the log → apply → broadcast → acknowledge.
 * Nobody ever sees an edit that could still vanish, and nothing is acknowledged that is not on disk.
 */
import * as Y from 'yjs';
import type { Query } from '../storage/database.ts';
import type { Author, SectionLog } from '../storage/sectionLog.ts';
import {
  applyTogether,
  buildDocument,
  changesNothing,
  hasReached,
  holdsWaiting,
  MalformedUpdate,
  missingFor,
  updateEnds,
} from './updates.ts';

/** One who has the section open and hears of every edit. */
export interface Subscriber {
  /** An edit by somebody else, as a Yjs update. */
  receive(update: Uint8Array): void;
  /** The section can't go on; open it again. */
  interrupt(): void;
}

export interface Edit {
  readonly update: Uint8Array;
  readonly author: Author | null;
  /** Who sent it, and so need not be told; null for the server's own edits. */
  readonly from: Subscriber | null;
  /** Statements to be written in the same transaction. */
  readonly alongside: readonly Query[];
}

/** `pending`: on disk, but it builds on edits that the server does not have. */
export type EditOutcome = 'applied' | 'pending';

/** The section ended while an edit was on its way; the page opens it again and sends what is missing. */
export class SectionClosed extends Error {}

/** An edit that is on disk and waits for the end of this turn of the event loop. */
interface Durable {
  readonly edit: Edit;
  readonly sequence: number;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/** A log of more updates than this takes time to load: it is told of, so that it gets shorter. */
const longLog = 300;

interface LoadOptions {
  readonly name: string;
  readonly log: SectionLog;
  readonly now: () => Date;
  /** The log holds something to be read: edits that have been applied, or very many. Called often; must not wait. */
  readonly onLogged: () => void;
  readonly onClosed: () => void;
}

export class LiveSection {
  readonly name: string;
  readonly #doc: Y.Doc;
  readonly #log: SectionLog;
  readonly #now: () => Date;
  readonly #onLogged: () => void;
  readonly #onClosed: () => void;
  readonly #subscribers = new Set<Subscriber>();
  #durable: Durable[] = [];
  #sequence: number;
  #underway = 0;
  #closed = false;

  private constructor(parts: LoadOptions & { doc: Y.Doc; sequence: number }) {
    this.name = parts.name;
    this.#doc = parts.doc;
    this.#log = parts.log;
    this.#sequence = parts.sequence;
    this.#now = parts.now;
    this.#onLogged = parts.onLogged;
    this.#onClosed = parts.onClosed;
  }

  /** Loads a section from its log. */
  static async load(options: LoadOptions): Promise<LiveSection> {
    const stored = await options.log.load(options.name);
    const snapshot = stored.snapshot ? [stored.snapshot] : [];
    const { doc } = buildDocument([...snapshot, ...stored.updates.map(({ data }) => data)]);
    if (stored.updates.length >= longLog) options.onLogged();
    return new LiveSection({ ...options, doc, sequence: stored.sequence });
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** Hears of edits from now on, until the returned function is called. */
  subscribe(subscriber: Subscriber): () => void {
    this.#subscribers.add(subscriber);
    return () => {
      this.#subscribers.delete(subscriber);
      this.letGoIfIdle();
    };
  }

  /** Closes when nobody has it open and nothing is being written. What is needed again is loaded again. */
  letGoIfIdle(): void {
    if (this.#subscribers.size === 0 && this.#underway === 0) this.close();
  }

  /** What a page with this state vector lacks, as a Yjs update. @throws where it is no state vector. */
  missingFor(stateVector: Uint8Array): Uint8Array {
    return missingFor(this.#doc, stateVector);
  }

  stateVector(): Uint8Array {
    return Y.encodeStateVector(this.#doc);
  }

  /** Whether an update says nothing new. @throws MalformedUpdate */
  knows(update: Uint8Array): boolean {
    return changesNothing(this.#doc, update);
  }

  /** Looks at the document; what is read must be taken out as plain data. */
  read<Result>(look: (doc: Y.Doc) => Result): Result {
    return look(this.#doc);
  }

  /**
   * Takes in an edit; resolves when it is on disk, applied and sent to the others.
   * Edits are carried out in the order in which this is called.
   * @throws MalformedUpdate where it is none; the error of the database when it could not be written (nobody saw it then).
   */
  async write(edit: Edit): Promise<EditOutcome> {
    this.#requireOpen();
    const ends = updateEnds(edit.update);
    this.#sequence += 1;
    const sequence = this.#sequence;
    this.#underway += 1;
    try {
      await this.#store(edit, sequence);
      this.#requireOpen();
      await this.#applied(edit, sequence);
    } finally {
      this.#underway -= 1;
    }
    this.letGoIfIdle();
    return hasReached(this.#doc, ends) ? 'applied' : 'pending';
  }

  /** The server's own edit, by a person's command. */
  async edit(author: Author, alongside: readonly Query[], change: (doc: Y.Doc) => void): Promise<void> {
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(this.#doc));
    const before = Y.encodeStateVector(copy);
    change(copy);
    await this.write({ update: Y.encodeStateAsUpdate(copy, before), author, from: null, alongside });
  }

  /** Ends the section for everyone who has it open. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    for (const subscriber of [...this.#subscribers]) subscriber.interrupt();
    this.#subscribers.clear();
    this.#onClosed();
  }

  #requireOpen(): void {
    if (this.#closed) throw new SectionClosed();
  }

  async #store({ update, author, alongside }: Edit, sequence: number): Promise<void> {
    try {
      const at = this.#now().toISOString();
      await this.#log.append({ document: this.name, sequence, data: update, author, at }, alongside);
    } catch (error) {
      // What follows may build on what was lost, so everyone starts again from what is on disk.
      this.close();
      throw error;
    }
  }

  /** Edits that reached the disk together are applied and sent together: one transaction, and one message to each page. */
  #applied(edit: Edit, sequence: number): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#durable.length === 0) setImmediate(() => this.#applyDurable());
      this.#durable.push({ edit, sequence, resolve, reject });
    });
  }

  #applyDurable(): void {
    const group = this.#durable;
    this.#durable = [];
    if (this.#closed) return group.forEach(({ reject }) => reject(new SectionClosed()));
    const maySkipAuthor = !holdsWaiting(this.#doc);
    const result = applyTogether(
      this.#doc,
      group.map(({ edit }) => edit.update),
    );
    if ('failedAt' in result) return this.#takeBack(group, result.failedAt);
    if (result.news) this.#tell(result.news, maySkipAuthor ? soleAuthor(group) : null);
    for (const { resolve } of group) resolve();
    this.#onLogged();
  }

  #tell(news: Uint8Array, knowsIt: Subscriber | null): void {
    for (const subscriber of this.#subscribers) if (subscriber !== knowsIt) subscriber.receive(news);
  }

  /**
   * An update parsed, but Yjs can't apply it: no page could either. Nobody has seen it; it is taken back, and everyone
   * starts again from what is on disk, because the document may hold half of it.
   */
  #takeBack(group: readonly Durable[], failedAt: number): void {
    group.forEach(({ edit, sequence, reject }, place) => {
      if (place !== failedAt) return reject(new SectionClosed());
      // Whoever sent it is told so, not to try again.
      if (edit.from) this.#subscribers.delete(edit.from);
      this.#log.remove(this.name, sequence).then(() => reject(new MalformedUpdate()), reject);
    });
    this.close();
  }
}

/** Who wrote all of it, and so need not be told; null where several did. */
function soleAuthor(group: readonly Durable[]): Subscriber | null {
  const [first, ...others] = group.map(({ edit }) => edit.from);
  return first !== undefined && others.every((from) => from === first) ? first : null;
}
