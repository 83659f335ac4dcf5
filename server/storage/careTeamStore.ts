/** Plans, care teams and consents at rest. Everything asked for is as of a time: who is a member now, what is opened now. */
import type { SectionId } from '../../shared/careplan/sections.ts';
import type { Member } from '../../shared/domain/policy.ts';
import type { Database } from './database.ts';
import { sql } from './tables.ts';

/** A member as stored: with what the audit log needs to know. */
export interface StoredMember extends Member {
  readonly professionId: string | null;
  readonly purpose: string;
  /** The first moment at which it is over, ISO 8601 in UTC; null: until further notice. */
  readonly until: string | null;
}

export class CareTeamStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** The members of a plan's team at a time, in the order in which they joined. */
  members(planId: string, at: string): Promise<StoredMember[]> {
    return this.#database.read(this.#current(at).where('membership.plan_id', '=', planId).compile());
  }

  async member(planId: string, personId: string, at: string): Promise<StoredMember | null> {
    const rows = await this.#database.read(
      this.#current(at).where('membership.plan_id', '=', planId).where('membership.person_id', '=', personId).compile(),
    );
    return rows[0] ?? null;
  }

  /** A member, also one whose membership has ended. */
  async everMember(planId: string, personId: string): Promise<StoredMember | null> {
    const rows = await this.#database.read(
      this.#all().where('membership.plan_id', '=', planId).where('membership.person_id', '=', personId).compile(),
    );
    return rows[0] ?? null;
  }

  /** All who are or were members. */
  everMembers(planId: string): Promise<StoredMember[]> {
    return this.#database.read(this.#all().where('membership.plan_id', '=', planId).compile());
  }

  /** A person's memberships, one per patient. */
  memberships(personId: string, at: string): Promise<StoredMember[]> {
    return this.#database.read(this.#current(at).where('membership.person_id', '=', personId).compile());
  }

  /** The patient's name by plan, for plans that exist. */
  async patientName(planId: string): Promise<string | null> {
    const rows = await this.#database.read(
      sql
        .selectFrom('plan')
        .innerJoin('person', 'person.id', 'plan.patient_id')
        .select('person.name')
        .where('plan.id', '=', planId)
        .compile(),
    );
    return rows[0]?.name ?? null;
  }

  /** The sections that the patient has opened for a person at a time. */
  async opened(planId: string, personId: string, at: string): Promise<Set<SectionId>> {
    const rows = await this.#database.read(
      sql
        .selectFrom('consent')
        .select('section_id')
        .where('plan_id', '=', planId)
        .where('person_id', '=', personId)
        .where('ended_at', 'is', null)
        .where('valid_from', '<=', at)
        .where((where) => where.or([where('valid_until', 'is', null), where('valid_until', '>', at)]))
        .compile(),
    );
    return new Set(rows.map((row) => row.section_id));
  }

  /** The first time after another at which a membership or a consent of a person begins or ends by its date, or null. */
  async nextChange({ planId, personId }: { planId: string; personId: string }, at: string): Promise<string | null> {
    const membership = sql
      .selectFrom('membership')
      .select(['valid_from', 'valid_until'])
      .where('plan_id', '=', planId)
      .where('person_id', '=', personId);
    const consents = sql
      .selectFrom('consent')
      .select(['valid_from', 'valid_until'])
      .where('plan_id', '=', planId)
      .where('person_id', '=', personId)
      .where('ended_at', 'is', null);
    const rows = await this.#database.read(membership.unionAll(consents).compile());
    const dates = rows.flatMap(({ valid_from, valid_until }) => [
      valid_from,
      ...(valid_until === null ? [] : [valid_until]),
    ]);
    return dates.filter((date) => date > at).toSorted()[0] ?? null;
  }

  #current(at: string) {
    return this.#all()
      .where('membership.valid_from', '<=', at)
      .where((where) =>
        where.or([where('membership.valid_until', 'is', null), where('membership.valid_until', '>', at)]),
      )
      .orderBy('membership.valid_from')
      .orderBy('person.name');
  }

  #all() {
    return sql
      .selectFrom('membership')
      .innerJoin('person', 'person.id', 'membership.person_id')
      .select([
        'membership.plan_id as planId',
        'membership.person_id as personId',
        'person.name',
        'membership.role',
        'membership.organisation',
        'membership.profession_id as professionId',
        'membership.purpose',
        'membership.valid_until as until',
      ]);
  }
}
