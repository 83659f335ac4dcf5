/** The log as people read it: by day, and in a day what each person did, each kind of thing once. */
import type { SectionId } from '../../shared/careplan/sections.ts';
import type { AuditAction } from '../../shared/domain/auditAction.ts';
import { osloDate } from '../../shared/domain/calendar/oslo.ts';
import type { LogEntry } from '../../shared/protocol/routes/accessLog.ts';

/** One kind of thing that somebody did in a day. */
export interface Deed {
  readonly action: AuditAction;
  readonly outcome: LogEntry['outcome'];
  /** The parts of the plan that it was done to, in the order in which it was first done. */
  readonly sectionIds: readonly SectionId[];
  /** The people that it was done to or for. */
  readonly subjects: readonly string[];
  /** Why, where it had to be said. */
  readonly reasons: readonly string[];
}

/** What one person did in one day. Times are ISO 8601 in UTC. */
export interface Visit {
  readonly who: LogEntry['who'];
  readonly first: string;
  readonly last: string;
  readonly deeds: readonly Deed[];
}

/** What is looked for. `personId` and `sectionId` null: all. */
export interface LogFilter {
  readonly personId: string | null;
  readonly sectionId: SectionId | null;
  readonly onlyStopped: boolean;
  /** The first and the last day, as dates in Norway; '' where there is no bound. */
  readonly from: string;
  readonly until: string;
}

/** The entries that fit what is looked for. */
export function chosen(entries: readonly LogEntry[], filter: LogFilter): LogEntry[] {
  const { personId, sectionId, onlyStopped, from, until } = filter;
  return entries.filter(
    (entry) =>
      (personId === null || entry.who?.personId === personId) &&
      (sectionId === null || entry.sectionId === sectionId) &&
      (!onlyStopped || entry.outcome === 'refused') &&
      isWithin(osloDate(new Date(entry.at)), from, until),
  );
}

/** Newest day first, in it the one who came last first. `dayOf` names the day of an instant. */
export function visitsByDay(
  entries: readonly LogEntry[],
  dayOf: (instant: string) => string,
): ReadonlyMap<string, readonly Visit[]> {
  const newestFirst = entries.toSorted((one, other) => other.sequence - one.sequence);
  const days = Map.groupBy(newestFirst, ({ at }) => dayOf(at));
  return new Map([...days].map(([day, ofDay]) => [day, visitsOf(ofDay)]));
}

function visitsOf(newestFirst: readonly LogEntry[]): Visit[] {
  const byPerson = Map.groupBy(newestFirst, ({ who }) => who?.personId ?? '');
  return [...byPerson.values()].flatMap((entries) => {
    const [newest, oldest] = [entries.at(0), entries.at(-1)];
    if (!newest || !oldest) return [];
    return [{ who: newest.who, first: oldest.at, last: newest.at, deeds: deedsOf(entries.toReversed()) }];
  });
}

function deedsOf(oldestFirst: readonly LogEntry[]): Deed[] {
  const kinds = Map.groupBy(oldestFirst, ({ action, outcome }) => `${action} ${outcome}`);
  return [...kinds.values()].flatMap((entries) => {
    const [{ action, outcome } = {}] = entries;
    if (!action || !outcome) return [];
    const [sectionIds, subjects] = [distinct(entries, 'sectionId'), distinct(entries, 'subject')];
    return [{ action, outcome, sectionIds, subjects, reasons: distinct(entries, 'reason') }];
  });
}

function distinct<Key extends 'sectionId' | 'subject' | 'reason'>(
  entries: readonly LogEntry[],
  key: Key,
): NonNullable<LogEntry[Key]>[] {
  const values = entries
    .map((entry) => entry[key])
    .filter((value): value is NonNullable<LogEntry[Key]> => value !== null);
  return [...new Set(values)];
}

function isWithin(date: string, from: string, until: string): boolean {
  return (from === '' || date >= from) && (until === '' || date <= until);
}
