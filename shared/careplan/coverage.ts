/**
 * How much of the week the contact plan covers. A plan for whom to ring when the GP is away must always exist (rule R9),
 * so what counts is the gaps: hours in which nobody with a telephone number is named. Pure.
 */

import { textOf, type Values } from './view.ts';

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
  /** The 24 hours of a public holiday, whatever weekday it falls on: each hour as it is on the day with the least. */
  readonly holiday: readonly HourCover[];
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

/** The hours of a row of the contact plan. */
export function contactHours(values: Values): ContactHours {
  const { weekdays, holidays } = values;
  return {
    phone: textOf(values, 'phone'),
    weekdays: Array.isArray(weekdays) ? weekdays : [],
    from: textOf(values, 'from'),
    to: textOf(values, 'to'),
    holidays: holidays === true,
  };
}

/** The coverage of a week by these contacts. Contacts without number, days or hours cover nothing. */
export function coverageOf(contacts: readonly ContactHours[]): Coverage {
  const week = coveredMinutes(contacts);
  const holidayWeek = coveredMinutes(contacts.filter(({ holidays }) => holidays));
  const days = hoursOf(week);
  const holidays = hoursOf(holidayWeek);
  return {
    days,
    holiday: range(hoursPerDay).map((hour) => leastOf(holidays.map((day) => day[hour] ?? 'none'))),
    coveredHours: days.flat().filter((hour) => hour === 'full').length,
    gaps: gapsOf(week),
    holidayGaps: gapsOf(holidayWeek),
  };
}

/** Whether somebody can be rung in each of the 168 hours and on holidays: what a plan must have to be approved. */
export function isCovered({ gaps, holidayGaps }: Pick<Coverage, 'gaps' | 'holidayGaps'>): boolean {
  return gaps.length === 0 && holidayGaps.length === 0;
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

function hoursOf(week: readonly boolean[]): HourCover[][] {
  return range(daysPerWeek).map((day) => range(hoursPerDay).map((hour) => hourCover(week, day, hour)));
}

/** An hour that nobody answers on one of the days is not one to rely on. */
function leastOf(covers: readonly HourCover[]): HourCover {
  if (covers.includes('none')) return 'none';
  return covers.includes('part') ? 'part' : 'full';
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
