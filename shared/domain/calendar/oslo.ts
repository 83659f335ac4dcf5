/**
 * Local time in Norway, from the time zone data that the runtime carries (Intl): a day has 23 hours when summer time
 * begins and 25 when it ends. The rules are computed in this zone wherever server and reader are.
 */
import { addDays, type IsoDate } from './dates.ts';

const dayMs = 86_400_000;

/** Making one is slow, using it is not. */
const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Oslo',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** What the clocks show at an instant, as if it were UTC, in milliseconds. */
function shownAt(instantMs: number): number {
  const shown = /^(\d\d)\/(\d\d)\/(\d+), (\d\d):(\d\d):(\d\d)$/.exec(clock.format(instantMs));
  if (!shown) throw new Error('The runtime writes dates in another form than it did.');
  const [day = 0, month = 0, year = 0, hour = 0, minute = 0, second = 0] = shown.slice(1).map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** How far the clocks are ahead of UTC at an instant, in milliseconds. */
function offsetAt(instantMs: number): number {
  return shownAt(instantMs) - Math.floor(instantMs / 1000) * 1000;
}

/** The date on the calendar in Norway at an instant. */
export function osloDate(instant: Date): IsoDate {
  return new Date(shownAt(instant.getTime())).toISOString().slice(0, 'YYYY-MM-DD'.length);
}

/** What the clock in Norway shows at an instant, `HH:MM`. */
export function osloTime(instant: Date): string {
  return new Date(shownAt(instant.getTime())).toISOString().slice('YYYY-MM-DDT'.length, 'YYYY-MM-DDTHH:MM'.length);
}

/**
 * The instant at which the clocks show a time, `HH:MM`. Of a time that comes twice, when summer time ends, it is the
 * first; a time that is left out, when it begins, is moved on by what the clocks are.
 */
export function osloInstant(date: IsoDate, time: string): Date {
  const shown = Date.parse(`${date}T${time}:00Z`);
  const before = offsetAt(shown - dayMs);
  const after = offsetAt(shown + dayMs);
  for (const offset of [before, after]) if (shownAt(shown - offset) === shown) return new Date(shown - offset);
  return new Date(shown - before);
}

/** The last millisecond of a day in Norway: what is due on a day is late after it. */
export function endOfDay(date: IsoDate): Date {
  return new Date(osloInstant(addDays(date, 1), '00:00').getTime() - 1);
}
