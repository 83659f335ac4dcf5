/** Treatments as spans of time, for the picture of them. Pure. */
import { textOf, type RowView } from '../../../shared/careplan/view.ts';

/** One treatment on the line of time. `start` and `length` are shares of the whole, 0–1. */
export interface Span {
  readonly id: string;
  readonly name: string;
  readonly state: 'planned' | 'ongoing' | 'ended';
  readonly start: number;
  readonly length: number;
}

/** A year on the line, at its first day. */
export interface YearMark {
  readonly year: number;
  readonly at: number;
}

export interface Timeline {
  readonly spans: readonly Span[];
  readonly years: readonly YearMark[];
}

/** What lasted a day still has to be seen: the least share of the line. */
const leastLength = 0.015;
const mostYears = 8;

/** The treatments with a date, and the years that they fill; null where fewer than two would make no picture. `today` is an ISO date. */
export function treatmentSpans(rows: readonly RowView[], today: string): Timeline | null {
  const dated = rows.filter(({ values }) => textOf(values, 'from') !== '');
  if (dated.length < 2) return null;
  const first = Date.parse(`${least(dated.map(({ values }) => textOf(values, 'from'))).slice(0, 4)}-01-01`);
  const last = Math.max(Date.parse(today), ...dated.map((row) => Date.parse(endOf(row, today))));
  const share = (date: string): number => (Date.parse(date) - first) / (last - first);
  const spans = dated.map((row): Span => {
    const start = Math.min(share(textOf(row.values, 'from')), 1 - leastLength);
    const length = Math.max(leastLength, share(endOf(row, today)) - start);
    return { id: row.id, name: textOf(row.values, 'what').trim(), state: stateOf(row), start, length };
  });
  return { spans: spans.toSorted((one, other) => one.start - other.start), years: yearsBetween(first, last, share) };
}

/** The day to which a treatment is drawn: its last, or today for one that goes on. */
function endOf(row: RowView, today: string): string {
  const [from, to] = [textOf(row.values, 'from'), textOf(row.values, 'to')];
  if (to !== '') return to;
  return stateOf(row) === 'ongoing' && from < today ? today : from;
}

function stateOf({ values }: RowView): Span['state'] {
  const state = textOf(values, 'state');
  return state === 'planned' || state === 'ended' ? state : 'ongoing';
}

function yearsBetween(first: number, last: number, share: (date: string) => number): YearMark[] {
  const [from, to] = [new Date(first).getUTCFullYear(), new Date(last).getUTCFullYear()];
  const step = Math.ceil((to - from + 1) / mostYears);
  const years = Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step);
  return years.map((year) => ({ year, at: share(`${year}-01-01`) }));
}

function least(dates: readonly string[]): string {
  return dates.reduce((one, other) => (other < one ? other : one));
}
