/** How a medicine in the home stands to the date on its box. Pure: today is passed in. */
import { daysBetween } from '../../../shared/domain/calendar/dates.ts';

/** `days`: whole days left until it expires, or since it did. */
export type Expiry =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'good' }
  | { readonly kind: 'soon'; readonly days: number }
  | { readonly kind: 'expired'; readonly days: number };

/** `expires` and `today` are ISO dates, `expires` or `''`; what may be used until a day is good on that day. */
export function expiryOf(expires: string, today: string, soonDays: number): Expiry {
  if (expires === '') return { kind: 'unknown' };
  const days = daysBetween(today, expires);
  if (days < 0) return { kind: 'expired', days: -days };
  return days <= soonDays ? { kind: 'soon', days } : { kind: 'good' };
}
