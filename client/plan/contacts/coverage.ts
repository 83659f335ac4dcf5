/**
 * How much of the week the contact plan covers. A plan for whom to ring when the GP is away must always exist (rule R9),
 * so what counts is the gaps: hours in which nobody with a telephone number is named. Pure.
 */

/** What counts of one contact. `weekdays` are ISO numbers, 1 = Monday; times are `HH:MM`, `24:00` is the end of the day. */
export interface ContactHours {
  readonly phone: string;
  readonly weekdays: readonly number[];
  readonly from: string;
  readonly to: string;
  /** Answers also when the day is a public holiday. */
  readonly holidays: boolean;
}

/** How one hour is covered. */
export type HourCover = 'full' | 'part' | 'none';

/** The same uncovered hours on these days, in ISO numbers. */
export interface Gap {
  readonly weekdays: readonly number[];
  readonly from: string;
  readonly to: string;
}

export interface Coverage {
  /** Seven days of 24 hours, Monday first. */
  readonly days: readonly (readonly HourCover[])[];
  /** Whole hours covered, of 168. */
  readonly coveredHours: number;
  readonly gaps: readonly Gap[];
  /** The gaps if the day were a public holiday. */
  readonly holidayGaps: readonly Gap[];
}

export const hoursPerDay = 24;
export const daysPerWeek = 7;
const minutesPerHour = 60;
const minutesPerDay = hoursPerDay * minutesPerHour;
const minutesPerWeek = daysPerWeek * minutesPerDay;

/** The coverage of a week by these contacts. Contacts without number, days or hours cover nothing. */
export function coverageOf(contacts: readonly ContactHours[]): Coverage {
  const week = coveredMinutes(contacts);
  const days = range(daysPerWeek).map((day) => range(hoursPerDay).map((hour) => hourCover(week, day, hour)));
  return {
    days,
    coveredHours: days.flat().filter((hour) => hour === 'full').length,
    gaps: gapsOf(week),
    holidayGaps: gapsOf(coveredMinutes(contacts.filter(({ holidays }) => holidays))),
  };
}

function coveredMinutes(contacts: readonly ContactHours[]): boolean[] {
  const week: boolean[] = new Array<boolean>(minutesPerWeek).fill(false);
  for (const { phone, weekdays, from, to } of contacts) {
    const start = minuteOf(from);
    const end = minuteOf(to);
    if (phone.trim() === '' || start === null || end === null) continue;
    // An end that is not after its start is on the next day: 22:30–07:30 is a night, 00:00–00:00 a whole day.
    const length = end > start ? end - start : end - start + minutesPerDay;
    for (const weekday of weekdays)
      for (let minute = 0; minute < length; minute += 1)
        week[((weekday - 1) * minutesPerDay + start + minute) % minutesPerWeek] = true;
  }
  return week;
}

function minuteOf(time: string): number | null {
  const match = /^(\d\d):(\d\d)$/.exec(time);
  return match ? Number(match[1]) * minutesPerHour + Number(match[2]) : null;
}

function hourCover(week: readonly boolean[], day: number, hour: number): HourCover {
  const start = day * minutesPerDay + hour * minutesPerHour;
  const covered = week.slice(start, start + minutesPerHour).filter(Boolean).length;
  if (covered === minutesPerHour) return 'full';
  return covered > 0 ? 'part' : 'none';
}

function gapsOf(week: readonly boolean[]): Gap[] {
  const gaps = new Map<string, { weekdays: number[]; from: string; to: string }>();
  for (const day of range(daysPerWeek))
    for (const { from, to } of dayGaps(week.slice(day * minutesPerDay, (day + 1) * minutesPerDay))) {
      const known = gaps.get(`${from} ${to}`);
      if (known) known.weekdays.push(day + 1);
      else gaps.set(`${from} ${to}`, { weekdays: [day + 1], from, to });
    }
  return [...gaps.values()];
}

function dayGaps(day: readonly boolean[]): { from: string; to: string }[] {
  const gaps: { from: string; to: string }[] = [];
  let start: number | null = null;
  for (let minute = 0; minute <= minutesPerDay; minute += 1) {
    const open = minute < minutesPerDay && day[minute] === false;
    if (open) start ??= minute;
    else if (start !== null) {
      gaps.push({ from: timeOf(start), to: timeOf(minute) });
      start = null;
    }
  }
  return gaps;
}

function timeOf(minute: number): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${two(Math.floor(minute / minutesPerHour))}:${two(minute % minutesPerHour)}`;
}

function range(length: number): number[] {
  return Array.from({ length }, (_, index) => index);
}
