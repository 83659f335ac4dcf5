/** Dates and times as people read them, in the language and the time zone of the device. */
import { language, texts, type Language } from '../i18n/texts.ts';

const locales: Readonly<Record<Language, string>> = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' };

/** Day and time, such as «mandag 23. november kl. 14:00». */
export function dayAndTime(instant: string): string {
  return format(instant, { weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' });
}

/** The day alone, such as «mandag 23. november». */
export function day(instant: string): string {
  return format(instant, { weekday: 'long', day: 'numeric', month: 'long' });
}

/** A moment as it is told in a sentence: «kl. 14:05» today, «mandag 23. november kl. 14:05» otherwise. Both are ms since 1970. */
export function moment(time: number, now: number): string {
  const words = texts().offline.time;
  const instant = new Date(time).toISOString();
  const clock = format(instant, { hour: '2-digit', minute: '2-digit' });
  const today = new Date(time).toDateString() === new Date(now).toDateString();
  return today ? words.today(clock) : words.other(day(instant), clock);
}

/** A date that may lie years back or ahead, such as «3. mai 2026». Takes an ISO date; '' where it is none. */
export function dateWithYear(date: string): string {
  if (Number.isNaN(Date.parse(date))) return '';
  return format(`${date}T12:00:00`, { day: 'numeric', month: 'long', year: 'numeric' });
}

/** The date of a moment in few letters, such as «12. nov. 2026». */
export function shortDateWithYear(instant: string): string {
  return format(instant, { day: 'numeric', month: 'short', year: 'numeric' });
}

/** Date and time of something that is kept, such as «12. nov. 2026, 14:05». */
export function shortDateAndTime(instant: string): string {
  return format(instant, { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' });
}

/** A month, such as «august 2020». Takes `YYYY-MM`. */
export function monthWithYear(month: string): string {
  return format(`${month}-15T12:00:00`, { month: 'long', year: 'numeric' });
}

/** A date in few letters, such as «14. nov.». Takes an ISO date; '' where it is none. */
export function shortDay(date: string): string {
  if (Number.isNaN(Date.parse(date))) return '';
  return format(`${date}T12:00:00`, { day: 'numeric', month: 'short' });
}

/** The day of an instant in few letters, with the year where it is not this one: «12. nov.», «12. nov. 2025». */
export function shortDate(instant: string, now: Date): string {
  const sameYear = new Date(instant).getFullYear() === now.getFullYear();
  return format(instant, { day: 'numeric', month: 'short', ...(!sameYear && { year: 'numeric' }) });
}

/** The time of day, such as «14:05». */
export function clock(instant: string): string {
  return format(instant, { hour: '2-digit', minute: '2-digit' });
}

/** The form that an input of type datetime-local takes: local time to the minute. */
export function localInputValue(date: Date): string {
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 'YYYY-MM-DDTHH:MM'.length);
}

/** Making a format costs more than using it a hundred times; a change of language loads the page anew. */
const formats = new Map<string, Intl.DateTimeFormat>();

function format(instant: string, options: Intl.DateTimeFormatOptions): string {
  const key = JSON.stringify(options);
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locales[language()], options);
  formats.set(key, known);
  return known.format(new Date(instant));
}
