/**
 * The end of one section's log as the journal follows it: a document of its own at the last row that the journal holds, the
 * entries that a further change may be gathered into, and the snapshot that takes the place of what has been read.
 */
import * as Y from 'yjs';
import { sections } from '../../../shared/careplan/sections.ts';
import { documentName } from '../../../shared/protocol/sync.ts';
import type { Query } from '../../storage/database.ts';
import type { JournalStore, SectionRef } from '../../storage/journalStore.ts';
import type { LoggedUpdate, SectionLog } from '../../storage/sectionLog.ts';
import { buildDocument } from '../updates.ts';
import { ChangeReader } from './changeReader.ts';
import { gatherFrom, Gathering } from './gathering.ts';

export interface TailParts {
  readonly log: SectionLog;
  readonly store: JournalStore;
  readonly now: () => Date;
  /** Lets others use the event loop before the next rows. */
  readonly pause: () => Promise<void>;
}

/** Rows read at a time, and how many of them without a pause: about a millisecond's work. */
const batch = 200;
const slice = 25;

export class SectionTail {
  readonly #ref: SectionRef;
  readonly #name: string;
  readonly #parts: TailParts;
  #doc: Y.Doc;
  #reader: ChangeReader;
  /** The last row that stands in the document and in the journal. */
  #sequence: number;
  #snapshotSequence: number;
  /** Null until the first row comes, which says from when on stored entries matter. */
  #gathering: Gathering | null = null;

  private constructor(
    ref: SectionRef,
    parts: TailParts,
    at: { doc: Y.Doc; sequence: number; snapshotSequence: number },
  ) {
    this.#ref = ref;
    this.#name = documentName({ kind: 'section', ...ref });
    this.#parts = parts;
    this.#doc = at.doc;
    this.#reader = new ChangeReader(at.doc, sections[ref.sectionId]);
    this.#sequence = at.sequence;
    this.#snapshotSequence = at.snapshotSequence;
  }

  /** Takes up a section where its journal stands. */
  static async load(ref: SectionRef, parts: TailParts): Promise<SectionTail> {
    const document = documentName({ kind: 'section', ...ref });
    const watermark = await parts.store.watermark(document);
    const { snapshot, snapshotSequence, updates } = await parts.log.load(document, watermark);
    const { doc } = buildDocument([...(snapshot ? [snapshot] : []), ...updates.map(({ data }) => data)]);
    // A snapshot from before there was a journal has taken the place of rows that it never read.
    return new SectionTail(ref, parts, { doc, sequence: Math.max(watermark, snapshotSequence), snapshotSequence });
  }

  /** How many rows could give way to a snapshot. */
  get compactable(): number {
    return this.#sequence - this.#snapshotSequence;
  }

  /**
   * Reads all rows of the log that the journal does not hold, and stores what they changed. `onBatch` is called after each
   * batch. Answers whether anything was stored. After an error the tail must be loaded again.
   */
  async advance(onBatch: () => Promise<void>): Promise<boolean> {
    let stored = false;
    let cursor = this.#sequence;
    for (;;) {
      const rows = await this.#parts.log.after(this.#name, cursor, batch);
      const last = rows.at(-1);
      if (last === undefined) return stored;
      cursor = last.sequence;
      const before = this.#sequence;
      await this.#take(rows);
      // Rows that Yjs can't apply may yet be taken back and their numbers used again.
      if (this.#sequence === before) return stored;
      const entries = this.#gathering?.takeTouched() ?? [];
      await this.#parts.store.write(this.#ref, this.#name, entries, this.#sequence);
      stored ||= entries.length > 0;
      await onBatch();
    }
  }

  /** Puts a snapshot in the place of all rows that have been read, together with `alongside`. What has been deleted is not in it. */
  async compact(alongside: readonly Query[] = []): Promise<void> {
    const sequence = this.#sequence;
    const data = Y.encodeStateAsUpdate(this.#doc);
    const at = this.#parts.now().toISOString();
    await this.#parts.log.compact({ document: this.#name, sequence, data, at }, alongside);
    this.#snapshotSequence = sequence;
  }

  async #take(rows: readonly LoggedUpdate[]): Promise<void> {
    const from = gatherFrom(rows[0]?.at ?? '');
    this.#gathering ??= new Gathering(await this.#parts.store.since(this.#ref, from));
    for (const [place, row] of rows.entries()) {
      if (place > 0 && place % slice === 0) await this.#parts.pause();
      await this.#takeRow(row, this.#gathering);
    }
    this.#gathering.forgetBefore(from);
  }

  async #takeRow({ data, author, at, sequence }: LoggedUpdate, gathering: Gathering): Promise<void> {
    try {
      const changes = this.#reader.apply(data);
      this.#sequence = sequence;
      // The server's own first content is nobody's.
      if (author) gathering.take(changes, { personId: author.personId, role: author.role, at, sequence });
    } catch {
      await this.#rebuild();
    }
  }

  /** A row that Yjs can't apply may have left half of itself in the document. */
  async #rebuild(): Promise<void> {
    const { snapshot, updates } = await this.#parts.log.load(this.#name, this.#sequence);
    const { doc } = buildDocument([...(snapshot ? [snapshot] : []), ...updates.map(({ data }) => data)]);
    this.#doc = doc;
    this.#reader = new ChangeReader(doc, sections[this.#ref.sectionId]);
  }
}
