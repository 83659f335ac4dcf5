/** The period of a consent, between the days that people choose and the instants that are stored. Days are days in Norway. */
import { addDays, addMonths, type IsoDate } from '../../shared/domain/calendar/dates.ts';
import { osloDate, osloInstant } from '../../shared/domain/calendar/oslo.ts';
import { dateWithYear } from '../app/dates.ts';
import { texts } from '../i18n/texts.ts';

/** Times are ISO 8601 in UTC; `from` null is at once, `until` null is until it is closed. */
export interface Period {
  readonly from: string | null;
  readonly until: string | null;
}

/** What the form holds. Dates may be '' while nothing is chosen. */
export interface PeriodDraft {
  readonly from: 'now' | 'date';
  readonly firstDay: IsoDate;
  readonly until: 'open' | 'week' | 'month' | 'date';
  readonly lastDay: IsoDate;
}

/** The period that a draft stands for. Its dates are filled in. */
export function periodOf({ from, firstDay, until, lastDay }: PeriodDraft, today: IsoDate): Period {
  const begin = from === 'now' ? today : firstDay;
  const last = { open: null, week: addDays(begin, 6), month: addDays(addMonths(begin, 1), -1), date: lastDay }[until];
  return {
    from: from === 'now' || firstDay === today ? null : startOf(firstDay),
    until: last === null ? null : startOf(addDays(last, 1)),
  };
}

/** The period in words, as of a time: «Åpen til og med 3. mai 2026». */
export function periodText({ from, until }: Period, now: string): string {
  const words = texts().consents.period;
  const last = until === null ? null : dateWithYear(osloDate(new Date(Date.parse(until) - 1)));
  if (from === null || from <= now) return last === null ? words.now : words.until(last);
  const first = dateWithYear(osloDate(new Date(from)));
  return last === null ? words.from(first) : words.fromUntil(first, last);
}

function startOf(day: IsoDate): string {
  return osloInstant(day, '00:00').toISOString();
}
