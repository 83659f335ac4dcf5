/** Gathers what one person does to one target in a short time into one entry. A fold over the log: the same rows give the same entries. */
import type { SectionChange } from '../../../shared/careplan/change.ts';
import type { Role } from '../../../shared/domain/roles.ts';
import type { JournalEntry } from '../../storage/journalStore.ts';

/** For how long repeated changes count as one, ms. */
export const gatherMs = 30 * 60_000;

/** The row of the log that made a change. */
export interface ChangeMaker {
  readonly personId: string;
  readonly role: Role;
  readonly at: string;
  readonly sequence: number;
}

export class Gathering {
  /** The latest entry by what a further change must match to be gathered into it. */
  readonly #latest = new Map<string, JournalEntry>();
  /** Entries that are new or other than stored, by their place in the journal. */
  #touched = new Map<string, JournalEntry>();

  /** `recent` are the stored entries that a change may still be gathered into, in the order of the log. */
  constructor(recent: readonly JournalEntry[]) {
    for (const entry of recent) this.#latest.set(keyOf(entry), entry);
  }

  take(changes: readonly SectionChange[], { personId, role, at, sequence }: ChangeMaker): void {
    for (const change of changes) {
      const value = change.value === null ? null : JSON.stringify(change.value);
      const fresh = { ...change, value, personId, role, firstAt: at, at, firstSequence: sequence, sequence };
      const before = this.#latest.get(keyOf(fresh));
      const entry = before && belongTogether(before, fresh) ? { ...before, value, at, sequence } : fresh;
      this.#latest.set(keyOf(entry), entry);
      this.#touched.set(`${entry.firstSequence} ${entry.part} ${entry.row} ${entry.field}`, entry);
    }
  }

  /** What is to be stored since this was asked last. */
  takeTouched(): JournalEntry[] {
    const touched = [...this.#touched.values()];
    this.#touched = new Map();
    return touched;
  }

  /** Forgets what nothing at or after a time can be gathered into. */
  forgetBefore(at: string): void {
    for (const [key, entry] of this.#latest) if (entry.at < at) this.#latest.delete(key);
  }
}

/**
 * Values and rows come one after the other, whoever sets them: what somebody else did between stays between. Running text
 * is written by several at once, and each is told of once.
 */
function keyOf({ part, row, field, kind, value, personId, role }: JournalEntry): string {
  const target = `${part} ${row} ${field}`;
  return kind === 'changed' && value === null ? `${target} ${personId} ${role}` : target;
}

function belongTogether(before: JournalEntry, fresh: JournalEntry): boolean {
  return (
    before.kind === fresh.kind &&
    before.personId === fresh.personId &&
    before.role === fresh.role &&
    Date.parse(fresh.at) - Date.parse(before.firstAt) <= gatherMs
  );
}

/** The earliest time of an entry that a change at `at` may be gathered into. */
export function gatherFrom(at: string): string {
  return new Date(Date.parse(at) - gatherMs).toISOString();
}
