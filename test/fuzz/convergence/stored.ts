/** What a server that has ended left behind: documents, logs, and the journal beside its recomputation. */
import { isDeepStrictEqual } from 'node:util';
import * as Y from 'yjs';
import { sections, type SectionId } from '../../../shared/careplan/sections.ts';
import { documentName } from '../../../shared/protocol/sync.ts';
import { ChangeReader } from '../../../server/careplan/journal/changeReader.ts';
import { Gathering } from '../../../server/careplan/journal/gathering.ts';
import { buildDocument } from '../../../server/careplan/updates.ts';
import { JournalStore, type JournalEntry, type SectionRef } from '../../../server/storage/journalStore.ts';
import { SectionLog, type LoggedUpdate } from '../../../server/storage/sectionLog.ts';
import { SqliteDatabase } from '../../../server/storage/sqlite.ts';

/** Looks into a data directory whose server has ended. */
export async function lookInto<Result>(
  directory: string,
  look: (log: SectionLog, journal: JournalStore) => Promise<Result>,
): Promise<Result> {
  const onLost = (error: Error): void => {
    throw error;
  };
  const database = await SqliteDatabase.open({ directory, onLost });
  try {
    return await look(new SectionLog(database), new JournalStore(database));
  } finally {
    await database.close();
  }
}

/** The document as the next server would load it. */
export async function storedDocument(log: SectionLog, document: string): Promise<Y.Doc> {
  const { snapshot, updates } = await log.load(document);
  return buildDocument([...(snapshot ? [snapshot] : []), ...updates.map(({ data }) => data)]).doc;
}

/** The entries that follow from a whole stored log, made anew. */
export async function recomputed(log: SectionLog, ref: SectionRef): Promise<JournalEntry[]> {
  const rows = await log.after(documentName({ kind: 'section', ...ref }), 0, Number.MAX_SAFE_INTEGER);
  return recomputedFrom(rows, ref.sectionId);
}

/** The entries that follow from the rows of a log. */
export function recomputedFrom(rows: readonly LoggedUpdate[], sectionId: SectionId): JournalEntry[] {
  const reader = new ChangeReader(new Y.Doc(), sections[sectionId]);
  const gathering = new Gathering([]);
  for (const { data, author, at, sequence } of rows) {
    const changes = reader.apply(data);
    if (author) gathering.take(changes, { personId: author.personId, role: author.role, at, sequence });
  }
  return gathering.takeTouched();
}

/** The same entries, whatever their order. */
export function sameEntries(one: readonly JournalEntry[], other: readonly JournalEntry[]): boolean {
  return isDeepStrictEqual(byPlace(one), byPlace(other));
}

function byPlace(entries: readonly JournalEntry[]): Map<string, JournalEntry> {
  return new Map(
    entries
      .map(({ part, row, field, kind, value, personId, role, firstAt, at, firstSequence, sequence }) => {
        const plain = { part, row, field, kind, value, personId, role, firstAt, at, firstSequence, sequence };
        return [`${firstSequence} ${part} ${row} ${field}`, plain] as const;
      })
      .toSorted(([first], [second]) => (first < second ? -1 : 1)),
  );
}
