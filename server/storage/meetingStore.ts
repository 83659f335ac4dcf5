/** Meetings, who is invited, who has been let in, and the links, at rest. */
import { sql as raw } from 'kysely';
import type { Identification } from '../../shared/domain/identification.ts';
import type { Member } from '../../shared/domain/policy.ts';
import { courseSchema, termsSchema, type Course, type Terms } from '../../shared/meetings/course.ts';
import type { Helper } from '../../shared/meetings/helpers.ts';
import type { ChatMessage, MeetingInfo, MeetingKind } from '../../shared/protocol/types.ts';
import { nobodyBeside, nowBeside } from './beside.ts';
import type { Database, Query } from './database.ts';
import { sql } from './tables.ts';

export interface StoredMeeting {
  readonly id: string;
  readonly planId: string;
  readonly kind: MeetingKind;
  readonly state: MeetingInfo['state'];
  readonly startsAt: string;
  readonly convenerId: string;
  /** Null for a meeting from before anything was agreed. */
  readonly terms: Terms | null;
  /** Null before the first step. */
  readonly course: Course | null;
  readonly endedAt: string | null;
  readonly seriesId: string | null;
}

/** The row as it is read. */
type MeetingRow = Omit<StoredMeeting, 'terms' | 'course'> & { terms: string | null; course: string | null };

function storedMeeting<Row extends MeetingRow>({ terms, course, ...row }: Row) {
  return {
    ...row,
    terms: terms === null ? null : termsSchema.parse(JSON.parse(terms)),
    course: course === null ? null : courseSchema.parse(JSON.parse(course)),
  };
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
    return rows[0] ? storedMeeting(rows[0]) : null;
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
    return found ? { planId: found.planId, admitted: found.admitted === 1 && !isOver(found.state) } : null;
  }

  /** The meetings that a person is invited to and that have not ended, next first. */
  async upcoming(personId: string): Promise<StoredMeeting[]> {
    const rows = await this.#database.read(
      this.#meetings()
        .innerJoin('invitee', 'invitee.meeting_id', 'meeting.id')
        .where('invitee.person_id', '=', personId)
        .where('meeting.state', 'in', ['scheduled', 'open'])
        .orderBy('meeting.starts_at')
        .compile(),
    );
    return rows.map((row) => storedMeeting(row));
  }

  /** How often what is agreed was changed. */
  async sequence(meetingId: string): Promise<number> {
    const query = sql.selectFrom('meeting').select('sequence').where('id', '=', meetingId);
    return (await this.#database.read(query.compile()))[0]?.sequence ?? 0;
  }

  /** The meetings of a series that have not begun, from a time on, by time. */
  async ofSeries(seriesId: string, from: string): Promise<StoredMeeting[]> {
    const rows = await this.#database.read(
      this.#meetings()
        .where('meeting.series_id', '=', seriesId)
        .where('meeting.state', '=', 'scheduled')
        .where('meeting.starts_at', '>=', from)
        .orderBy('meeting.starts_at')
        .compile(),
    );
    return rows.map((row) => storedMeeting(row));
  }

  /** The meetings of a plan that a person is invited to, the newest first. */
  async ofPlan(planId: string, personId: string): Promise<StoredMeeting[]> {
    const rows = await this.#database.read(
      this.#meetings()
        .innerJoin('invitee', 'invitee.meeting_id', 'meeting.id')
        .where('meeting.plan_id', '=', planId)
        .where('invitee.person_id', '=', personId)
        .orderBy('meeting.starts_at', 'desc')
        .limit(200)
        .compile(),
    );
    return rows.map((row) => storedMeeting(row));
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
          terms: JSON.stringify(meeting.terms),
          course: null,
          ended_at: null,
          series_id: meeting.seriesId,
        })
        .compile(),
      sql
        .insertInto('invitee')
        .values(invited.map((personId) => ({ meeting_id: meeting.id, person_id: personId, admitted: 0 as const })))
        .compile(),
      ...alongside,
    ]);
  }

  async open(meetingId: string): Promise<void> {
    const opened = sql.updateTable('meeting').set({ state: 'open' }).where('id', '=', meetingId);
    await this.#database.write([opened.where('state', '=', 'scheduled').compile()]);
  }

  /** Ends or cancels a meeting; whoever is in it has gone then. */
  async end(
    meetingId: string,
    { state, at }: { state: 'ended' | 'cancelled'; at: string },
    alongside: readonly Query[],
  ): Promise<void> {
    await this.#database.write([
      sql
        .updateTable('meeting')
        .set(({ eb }) => ({ state, ended_at: at, sequence: eb('sequence', '+', 1) }))
        .where('id', '=', meetingId)
        .where('state', 'in', ['scheduled', 'open'])
        .compile(),
      sql
        .updateTable('attendance')
        .set({ went_at: at })
        .where('meeting_id', '=', meetingId)
        .where('went_at', 'is', null)
        .compile(),
      nobodyBeside(meetingId, at),
      ...alongside,
    ]);
  }

  /** What is agreed from now on. */
  async change(
    meetingId: string,
    {
      startsAt,
      linksUntil,
      terms,
      invited,
    }: { startsAt: string; linksUntil: string; terms: Terms; invited: readonly string[] },
    alongside: readonly Query[],
  ): Promise<void> {
    await this.#database.write([
      sql
        .updateTable('meeting')
        .set(({ eb }) => ({
          starts_at: startsAt,
          terms: JSON.stringify(terms),
          sequence: eb('sequence', '+', 1),
        }))
        .where('id', '=', meetingId)
        .compile(),
      // Links that people have go on to work until a day after the new time.
      sql
        .updateTable('link')
        .set({ expires_at: linksUntil })
        .where('meeting_id', '=', meetingId)
        .where('expires_at', '<', linksUntil)
        .compile(),
      sql.updateTable('invitee').set({ reminded_at: null }).where('meeting_id', '=', meetingId).compile(),
      sql
        .deleteFrom('invitee')
        .where('meeting_id', '=', meetingId)
        .where('person_id', 'not in', [...invited])
        .compile(),
      sql
        .deleteFrom('link')
        .where('meeting_id', '=', meetingId)
        .where('person_id', 'not in', [...invited])
        .compile(),
      sql
        .insertInto('invitee')
        .values(invited.map((personId) => ({ meeting_id: meetingId, person_id: personId, admitted: 0 as const })))
        .onConflict((conflict) => conflict.doNothing())
        .compile(),
      ...alongside,
    ]);
  }

  /** Where the meeting is from now on. */
  async setCourse(meetingId: string, course: Course, alongside: readonly Query[]): Promise<void> {
    const set = sql
      .updateTable('meeting')
      .set({ course: JSON.stringify(course) })
      .where('id', '=', meetingId);
    await this.#database.write([set.compile(), ...alongside]);
  }

  async addMessage(meetingId: string, { id, personId, role, text, at }: ChatMessage): Promise<void> {
    await this.#database.write([
      sql
        .insertInto('meeting_chat')
        .values({ id, meeting_id: meetingId, person_id: personId, role, text, at })
        .onConflict((conflict) => conflict.doNothing())
        .compile(),
    ]);
  }

  /** What was kept of the chat, in the order in which it was written. */
  messages(meetingId: string): Promise<ChatMessage[]> {
    return this.#database.read(
      sql
        .selectFrom('meeting_chat')
        .innerJoin('person', 'person.id', 'meeting_chat.person_id')
        .select(['meeting_chat.id', 'person_id as personId', 'person.name', 'role', 'text', 'at'])
        .where('meeting_id', '=', meetingId)
        .orderBy('at')
        .compile(),
    );
  }

  /** Takes somebody off the list of those who are invited. */
  async removeInvitee(meetingId: string, personId: string, alongside: readonly Query[]): Promise<void> {
    await this.#database.write([
      sql.deleteFrom('invitee').where('meeting_id', '=', meetingId).where('person_id', '=', personId).compile(),
      ...alongside,
    ]);
  }

  /** Somebody came or went, with who sits beside them. Who is there already, as after a server that was killed, has not come again. */
  async setPresence(
    presence: {
      meetingId: string;
      member: Member;
      identification: Identification;
      present: boolean;
      beside: readonly Helper[];
      at: string;
    },
    alongside: readonly Query[],
  ): Promise<void> {
    const { meetingId, member, identification, present, beside, at } = presence;
    const going = sql
      .updateTable('attendance')
      .set({ went_at: at })
      .where('meeting_id', '=', meetingId)
      .where('person_id', '=', member.personId)
      .where('went_at', 'is', null)
      .compile();
    const coming = raw`
      insert into attendance (meeting_id, person_id, role, organisation, identification, came_at)
      select ${meetingId}, ${member.personId}, ${member.role}, ${member.organisation}, ${identification}, ${at}
      where not exists (
        select 1 from attendance where meeting_id = ${meetingId} and person_id = ${member.personId} and went_at is null
      )
      on conflict do nothing`.compile(sql);
    const besides = nowBeside({ meetingId, personId: member.personId, beside: present ? beside : [], at });
    await this.#database.write([present ? coming : going, ...besides, ...alongside]);
  }

  /** These sit beside somebody who is there, from now on. */
  async setBeside(
    input: { meetingId: string; personId: string; beside: readonly Helper[]; at: string },
    alongside: readonly Query[],
  ): Promise<void> {
    await this.#database.write([...nowBeside(input), ...alongside]);
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

  async write(queries: readonly Query[]): Promise<void> {
    await this.#database.write(queries);
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
        'meeting.terms',
        'meeting.course',
        'meeting.ended_at as endedAt',
        'meeting.series_id as seriesId',
      ]);
  }
}

/** Whether nobody comes into a meeting any more. */
export function isOver(state: MeetingInfo['state']): boolean {
  return state === 'ended' || state === 'cancelled';
}
