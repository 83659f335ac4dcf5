/**
 * Norway's public holidays and working days of any year. Source of the list: lov om helligdager og helligdagsfred
 * (LOV-1995-02-24-12) § 2, and lov om 1 og 17 mai som høgtidsdager (LOV-1947-04-26-1) § 1.
 */
import { addDays, weekdayOf, type IsoDate } from './dates.ts';

/** What a holiday is called; its words belong to whoever shows it. */
export type HolidayId =
  | 'new-year'
  | 'maundy-thursday'
  | 'good-friday'
  | 'easter-day'
  | 'easter-monday'
  | 'labour-day'
  | 'constitution-day'
  | 'ascension'
  | 'whit-sunday'
  | 'whit-monday'
  | 'christmas-day'
  | 'boxing-day';

/** Days from Easter Day. */
const movable: Readonly<Partial<Record<HolidayId, number>>> = {
  'maundy-thursday': -3,
  'good-friday': -2,
  'easter-day': 0,
  'easter-monday': 1,
  ascension: 39,
  'whit-sunday': 49,
  'whit-monday': 50,
};

const fixed: Readonly<Partial<Record<HolidayId, string>>> = {
  'new-year': '01-01',
  'labour-day': '05-01',
  'constitution-day': '05-17',
  'christmas-day': '12-25',
  'boxing-day': '12-26',
};

const byYear = new Map<number, ReadonlyMap<IsoDate, HolidayId>>();
/** More years than anybody's plan spans; a caller that asks for all of history must not fill the memory. */
const mostYears = 500;

/**
 * Easter Day of a year of the Gregorian calendar, by the anonymous algorithm as Jean Meeus gives it
 * (Astronomical Algorithms, 2nd edition, chapter 9; first in Nature, 20 April 1876). The names are the source's.
 */
export function easterDay(year: number): IsoDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(Math.floor(sum / 31))}-${two((sum % 31) + 1)}`;
}

/** The public holidays of a year by date. Where two fall on one day, as 17 May on Whit Sunday, the fixed one names it. */
export function holidaysOf(year: number): ReadonlyMap<IsoDate, HolidayId> {
  const known = byYear.get(year);
  if (known) return known;
  const easter = easterDay(year);
  const made = new Map<IsoDate, HolidayId>();
  for (const [id, days] of Object.entries(movable) as [HolidayId, number][]) made.set(addDays(easter, days), id);
  for (const [id, day] of Object.entries(fixed) as [HolidayId, string][]) made.set(`${easter.slice(0, 4)}-${day}`, id);
  if (byYear.size >= mostYears) byYear.clear();
  byYear.set(year, made);
  return made;
}

/** The public holiday on a date, or null. An ordinary Sunday is none. */
export function holidayOn(date: IsoDate): HolidayId | null {
  return holidaysOf(Number(date.slice(0, 4))).get(date) ?? null;
}

/** Monday to Friday, and no public holiday: the days that domstolloven § 149 lets a time limit end on. */
export function isWorkingDay(date: IsoDate): boolean {
  return weekdayOf(date) <= 5 && holidayOn(date) === null;
}

/** The date that is `days` working days after a date; the day itself is not counted. With 0 days it is the date itself. */
export function addWorkingDays(date: IsoDate, days: number): IsoDate {
  let current = date;
  for (let left = days; left > 0;) {
    current = addDays(current, 1);
    if (isWorkingDay(current)) left -= 1;
  }
  return current;
}
