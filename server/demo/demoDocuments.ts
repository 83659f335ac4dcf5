/** Turns the demonstration's entries into the log of each section: one update for each entry, with its author and time. */
import * as Y from 'yjs';
import { addRow, proseOf, recordOf, type FieldValue } from '../../shared/careplan/document.ts';
import { listPart, type SectionId } from '../../shared/careplan/sections.ts';
import { documentName } from '../../shared/protocol/sync.ts';
import type { Author, LoggedUpdate } from '../storage/sectionLog.ts';
import type { DemoEntry, DemoValue, DemoValues } from './entry.ts';

const dayMs = 86_400_000;

interface Plan {
  readonly planId: string;
  readonly entries: readonly DemoEntry[];
  /** Who somebody is, by key. */
  readonly authorOf: (key: string) => Author;
  readonly now: Date;
}

/** The updates of all sections of a plan. */
export function demoUpdates({ planId, entries, authorOf, now }: Plan): LoggedUpdate[] {
  const bySection = Map.groupBy(entries, ({ section }) => section);
  return [...bySection].flatMap(([sectionId, written]) => {
    const doc = new Y.Doc();
    const oldestFirst = written.toSorted((a, b) => b.daysAgo - a.daysAgo);
    return oldestFirst.map((entry, index) => {
      const before = Y.encodeStateVector(doc);
      doc.transact(() => write(doc, sectionId, entry, (value) => plain(value, authorOf, now)));
      return {
        document: documentName({ kind: 'section', planId, sectionId }),
        sequence: index + 1,
        data: Y.encodeStateAsUpdate(doc, before),
        author: authorOf(entry.by),
        at: writtenAt(now, entry.daysAgo),
      };
    });
  });
}

/** Work is done by day: what was written before today was written at half past nine, by Greenwich. */
function writtenAt(now: Date, daysAgo: number): string {
  const at = new Date(now.getTime() - daysAgo * dayMs);
  if (daysAgo >= 1) at.setUTCHours(9, 30, 0, 0);
  return at.toISOString();
}

function write(doc: Y.Doc, sectionId: SectionId, entry: DemoEntry, plainOf: (value: DemoValue) => FieldValue): void {
  for (const [field, paragraphs] of Object.entries(entry.prose ?? {}))
    proseOf(doc, field).push(paragraphs.map(paragraphOf));
  for (const [field, value] of Object.entries(entry.record ?? {})) recordOf(doc).set(field, plainOf(value));
  for (const [listId, rows] of Object.entries(entry.lists ?? {}))
    for (const row of rows) addRow(doc, listPart(sectionId, listId), plainRow(row, plainOf));
}

function plainRow(row: DemoValues, plainOf: (value: DemoValue) => FieldValue): Record<string, FieldValue> {
  return Object.fromEntries(Object.entries(row).map(([field, value]) => [field, plainOf(value)]));
}

function paragraphOf(text: string): Y.XmlElement {
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(text)]);
  return paragraph;
}

/** The value as it is stored: days become ISO dates in UTC, keys become person ids. */
function plain(value: DemoValue, authorOf: (key: string) => Author, now: Date): FieldValue {
  if (typeof value !== 'object' || Array.isArray(value)) return value;
  if ('person' in value) return authorOf(value.person).personId;
  return new Date(now.getTime() + value.inDays * dayMs).toISOString().slice(0, 10);
}
