/** The access log as people read it, and as a spreadsheet. */
import { expect, test } from 'vitest';
import { csvOf } from '../../client/accessLog/csv.ts';
import { chosen, visitsByDay } from '../../client/accessLog/visits.ts';
import type { LogEntry } from '../../shared/protocol/routes/accessLog.ts';

function entry(sequence: number, change: Partial<LogEntry>): LogEntry {
  return {
    sequence,
    at: `2026-11-12T10:${String(sequence).padStart(2, '0')}:00.000Z`,
    action: 'section:read',
    outcome: 'done',
    who: { personId: 'anne', name: 'Anne', role: 'gp', organisation: 'Bøler legekontor' },
    purpose: 'TREAT',
    sectionId: null,
    subject: null,
    ...change,
  };
}

const log = [
  entry(1, { sectionId: 'contacts' }),
  entry(2, { sectionId: 'contacts' }),
  entry(3, { sectionId: 'medicines' }),
  entry(4, { who: null, action: 'link:redeem', outcome: 'refused' }),
  entry(5, { at: '2026-11-13T08:00:00.000Z', action: 'plan:read' }),
];

test('A9: what somebody did in a day is told once for each kind of thing, the newest day first', () => {
  const days = visitsByDay(log, (instant) => instant.slice(0, 10));
  expect([...days.keys()]).toEqual(['2026-11-13', '2026-11-12']);
  expect(days.get('2026-11-12')).toMatchObject([
    { who: null, deeds: [{ action: 'link:redeem', outcome: 'refused' }] },
    {
      who: { name: 'Anne' },
      first: log[0]?.at,
      last: log[2]?.at,
      deeds: [{ action: 'section:read', sectionIds: ['contacts', 'medicines'], subjects: [] }],
    },
  ]);
});

test('A9: what is looked for by person, part and outcome is all that is shown', () => {
  const all = { personId: null, sectionId: null, onlyStopped: false };
  const sequences = (filter: Partial<typeof all>) => chosen(log, { ...all, ...filter }).map(({ sequence }) => sequence);
  expect(sequences({})).toEqual([1, 2, 3, 4, 5]);
  expect(chosen(log, { ...all, personId: 'anne' }).map(({ sequence }) => sequence)).toEqual([1, 2, 3, 5]);
  expect(chosen(log, { ...all, sectionId: 'medicines' }).map(({ sequence }) => sequence)).toEqual([3]);
  expect(sequences({ onlyStopped: true })).toEqual([4]);
});

test('H5: a spreadsheet calculates nothing of what it is given, and keeps quotes and semicolons', () => {
  const who = { personId: 'x', name: '=HYPERLINK("http://x";"y")', role: null, organisation: '' };
  const [, line] = csvOf([entry(1, { who, sectionId: 'contacts' })]).split('\r\n');
  expect(line).toContain(`;"'=HYPERLINK(""http://x"";""y"")";`);
  expect(line).toContain('"Kontaktplan døgnet rundt"');
});
