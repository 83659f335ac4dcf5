import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coverageOf, isCovered, type ContactHours } from '../../../shared/careplan/coverage.ts';

const everyDay = [1, 2, 3, 4, 5, 6, 7];
const workdays = [1, 2, 3, 4, 5];

function contact(change: Partial<ContactHours>): ContactHours {
  return { phone: '22 00 00 11', weekdays: everyDay, from: '00:00', to: '24:00', holidays: true, ...change };
}

test('nobody to ring leaves the whole week open', () => {
  expect(coverageOf([])).toMatchObject({
    coveredHours: 0,
    gaps: [{ weekdays: everyDay, from: '00:00', to: '24:00' }],
    holidayGaps: [{ weekdays: everyDay, from: '00:00', to: '24:00' }],
  });
});

test('one who answers around the clock covers all 168 hours', () => {
  expect(coverageOf([contact({})])).toMatchObject({ coveredHours: 168, gaps: [], holidayGaps: [] });
});

test('midnight may be written 00:00 or 24:00 at the end of a day', () => {
  expect(coverageOf([contact({ to: '00:00' })])).toEqual(coverageOf([contact({ to: '24:00' })]));
});

test('a night reaches into the next day, and the one from Sunday into Monday', () => {
  const day = contact({ from: '07:30', to: '22:30' });
  const night = contact({ from: '22:30', to: '07:30' });
  expect(coverageOf([day, night]).gaps).toEqual([]);
  expect(coverageOf([contact({ weekdays: [7], from: '22:00', to: '02:00' })]).days[0]?.slice(0, 3)).toEqual([
    'full',
    'full',
    'none',
  ]);
});

test('gaps of the same hours are told once, with their days', () => {
  const { gaps, coveredHours } = coverageOf([contact({ weekdays: workdays, from: '08:00', to: '16:00' })]);
  expect(coveredHours).toBe(40);
  expect(gaps).toEqual([
    { weekdays: workdays, from: '00:00', to: '08:00' },
    { weekdays: workdays, from: '16:00', to: '24:00' },
    { weekdays: [6, 7], from: '00:00', to: '24:00' },
  ]);
});

test('an hour that is covered in part counts as a gap from the minute on which nobody answers', () => {
  const { days, gaps, coveredHours } = coverageOf([contact({ from: '00:00', to: '15:30' })]);
  expect(days[0]?.[15]).toBe('part');
  expect(coveredHours).toBe(7 * 15);
  expect(gaps).toEqual([{ weekdays: everyDay, from: '15:30', to: '24:00' }]);
});

test('a contact without number, days or hours covers nothing', () => {
  const useless = [contact({ phone: ' ' }), contact({ weekdays: [] }), contact({ from: '' }), contact({ to: '' })];
  expect(coverageOf(useless).coveredHours).toBe(0);
});

test('a week that is covered on common days only has gaps on holidays', () => {
  const { gaps, holidayGaps } = coverageOf([
    contact({ holidays: false }),
    contact({ from: '08:00', to: '20:00', holidays: true }),
  ]);
  expect(gaps).toEqual([]);
  expect(holidayGaps).toEqual([
    { weekdays: everyDay, from: '00:00', to: '08:00' },
    { weekdays: everyDay, from: '20:00', to: '24:00' },
  ]);
});

test('R9: a public holiday is an eighth day, as well covered as the weekday with the least', () => {
  const { holiday } = coverageOf([
    contact({ from: '08:00', to: '20:30' }),
    contact({ weekdays: workdays, from: '21:00', to: '22:00' }),
    contact({ from: '00:00', to: '02:00', holidays: false }),
  ]);
  expect(holiday).toHaveLength(24);
  expect(holiday.map((cover) => cover[0]).join('')).toBe('nnnnnnnnffffffffffffpnnn');
});

test('R9: a plan is covered when no hour is open, on common days and on holidays', () => {
  expect(isCovered(coverageOf([contact({})]))).toBe(true);
  expect(isCovered(coverageOf([contact({ holidays: false })]))).toBe(false);
  expect(isCovered(coverageOf([contact({ to: '23:59' })]))).toBe(false);
  expect(isCovered(coverageOf([contact({ weekdays: [1, 2, 3, 4, 5, 6] })]))).toBe(false);
});

test('more contacts never leave larger gaps', () => {
  const time = fc
    .tuple(fc.nat(23), fc.constantFrom(0, 15, 30, 45))
    .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
  const any = fc.record({ weekdays: fc.subarray(everyDay), from: time, to: time }).map(contact);
  fc.assert(
    fc.property(fc.array(any, { maxLength: 4 }), any, (some, another) => {
      const [before, after] = [coverageOf(some), coverageOf([...some, another])];
      expect(after.coveredHours).toBeGreaterThanOrEqual(before.coveredHours);
      // The holiday row and the gaps in words say the same.
      expect(after.holiday.every((cover) => cover === 'full')).toBe(after.holidayGaps.length === 0);
      expect(after.coveredHours === 168).toBe(after.gaps.length === 0);
    }),
    { numRuns: 30 },
  );
});
