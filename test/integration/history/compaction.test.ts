/** The journal and the snapshots over a log that grows: whatever is compacted when, nothing is lost and nothing told otherwise. */
import fc from 'fast-check';
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { Journal } from '../../../server/careplan/journal/journal.ts';
import { JournalStore } from '../../../server/storage/journalStore.ts';
import { SectionLog, type LoggedUpdate } from '../../../server/storage/sectionLog.ts';
import { SqliteDatabase } from '../../../server/storage/sqlite.ts';
import { sections } from '../../../shared/careplan/sections.ts';
import { sectionView } from '../../../shared/careplan/view.ts';
import { newId } from '../../../shared/domain/ids.ts';
import { documentName } from '../../../shared/protocol/sync.ts';
import { applyEdit, editArbitrary, typed, type Edit } from '../../fuzz/convergence/edits.ts';
import { recomputedFrom, sameEntries, storedDocument } from '../../fuzz/convergence/stored.ts';
import { newDataDirectory } from '../../support/app.ts';
import { recordOf } from '../../../shared/careplan/document.ts';

let directory: string;
let database: SqliteDatabase;

beforeAll(async () => {
  directory = await newDataDirectory();
  database = await SqliteDatabase.open({
    directory,
    onLost: (error) => {
      throw error;
    },
  });
});

afterAll(async () => {
  await database.close();
  await rm(directory, { recursive: true, force: true });
});

function newJournal(): Journal {
  const fail = (error: unknown): void => {
    throw error;
  };
  return new Journal({
    database,
    log: new SectionLog(database),
    now: () => new Date(),
    onWritten: () => undefined,
    onError: fail,
  });
}

interface Turn {
  readonly edits: readonly Edit[];
  /** Minutes before it. */
  readonly pause: number;
  readonly author: number;
  readonly then: 'nothing' | 'read' | 'compact' | 'crash';
}

const turns: fc.Arbitrary<Turn[]> = fc.array(
  fc.record({
    edits: fc.array(editArbitrary, { minLength: 1, maxLength: 3 }),
    pause: fc.constantFrom(0, 1, 5, 29, 31),
    author: fc.nat(3),
    then: fc.constantFrom('nothing', 'nothing', 'nothing', 'read', 'compact', 'crash'),
  }),
  { minLength: 10, maxLength: 60 },
);

/** The log that some people's turns leave, one row for each. */
function logOf(
  planId: string,
  script: readonly Turn[],
  people: readonly string[],
): { rows: LoggedUpdate[]; doc: Y.Doc } {
  const doc = new Y.Doc();
  const undo = new Y.UndoManager(recordOf(doc), { doc, trackedOrigins: new Set([typed]) });
  let minutes = 0;
  const rows = script.map(({ edits, pause, author }, place) => {
    const before = Y.encodeStateVector(doc);
    edits.forEach((edit) => applyEdit(doc, sections.disease, undo, edit));
    minutes += pause;
    const personId = people[author];
    return {
      document: documentName({ kind: 'section', planId, sectionId: 'disease' }),
      sequence: place + 1,
      data: Y.encodeStateAsUpdate(doc, before),
      author: personId === undefined ? null : ({ personId, role: 'gp', sessionId: '' } as const),
      at: new Date(Date.UTC(2026, 0, 1, 0, minutes)).toISOString(),
    };
  });
  return { rows, doc };
}

test('J2, J3: whatever is read, compacted and killed when, the journal equals that of the whole log, and the document too', async () => {
  const log = new SectionLog(database);
  const store = new JournalStore(database);
  await fc.assert(
    fc.asyncProperty(turns, async (script) => {
      const planId = newId();
      const { rows, doc } = logOf(planId, script, [newId(), newId(), newId()]);
      const document = documentName({ kind: 'section', planId, sectionId: 'disease' });
      let journal = newJournal();
      for (const [place, row] of rows.entries()) {
        await log.append(row, []);
        const then = script[place]?.then;
        if (then === 'read') await journal.upToDate(planId);
        if (then === 'compact') await journal.purge(document, []);
        if (then !== 'crash') continue;
        journal.close();
        journal = newJournal();
      }
      await journal.upToDate(planId);
      journal.close();
      const kept = await store.since({ planId, sectionId: 'disease' }, '');
      expect(sameEntries(kept, recomputedFrom(rows, 'disease'))).toBe(true);
      const stored = await storedDocument(log, document);
      expect(sectionView(stored, sections.disease)).toEqual(sectionView(doc, sections.disease));
    }),
    { numRuns: 60 },
  );
});
