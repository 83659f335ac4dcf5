/** Meetings, who is invited, who has been let in, and the links, at rest. */
import type { MeetingKind } from '../../shared/protocol/types.ts';
import type { Database, Query } from './database.ts';
import { sql } from './tables.ts';

export interface StoredMeeting {
  readonly id: string;
  readonly planId: string;
  readonly kind: MeetingKind;
  readonly state: 'scheduled' | 'open' | 'ended';
  readonly startsAt: string;
  readonly convenerId: string;
}

export interface NewLink {
  readonly tokenHash: string;
  readonly meetingId: string;
  readonly personId: string;
  readonly expiresAt: string;
}

export class MeetingStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async find(meetingId: string): Promise<StoredMeeting | null> {
    const rows = await this.#database.read(this.#meetings().where('meeting.id', '=', meetingId).compile());
    return rows[0] ?? null;
  }

  /** What a link into a meeting reaches: its plan, and whether the person has been let in and it goes on; null where they are not invited. */
  async linkReach(meetingId: string, personId: string): Promise<{ planId: string; admitted: boolean } | null> {
    const rows = await this.#database.read(
      this.#meetings()
        .innerJoin('invitee', 'invitee.meeting_id', 'meeting.id')
        .select('invitee.admitted')
        .where('meeting.id', '=', meetingId)
        .where('invitee.person_id', '=', personId)
        .compile(),
    );
    const [found] = rows;
    return found ? { planId: found.planId, admitted: found.admitted === 1 && found.state !== 'ended' } : null;
  }

  /** The meetings that a person is invited to and that have not ended, next first. */
  upcoming(personId: string): Promise<StoredMeeting[]> {
    return this.#database.read(
      this.#meetings()
        .innerJoin('invitee', 'invitee.meeting_id', 'meeting.id')
        .where('invitee.person_id', '=', personId)
        .where('meeting.state', '!=', 'ended')
        .orderBy('meeting.starts_at')
        .compile(),
    );
  }

  /** Who is invited, by person, and whether they have been let in before. The convener is among them. */
  async invitees(meetingId: string): Promise<Map<string, { admitted: boolean }>> {
    const rows = await this.#database.read(
      sql.selectFrom('invitee').select(['person_id', 'admitted']).where('meeting_id', '=', meetingId).compile(),
    );
    return new Map(rows.map((row) => [row.person_id, { admitted: row.admitted === 1 }]));
  }

  async add(meeting: StoredMeeting, invited: readonly string[], alongside: readonly Query[]): Promise<void> {
    await this.#database.write([
      sql
        .insertInto('meeting')
        .values({
          id: meeting.id,
          plan_id: meeting.planId,
          kind: meeting.kind,
          state: meeting.state,
          starts_at: meeting.startsAt,
          convener_id: meeting.convenerId,
        })
        .compile(),
      sql
        .insertInto('invitee')
        .values(invited.map((personId) => ({ meeting_id: meeting.id, person_id: personId, admitted: 0 as const })))
        .compile(),
      ...alongside,
    ]);
  }

  async setState(meetingId: string, state: 'open' | 'ended', alongside: readonly Query[]): Promise<void> {
    await this.#database.write([
      sql.updateTable('meeting').set({ state }).where('id', '=', meetingId).where('state', '!=', 'ended').compile(),
      ...alongside,
    ]);
  }

  async setAdmitted(
    meetingId: string,
    personId: string,
    admitted: boolean,
    alongside: readonly Query[],
  ): Promise<void> {
    await this.#database.write([
      sql
        .updateTable('invitee')
        .set({ admitted: admitted ? 1 : 0 })
        .where('meeting_id', '=', meetingId)
        .where('person_id', '=', personId)
        .compile(),
      ...alongside,
    ]);
  }

  /** Puts new links in the place of all that the meeting had. */
  async replaceLinks(meetingId: string, links: readonly NewLink[], alongside: readonly Query[]): Promise<void> {
    const inserts = links.map((link) =>
      sql
        .insertInto('link')
        .values({
          token_hash: link.tokenHash,
          meeting_id: link.meetingId,
          person_id: link.personId,
          expires_at: link.expiresAt,
          browser_hash: null,
        })
        .compile(),
    );
    await this.#database.write([
      sql.deleteFrom('link').where('meeting_id', '=', meetingId).compile(),
      ...inserts,
      ...alongside,
    ]);
  }

  #meetings() {
    return sql
      .selectFrom('meeting')
      .select([
        'meeting.id',
        'meeting.plan_id as planId',
        'meeting.kind',
        'meeting.state',
        'meeting.starts_at as startsAt',
        'meeting.convener_id as convenerId',
      ]);
  }
}
