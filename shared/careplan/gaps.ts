/** The gaps of a contact plan in words of the machine: the details of the refusal `contacts-incomplete`. */
import type { Coverage, Gap } from './coverage.ts';

export type Gaps = Pick<Coverage, 'gaps' | 'holidayGaps'>;

/** One string for each gap: `week 1,2 15:30-22:00` or `holiday 7 00:00-24:00`, weekdays in ISO numbers. */
export function gapDetails({ gaps, holidayGaps }: Gaps): string[] {
  const detail = (kind: string, { weekdays, from, to }: Gap) => `${kind} ${weekdays.join()} ${from}-${to}`;
  return [...gaps.map((gap) => detail('week', gap)), ...holidayGaps.map((gap) => detail('holiday', gap))];
}

/** The gaps that such details tell of. What is no gap is passed over. */
export function gapsOf(details: readonly string[]): Gaps {
  const read = (kind: string): Gap[] =>
    details.flatMap((detail) => {
      const [, found, days = '', from = '', to = ''] = pattern.exec(detail) ?? [];
      return found === kind ? [{ weekdays: days.split(',').map(Number), from, to }] : [];
    });
  return { gaps: read('week'), holidayGaps: read('holiday') };
}

const pattern = /^(week|holiday) ([1-7](?:,[1-7])*) (\d\d:\d\d)-(\d\d:\d\d)$/;
