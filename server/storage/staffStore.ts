/** Who administrates, and who works here as the administrator says, at rest. */
import { sql as raw } from 'kysely';
import type { Database, Query } from './database.ts';
import { sql } from './tables.ts';

export interface StoredStaff {
  readonly personId: string;
  readonly name: string;
  readonly organisation: string;
  readonly professionId: string | null;
  readonly administrator: boolean;
  readonly hasKey: boolean;
  readonly invitedUntil: string | null;
}

export class StaffStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async isAdministrator(personId: string): Promise<boolean> {
    const rows = await this.#database.read(
      sql.selectFrom('administrator').select('person_id').where('person_id', '=', personId).compile(),
    );
    return rows.length > 0;
  }

  /** Everybody who administrates or works here, by name. */
  async all(): Promise<StoredStaff[]> {
    const rows = await this.#database.read(
      sql
        .selectFrom('person')
        .leftJoin('staff', (join) => join.onRef('staff.person_id', '=', 'person.id').on('staff.ended_at', 'is', null))
        .leftJoin('administrator', 'administrator.person_id', 'person.id')
        .leftJoin('person_invitation', (join) =>
          join.onRef('person_invitation.person_id', '=', 'person.id').on('person_invitation.used_at', 'is', null),
        )
        .select([
          'person.id as personId',
          'person.name',
          'staff.organisation',
          'staff.profession_id as professionId',
          'administrator.since as administratorSince',
          'person_invitation.expires_at as invitedUntil',
          raw<number>`exists (select 1 from passkey where passkey.person_id = person.id)`.as('hasKey'),
        ])
        .where((where) =>
          where.or([where('staff.person_id', 'is not', null), where('administrator.person_id', 'is not', null)]),
        )
        .orderBy('person.name')
        .compile(),
    );
    return rows.map(({ organisation, administratorSince, hasKey, ...row }) => ({
      ...row,
      organisation: organisation ?? '',
      administrator: administratorSince !== null,
      hasKey: hasKey === 1,
    }));
  }

  /** The plans in whose team a person is at a time. */
  async plansOf(personId: string, at: string): Promise<string[]> {
    const rows = await this.#database.read(
      sql
        .selectFrom('membership')
        .select('plan_id')
        .where('person_id', '=', personId)
        .where((where) => where.or([where('valid_until', 'is', null), where('valid_until', '>', at)]))
        .compile(),
    );
    return rows.map(({ plan_id }) => plan_id);
  }

  /** The statements that add somebody. `organisation` null: an administrator, who is in no care team. */
  add(person: {
    personId: string;
    name: string;
    organisation: string | null;
    professionId: string | null;
    at: string;
  }): Query[] {
    const { personId, name, organisation, professionId, at } = person;
    return [
      sql.insertInto('person').values({ id: personId, name }).compile(),
      organisation === null
        ? sql.insertInto('administrator').values({ person_id: personId, since: at }).compile()
        : sql
            .insertInto('staff')
            .values({ person_id: personId, organisation, profession_id: professionId, since: at, ended_at: null })
            .compile(),
    ];
  }

  /** The statements by which somebody works and administrates here no more, and is in no care team. */
  end(personId: string, at: string): Query[] {
    return [
      sql.updateTable('staff').set({ ended_at: at }).where('person_id', '=', personId).compile(),
      sql.deleteFrom('administrator').where('person_id', '=', personId).compile(),
      sql
        .updateTable('membership')
        .set({ valid_until: at })
        .where('person_id', '=', personId)
        .where((where) => where.or([where('valid_until', 'is', null), where('valid_until', '>', at)]))
        .compile(),
    ];
  }

  async write(queries: readonly Query[]): Promise<void> {
    await this.#database.write(queries);
  }
}
