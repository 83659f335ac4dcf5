/** What is counted and told of an absence, and what the service worker leaves alone. */
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { Absence } from '../../../client/api/plan/absence.ts';
import { homecoming } from '../../../client/api/plan/homecoming.ts';
import { placesOf } from '../../../client/api/plan/places.ts';
import { writersOf } from '../../../client/api/plan/writers.ts';
import { decodeKept, encodeKept } from '../../../client/api/offline/keptContent.ts';
import { decide } from '../../../client/serviceWorker/answer.ts';
import { addRow, proseOf, rowsOf } from '../../../shared/careplan/document.ts';
import { listPart } from '../../../shared/careplan/sections.ts';
import type { History, Stamp } from '../../../shared/protocol/routes/history.ts';
import { newId } from '../../../shared/domain/ids.ts';

const tasks = listPart('tasks');

/** A document in which `change` is made, and the updates of that change alone. */
function changed(begin: (doc: Y.Doc) => void, change: (doc: Y.Doc) => void): { doc: Y.Doc; updates: Uint8Array[] } {
  const doc = new Y.Doc();
  begin(doc);
  const updates: Uint8Array[] = [];
  doc.on('update', (update) => updates.push(update));
  change(doc);
  return { doc, updates };
}

describe('B2: changes are counted as a person would', () => {
  test('many letters in one field are one change, and a new row with all its fields is one', () => {
    const { doc, updates } = changed(
      () => undefined,
      (writing) => {
        const paragraph = new Y.XmlElement('paragraph');
        proseOf(writing, 'goals').push([paragraph]);
        const text = new Y.XmlText();
        paragraph.push([text]);
        for (const letter of 'Sitte i hagen') text.insert(text.length, letter);
        addRow(writing, tasks, { what: 'Ringe' });
      },
    );
    expect(placesOf(doc, updates).size).toBe(2);
  });

  test('a row that is removed is one change, and so is a value in another', () => {
    const [gone, stays] = [newId(), newId()];
    const { doc, updates } = changed(
      (writing) => [gone, stays].forEach((id) => addRow(writing, tasks, { what: 'Ringe' }, id)),
      (writing) => {
        rowsOf(writing).delete(gone);
        rowsOf(writing).get(stays)?.set('status', 'done');
      },
    );
    expect(placesOf(doc, updates)).toEqual(new Set([`rows/${gone}`, `rows/${stays}`]));
  });

  test('nothing is counted of what the document has not got', () => {
    const { updates } = changed(
      () => undefined,
      (writing) => addRow(writing, tasks),
    );
    expect(placesOf(new Y.Doc(), updates).size).toBe(0);
  });
});

describe('B2: an absence is told once all of it is saved', () => {
  const edit = changed(
    () => undefined,
    (doc) => addRow(doc, tasks),
  );
  const end = (absence: Absence, counter: number, now: number): void =>
    absence.end(edit.doc, { counter, confirmed: 0, now });

  test('it waits for the confirmation of its last edit', () => {
    const absence = new Absence();
    absence.begin(1_000, { earlier: false });
    edit.updates.forEach((update) => absence.wrote(update));
    absence.brought();
    end(absence, 2, 61_000);
    expect([absence.underWay, absence.returned]).toEqual([true, null]);
    absence.confirm(1);
    expect(absence.returned).toBe(null);
    absence.confirm(2);
    expect(absence.returned).toEqual({ since: 1_000, awayMs: 60_000, mine: 1, others: true });
    absence.dismiss();
    expect([absence.underWay, absence.returned]).toEqual([false, null]);
  });

  test('lost again before all is saved, it goes on as one', () => {
    const absence = new Absence();
    absence.begin(1_000, { earlier: false });
    edit.updates.forEach((update) => absence.wrote(update));
    end(absence, 1, 31_000);
    absence.begin(32_000, { earlier: false });
    end(absence, 1, 61_000);
    absence.confirm(1);
    expect(absence.returned).toEqual({ since: 1_000, awayMs: 60_000, mine: 1, others: false });
  });

  const back = (mine: number, others: boolean, awayMs: number | null) => ({
    away: false,
    state: { kind: 'saved' },
    returned: { since: 1_000, awayMs, mine, others },
  });

  test('a short break is nobody’s absence; edits of an earlier page are told however long ago', () => {
    expect(homecoming([{ id: 'tasks', session: back(3, true, 900) }])).toBe(null);
    expect(homecoming([{ id: 'tasks', session: back(0, true, null) }])).toBe(null);
    expect(homecoming([{ id: 'tasks', session: back(3, false, null) }])?.sections).toEqual([
      { id: 'tasks', since: 1_000, mine: 3, others: false },
    ]);
  });

  test('all sections are told of together, without those in which nothing happened', () => {
    const waiting = { ...back(0, false, null), returned: null, away: true };
    const sections = [
      { id: 'tasks', session: back(2, false, 60_000) },
      { id: 'contacts', session: back(0, true, 60_000) },
      { id: 'team', session: back(0, false, 60_000) },
      { id: 'faith', session: null },
    ] as const;
    expect(homecoming(sections)?.sections.map(({ id }) => id)).toEqual(['tasks', 'contacts']);
    expect(homecoming([...sections, { id: 'zones', session: waiting }])).toBe(null);
  });

  test('others are named where the history knows them, oneself and those of before are not', () => {
    const [me, fatima, kari] = [newId(), newId(), newId()];
    const stamp = (by: string, at: string): Stamp => ({
      ...{ part: 'rows', row: '', field: '', kind: 'changed', role: 'home-care' },
      ...{ by, at },
    });
    const stamps = [
      stamp(fatima, '2026-03-03T12:00:00Z'),
      stamp(fatima, '2026-03-03T12:01:00Z'),
      stamp(me, '2026-03-03T12:02:00Z'),
      stamp(kari, '2026-03-03T10:00:00Z'),
    ];
    const history: History = {
      since: null,
      sections: [{ id: 'contacts', last: null, stamps, news: [] }],
      people: [
        { personId: fatima, name: 'Fatima', organisation: '' },
        { personId: kari, name: 'Kari', organisation: '' },
      ],
    };
    const since = Date.parse('2026-03-03T11:00:00Z');
    const told = [{ id: 'contacts', since, mine: 1, others: true }] as const;
    expect(writersOf(history, { sections: told, me }).get('contacts')).toEqual(['Fatima']);
  });
});

test('B1: what is kept of a section comes back as it was', () => {
  const kept = { schema: 3, at: 1_772_530_000_000, unconfirmed: true, update: Uint8Array.of(1, 0, 255) };
  expect(decodeKept(encodeKept(kept))).toEqual(kept);
});

describe('B6: the service worker', () => {
  const known = { origin: 'https://samrad.example', files: new Set(['/assets/plan-1.js', '/icon.svg']) };
  const asked = (path: string, mode = 'cors', method = 'GET') =>
    decide({ method, mode, url: new URL(path, known.origin).href }, known);

  test('answers for the app’s own files and pages', () => {
    expect(asked('/assets/plan-1.js')).toBe('file');
    expect(asked('/plan/abc', 'navigate')).toBe('page');
  });

  test.each(['/api/home', '/api/plans/x', '/sync', '/socket.io/?transport=polling', '/api'])(
    'leaves %s alone',
    (path) => {
      expect(asked(path)).toBe('network');
      expect(asked(path, 'navigate')).toBe('network');
    },
  );

  test('leaves other files, other sites and what changes something alone', () => {
    expect(asked('/assets/meeting-1.js')).toBe('network');
    expect(asked('https://elsewhere.example/icon.svg')).toBe('network');
    expect(asked('/plan/abc', 'navigate', 'POST')).toBe('network');
  });
});
