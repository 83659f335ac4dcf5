/** The organisation's control of access, from what the audit log holds of each hour. */
import { expect, test } from 'vitest';
import { controlOf } from '../../server/audit/unusualAccess.ts';
import type { AccessInHour } from '../../server/storage/auditStore.ts';

function hour(name: string, at: string, change: Partial<AccessInHour> = {}): AccessInHour {
  return { personId: name, name, hour: at, plans: null, reads: 0, emergencies: 0, refused: 0, ...change };
}

test('A9: the control counts a plan once, and puts emergencies before refusals, nights and plans', () => {
  const found = controlOf([
    hour('Anne', '2026-11-10T09', { plans: 'one,two', reads: 4 }),
    hour('Anne', '2026-11-11T09', { plans: 'two', reads: 1 }),
    hour('Bjørn', '2026-11-10T09', { refused: 3 }),
    hour('Cato', '2026-11-10T09', { emergencies: 1, plans: 'one' }),
    hour('Dina', '2026-11-10T23', { reads: 2, plans: 'one' }),
  ]);
  expect(found.map(({ name }) => name)).toEqual(['Cato', 'Bjørn', 'Dina', 'Anne']);
  expect(found.at(-1)).toMatchObject({ plans: 2, atNight: 0, emergencies: 0, refused: 0 });
});

test.each([
  // Winter time: 22 in Norway is 21 in UTC; summer time: 20.
  ['2026-01-15T20', 0],
  ['2026-01-15T21', 1],
  ['2026-01-15T04', 1],
  ['2026-01-15T05', 0],
  ['2026-07-15T19', 0],
  ['2026-07-15T20', 1],
  ['2026-07-15T03', 1],
  ['2026-07-15T04', 0],
])('A9: what is read at %s in UTC counts as read at night %i times', (at, times) => {
  expect(controlOf([hour('Anne', at, { reads: 1 })])).toMatchObject([{ atNight: times }]);
});
