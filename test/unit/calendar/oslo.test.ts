/** Time in Norway: the nights on which the clocks are moved, the ends of days, any instant of two centuries. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysBetween } from '../../../shared/domain/calendar/dates.ts';
import { endOfDay, osloDate, osloInstant, osloTime } from '../../../shared/domain/calendar/oslo.ts';

test('R2: a day ends at midnight in Norway, in winter and in summer', () => {
  expect(endOfDay('2026-01-15').toISOString()).toBe('2026-01-15T22:59:59.999Z');
  expect(endOfDay('2026-07-15').toISOString()).toBe('2026-07-15T21:59:59.999Z');
  expect(osloDate(new Date('2026-07-15T22:30:00Z'))).toBe('2026-07-16');
  expect(osloDate(new Date('2026-12-31T22:59:59Z'))).toBe('2026-12-31');
  expect(osloDate(new Date('2026-12-31T23:00:00Z'))).toBe('2027-01-01');
});

test('R2: the nights on which the clocks are moved have 23 and 25 hours', () => {
  expect(minutesOf('2026-03-29')).toBe(23 * 60);
  expect(minutesOf('2026-10-25')).toBe(25 * 60);
  expect(minutesOf('2026-03-28')).toBe(24 * 60);
  expect(osloInstant('2026-03-29', '23:59').toISOString()).toBe('2026-03-29T21:59:00.000Z');
  expect(osloInstant('2026-10-25', '23:59').toISOString()).toBe('2026-10-25T22:59:00.000Z');
});

test('R2: a time that comes twice is the first, one that is left out is moved on', () => {
  expect(osloInstant('2026-10-25', '02:30').toISOString()).toBe('2026-10-25T00:30:00.000Z');
  expect(osloTime(osloInstant('2026-03-29', '02:30'))).toBe('03:30');
  expect(osloInstant('2026-03-29', '03:00').toISOString()).toBe('2026-03-29T01:00:00.000Z');
});

/** The length of a day in Norway. */
function minutesOf(date: string): number {
  return (osloInstant(addDays(date, 1), '00:00').getTime() - osloInstant(date, '00:00').getTime()) / 60_000;
}

const anyDate = fc
  .integer({ min: 0, max: daysBetween('1900-01-01', '2100-12-31') })
  .map((days) => addDays('1900-01-01', days));
const anyTime = fc
  .tuple(fc.integer({ min: 4, max: 22 }), fc.nat(59))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));

test('R2: an instant says the day and the time that it was made from', () => {
  fc.assert(
    fc.property(anyDate, anyTime, (date, time) => {
      const instant = osloInstant(date, time);
      expect([osloDate(instant), osloTime(instant)]).toEqual([date, time]);
    }),
    { numRuns: 500 },
  );
});

test('R2: the end of a day is its last millisecond, and ends follow each other', () => {
  fc.assert(
    fc.property(anyDate, (date) => {
      const end = endOfDay(date);
      expect(osloDate(end)).toBe(date);
      expect(osloDate(new Date(end.getTime() + 1))).toBe(addDays(date, 1));
      expect(endOfDay(addDays(date, 1)) > end).toBe(true);
    }),
    { numRuns: 500 },
  );
});
