/** Norway's calendar over two hundred years: known dates, and what must hold in every year. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths, daysBetween, weekdayOf } from '../../../shared/domain/calendar/dates.ts';
import {
  addWorkingDays,
  easterDay,
  holidayOn,
  holidaysOf,
  isWorkingDay,
} from '../../../shared/domain/calendar/holidays.ts';

const years = Array.from({ length: 201 }, (_, index) => 1900 + index);
const anyDate = fc
  .integer({ min: 0, max: daysBetween('1900-01-01', '2100-12-31') })
  .map((days) => addDays('1900-01-01', days));

describe('R2: public holidays', () => {
  test.each([
    [1900, '1900-04-15'],
    [1913, '1913-03-23'],
    [1943, '1943-04-25'],
    [1954, '1954-04-18'],
    [1961, '1961-04-02'],
    [1981, '1981-04-19'],
    [2000, '2000-04-23'],
    [2008, '2008-03-23'],
    [2011, '2011-04-24'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2038, '2038-04-25'],
    [2049, '2049-04-18'],
    [2076, '2076-04-19'],
    [2100, '2100-03-28'],
  ])('R2: Easter Day of %d was or will be %s', (year, date) => {
    expect(easterDay(year)).toBe(date);
  });

  test('R2: Easter Day is a Sunday from 22 March to 25 April, and no other formula of the century says otherwise', () => {
    for (const year of years) {
      const easter = easterDay(year);
      expect(weekdayOf(easter)).toBe(7);
      expect(easter >= `${year}-03-22` && easter <= `${year}-04-25`).toBe(true);
      expect(easter).toBe(gaussEaster(year));
    }
  });

  test('R2: the holidays of 2026 are these twelve', () => {
    expect([...holidaysOf(2026)].sort()).toEqual([
      ['2026-01-01', 'new-year'],
      ['2026-04-02', 'maundy-thursday'],
      ['2026-04-03', 'good-friday'],
      ['2026-04-05', 'easter-day'],
      ['2026-04-06', 'easter-monday'],
      ['2026-05-01', 'labour-day'],
      ['2026-05-14', 'ascension'],
      ['2026-05-17', 'constitution-day'],
      ['2026-05-24', 'whit-sunday'],
      ['2026-05-25', 'whit-monday'],
      ['2026-12-25', 'christmas-day'],
      ['2026-12-26', 'boxing-day'],
    ]);
  });

  test('R2: each year has twelve, fewer only where two fall on one day', () => {
    for (const year of years) {
      const { size } = holidaysOf(year);
      expect(size).toBeGreaterThanOrEqual(11);
      if (size === 11)
        expect([addDays(easterDay(year), 39), addDays(easterDay(year), 49), addDays(easterDay(year), 50)]).toSatisfy(
          (days: string[]) => days.includes(`${year}-05-17`) || days.includes(`${year}-05-01`),
        );
    }
    // Ascension Day was on 1 May that year.
    expect(holidaysOf(2008).size).toBe(11);
    expect(holidayOn('2008-05-01')).toBe('labour-day');
  });

  test('R2: Christmas Eve, New Year’s Eve and an ordinary Sunday are no public holidays', () => {
    for (const date of ['2026-12-24', '2026-12-31', '2026-11-22', '2026-04-04']) expect(holidayOn(date)).toBe(null);
  });
});

describe('R2: working days', () => {
  test('R2: three working days from the Wednesday before Easter 2026 end on the Thursday after it', () => {
    expect(addWorkingDays('2026-04-01', 1)).toBe('2026-04-07');
    expect(addWorkingDays('2026-04-01', 3)).toBe('2026-04-09');
    expect(addWorkingDays('2027-03-24', 3)).toBe('2027-04-01');
  });

  test('R2: 17 May on a Sunday takes no working day away; on a Monday it takes one', () => {
    expect(weekdayOf('2026-05-17')).toBe(7);
    expect(addWorkingDays('2026-05-15', 3)).toBe('2026-05-20');
    expect(weekdayOf('2027-05-17')).toBe(1);
    // Whit Monday is on the same day that year.
    expect(addWorkingDays('2027-05-14', 3)).toBe('2027-05-20');
    expect(addWorkingDays('2028-05-16', 1)).toBe('2028-05-18');
  });

  test('R2: over Christmas and the turn of the year', () => {
    expect(addWorkingDays('2026-12-23', 3)).toBe('2026-12-29');
    expect(addWorkingDays('2026-12-30', 3)).toBe('2027-01-05');
  });

  test('R2: counted one by one, they are what the sum says, never on a day off, and later for more days and later starts', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 40 }), (date, days) => {
        const end = addWorkingDays(date, days);
        expect(isWorkingDay(end)).toBe(true);
        const passed = Array.from({ length: daysBetween(date, end) }, (_, index) => addDays(date, index + 1));
        expect(passed.filter(isWorkingDay)).toHaveLength(days);
        expect(addWorkingDays(date, days + 1) > end).toBe(true);
        expect(addWorkingDays(addDays(date, 1), days) >= end).toBe(true);
      }),
    );
  });
});

describe('dates', () => {
  test('R2: months keep the day, and end with a month that is too short', () => {
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2025-01-31', 1)).toBe('2025-02-28');
    expect(addMonths('2024-02-29', 12)).toBe('2025-02-28');
    expect(addMonths('2026-11-30', 3)).toBe('2027-02-28');
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
    expect(addMonths('2026-12-15', 1)).toBe('2027-01-15');
  });

  test('R2: days added and counted agree over leap years and centuries', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2100-02-28', 1)).toBe('2100-03-01');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -4000, max: 4000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
        expect(weekdayOf(addDays(date, 7))).toBe(weekdayOf(date));
      }),
    );
  });
});

/** Gauss's formula with its two exceptions, for 1900–2099; 2100 by its own constants. An independent second opinion. */
function gaussEaster(year: number): string {
  const [m, n] = year < 2100 ? [24, 5] : [24, 6];
  const d = (19 * (year % 19) + m) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + n) % 7;
  let days = d + e;
  if (d === 29 && e === 6) days -= 7;
  if (d === 28 && e === 6 && year % 19 > 10) days -= 7;
  return addDays(`${year}-03-22`, days);
}
