/** Arithmetic on dates as people write them in a plan: ISO `YYYY-MM-DD`, without a time and without a time zone. */

/** `YYYY-MM-DD`. Such dates sort as text. */
export type IsoDate = string;

const dayMs = 86_400_000;

/** Days since 1 January 1970. */
export function dayNumber(date: IsoDate): number {
  return Date.parse(`${date}T00:00:00Z`) / dayMs;
}

/** The date of a day number. */
export function dateOfDay(day: number): IsoDate {
  return new Date(day * dayMs).toISOString().slice(0, 'YYYY-MM-DD'.length);
}

export function addDays(date: IsoDate, days: number): IsoDate {
  return dateOfDay(dayNumber(date) + days);
}

/** Whole days from one date to another; negative where `to` is the earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from);
}

/**
 * The same day some months on. Where that month is too short it is the month's last day: a month after 31 January is
 * 28 or 29 February.
 */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7)) - 1 + months;
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const day = Math.min(Number(date.slice(8, 10)), lastDay);
  return new Date(Date.UTC(year, month, day)).toISOString().slice(0, 'YYYY-MM-DD'.length);
}

/** The ISO number of the weekday, 1 = Monday … 7 = Sunday. */
export function weekdayOf(date: IsoDate): number {
  // 1 January 1970 was a Thursday.
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}
