/** Addresses, and the mails that wait or were sent, at rest. What stood in a mail goes when it is sent, but for the demonstration. */
import type { Language } from '../../shared/protocol/types.ts';
import type { Database, Query } from './database.ts';
import { sql } from './tables.ts';

export interface Mail {
  readonly id: string;
  readonly meetingId: string;
  readonly personId: string;
  readonly address: string;
  readonly subject: string;
  readonly body: string;
  /** A calendar entry, iCalendar (RFC 5545). */
  readonly calendar: string | null;
  readonly madeAt: string;
}

/** An invitee who has been written to. */
export interface Mailed {
  readonly personId: string;
  readonly address: string;
  readonly language: Language;
}

const columns = [
  'id',
  'meeting_id as meetingId',
  'person_id as personId',
  'address',
  'subject',
  'body',
  'calendar',
  'made_at as madeAt',
] as const;

export class MailStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** The addresses that are known of these people. */
  async addresses(people: readonly string[]): Promise<Map<string, string>> {
    if (people.length === 0) return new Map();
    const rows = await this.#database.read(
      sql
        .selectFrom('person_contact')
        .selectAll()
        .where('person_id', 'in', [...people])
        .compile(),
    );
    return new Map(rows.map(({ person_id, email }) => [person_id, email]));
  }

  setAddress(personId: string, email: string): Query {
    return sql
      .insertInto('person_contact')
      .values({ person_id: personId, email })
      .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ email }))
      .compile();
  }

  put({ id, meetingId, personId, address, subject, body, calendar, madeAt }: Mail): Query {
    return sql
      .insertInto('outbox')
      .values({
        id,
        meeting_id: meetingId,
        person_id: personId,
        address,
        subject,
        body,
        calendar,
        made_at: madeAt,
        next_at: madeAt,
        sent_at: null,
      })
      .compile();
  }

  /** From now on somebody is told of changes, in this language. */
  mailed(meetingId: string, personId: string, language: Language): Query {
    return sql
      .updateTable('invitee')
      .set({ mailed_in: language })
      .where('meeting_id', '=', meetingId)
      .where('person_id', '=', personId)
      .compile();
  }

  /** Who has been written to about a meeting, and still can be. */
  async mailedOf(meetingId: string): Promise<Mailed[]> {
    const rows = await this.#database.read(
      sql
        .selectFrom('invitee')
        .innerJoin('person_contact', 'person_contact.person_id', 'invitee.person_id')
        .select(['invitee.person_id as personId', 'email as address', 'mailed_in as language'])
        .where('meeting_id', '=', meetingId)
        .where('mailed_in', 'is not', null)
        .compile(),
    );
    return rows.flatMap(({ language, ...who }) => (language === null ? [] : [{ ...who, language }]));
  }

  /** Meetings that begin between two times and have invitees who were written to and not reminded. */
  async toRemind(from: string, until: string): Promise<string[]> {
    const rows = await this.#database.read(
      sql
        .selectFrom('meeting')
        .innerJoin('invitee', 'invitee.meeting_id', 'meeting.id')
        .select('meeting.id')
        .distinct()
        .where('meeting.state', '=', 'scheduled')
        .where('starts_at', '>', from)
        .where('starts_at', '<=', until)
        .where('mailed_in', 'is not', null)
        .where('reminded_at', 'is', null)
        .compile(),
    );
    return rows.map(({ id }) => id);
  }

  reminded(meetingId: string, at: string): Query {
    return sql.updateTable('invitee').set({ reminded_at: at }).where('meeting_id', '=', meetingId).compile();
  }

  /** Mails whose time to be sent has come, the oldest first. */
  due(at: string): Promise<(Mail & { tries: number })[]> {
    return this.#database.read(
      sql
        .selectFrom('outbox')
        .select([...columns, 'tries'])
        .where('next_at', '<=', at)
        .orderBy('made_at')
        .limit(50)
        .compile(),
    );
  }

  /** Sent: what stood in it is kept no longer. */
  async sent(id: string, at: string, keep: boolean): Promise<void> {
    const done = { next_at: null, sent_at: at };
    const set = keep ? done : { ...done, body: '', calendar: null };
    await this.#database.write([sql.updateTable('outbox').set(set).where('id', '=', id).compile()]);
  }

  /** Not sent: again at a time, or never. */
  async failed(id: string, { tries, nextAt }: { tries: number; nextAt: string | null }): Promise<void> {
    const set = { tries, next_at: nextAt };
    await this.#database.write([sql.updateTable('outbox').set(set).where('id', '=', id).compile()]);
  }

  /** The newest mails, for the demonstration's mailbox. */
  newest(): Promise<(Mail & { name: string })[]> {
    return this.#database.read(
      sql
        .selectFrom('outbox')
        .innerJoin('person', 'person.id', 'outbox.person_id')
        .select([
          'outbox.id',
          'meeting_id as meetingId',
          'person_id as personId',
          'address',
          'subject',
          'body',
          'calendar',
          'made_at as madeAt',
          'person.name',
        ])
        .orderBy('made_at', 'desc')
        .limit(100)
        .compile(),
    );
  }

  async write(queries: readonly Query[]): Promise<void> {
    await this.#database.write(queries);
  }
}
