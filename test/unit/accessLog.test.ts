/** The access log as people read it, and as a spreadsheet. */
import { expect, test } from 'vitest';
import { z } from 'zod';
import { csvOf } from '../../client/accessLog/csv.ts';
import { fhirOf } from '../../client/accessLog/fhir.ts';
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
    reason: null,
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
  const all = { personId: null, sectionId: null, onlyStopped: false, from: '', until: '' };
  const sequences = (filter: Partial<typeof all>) => chosen(log, { ...all, ...filter }).map(({ sequence }) => sequence);
  expect(sequences({})).toEqual([1, 2, 3, 4, 5]);
  expect(chosen(log, { ...all, personId: 'anne' }).map(({ sequence }) => sequence)).toEqual([1, 2, 3, 5]);
  expect(chosen(log, { ...all, sectionId: 'medicines' }).map(({ sequence }) => sequence)).toEqual([3]);
  expect(sequences({ onlyStopped: true, from: '', until: '' })).toEqual([4]);
});

test('H5: a spreadsheet calculates nothing of what it is given, and keeps quotes and semicolons', () => {
  const who = { personId: 'x', name: '=HYPERLINK("http://x";"y")', role: null, organisation: '' };
  const [, line] = csvOf([entry(1, { who, sectionId: 'contacts' })]).split('\r\n');
  expect(line).toContain(`;"'=HYPERLINK(""http://x"";""y"")";`);
  expect(line).toContain('"Kontaktplan døgnet rundt"');
});

test('A9: a period counts in days as they are in Norway', () => {
  const lateInTheEvening = entry(6, { at: '2026-11-12T23:30:00.000Z' });
  const within = (from: string, until: string) =>
    chosen([...log, lateInTheEvening], { personId: null, sectionId: null, onlyStopped: false, from, until });
  expect(within('2026-11-13', '')).toEqual([log[4], lateInTheEvening]);
  expect(within('', '2026-11-12')).toEqual(log.slice(0, 4));
  expect(within('2026-11-12', '2026-11-13')).toHaveLength(6);
});

test('A9: as FHIR, each record is an AuditEvent with what R4 asks for', () => {
  const { entry: resources } = z
    .object({ resourceType: z.literal('Bundle'), type: z.literal('collection'), entry: z.array(z.unknown()) })
    .parse(fhirOf(log));
  const coding = z.object({ system: z.url(), code: z.string().min(1) });
  const auditEvent = z.object({
    resource: z.strictObject({
      resourceType: z.literal('AuditEvent'),
      type: coding,
      subtype: z.array(coding.extend({ system: z.string(), display: z.string() })),
      action: z.enum(['C', 'R', 'U', 'D', 'E']),
      recorded: z.iso.datetime(),
      outcome: z.enum(['0', '4', '8', '12']),
      purposeOfEvent: z.array(z.object({ coding: z.array(coding) })).optional(),
      agent: z.array(z.looseObject({ requestor: z.literal(true), name: z.string() })).min(1),
      source: z.object({ observer: z.object({ display: z.string() }) }),
      entity: z.array(z.object({ what: z.object({ display: z.string() }) })).optional(),
    }),
  });
  const events = z.array(auditEvent).parse(resources);
  expect(events.map(({ resource }) => resource.outcome)).toEqual(['0', '0', '0', '4', '0']);
  expect(events[0]?.resource).toMatchObject({ action: 'R', recorded: log[0]?.at, agent: [{ name: 'Anne' }] });
});
