/** Finished minutes, approvals, and who was in a meeting, at rest. */
import type { Identification } from '../../shared/domain/identification.ts';
import type { Role } from '../../shared/domain/roles.ts';
import type { Helper } from '../../shared/meetings/helpers.ts';
import { minutesContentSchema, type MinutesContent } from '../../shared/meetings/minutes.ts';
import type { Database, Query } from './database.ts';
import { sql } from './tables.ts';

export interface FrozenMinutes {
  readonly content: MinutesContent;
  readonly hash: string;
  readonly at: string;
  readonly by: string;
}

/** From when to when; null while they are there. */
interface Times {
  readonly cameAt: string;
  readonly wentAt: string | null;
}

export interface StoredAttendance extends Times {
  readonly personId: string;
  readonly role: Role;
  readonly organisation: string;
  readonly identification: Identification;
  /** Who sat beside them meanwhile. */
  readonly beside: (Helper & Times)[];
}

export interface StoredApproval {
  readonly personId: string;
  readonly name: string;
  readonly role: Role;
  readonly at: string;
}

export class MinutesStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Null while they are being written. */
  async frozen(meetingId: string): Promise<FrozenMinutes | null> {
    const [row] = await this.#database.read(
      sql
        .selectFrom('minutes')
        .innerJoin('person', 'person.id', 'minutes.frozen_by')
        .select(['content', 'hash', 'frozen_at as at', 'person.name as by'])
        .where('meeting_id', '=', meetingId)
        .compile(),
    );
    return row ? { ...row, content: minutesContentSchema.parse(JSON.parse(row.content)) } : null;
  }

  /** Freezes; the first to do so holds. */
  async freeze(
    input: { meetingId: string; content: MinutesContent; hash: string; at: string; by: string },
    alongside: readonly Query[],
  ): Promise<void> {
    const { meetingId, content, hash, at, by } = input;
    await this.#database.write([
      sql
        .insertInto('minutes')
        .values({ meeting_id: meetingId, content: JSON.stringify(content), hash, frozen_at: at, frozen_by: by })
        .onConflict((conflict) => conflict.doNothing())
        .compile(),
      ...alongside,
    ]);
  }

  /** Approves; a second time changes nothing. */
  async approve(
    input: { meetingId: string; personId: string; role: Role; at: string },
    alongside: readonly Query[],
  ): Promise<void> {
    const { meetingId, personId, role, at } = input;
    await this.#database.write([
      sql
        .insertInto('minutes_approval')
        .values({ meeting_id: meetingId, person_id: personId, role, at })
        .onConflict((conflict) => conflict.doNothing())
        .compile(),
      ...alongside,
    ]);
  }

  approvals(meetingId: string): Promise<StoredApproval[]> {
    return this.#database.read(
      sql
        .selectFrom('minutes_approval')
        .innerJoin('person', 'person.id', 'minutes_approval.person_id')
        .select(['person_id as personId', 'person.name', 'role', 'at'])
        .where('meeting_id', '=', meetingId)
        .orderBy('at')
        .compile(),
    );
  }

  /** Who was in the room, in the order in which they came, each with who sat beside them. */
  async attendance(meetingId: string): Promise<(StoredAttendance & { name: string })[]> {
    const [present, beside] = await Promise.all([
      this.#database.read(
        sql
          .selectFrom('attendance')
          .innerJoin('person', 'person.id', 'attendance.person_id')
          .select([
            'person_id as personId',
            'person.name',
            'role',
            'organisation',
            'identification',
            'came_at as cameAt',
            'went_at as wentAt',
          ])
          .where('meeting_id', '=', meetingId)
          .orderBy('came_at')
          .compile(),
      ),
      this.#database.read(
        sql
          .selectFrom('attendance_beside')
          .select(['person_id as personId', 'name', 'relation', 'came_at as cameAt', 'went_at as wentAt'])
          .where('meeting_id', '=', meetingId)
          .orderBy('came_at')
          .compile(),
      ),
    ]);
    return present.map((one) => ({
      ...one,
      beside: beside
        .filter(({ personId, cameAt }) => personId === one.personId && isDuring(cameAt, one))
        .map(({ personId: _, ...helper }) => helper),
    }));
  }
}

function isDuring(time: string, { cameAt, wentAt }: Times): boolean {
  return time >= cameAt && (wentAt === null || time < wentAt);
}
