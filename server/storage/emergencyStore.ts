/** Emergency access at rest: who opened which plan and why, and who has seen it. */
import type { Emergency } from '../../shared/protocol/routes/emergencyAccess.ts';
import type { Database, Query } from './database.ts';
import { sql } from './tables.ts';

/** One time that somebody opened a plan so; times are ISO 8601 in UTC. */
export type NewEmergency = Omit<Emergency, 'patientName' | 'name'> & { readonly personId: string };

export class EmergencyStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** The plan of a patient; null where they have none. */
  async planOf(patientId: string): Promise<string | null> {
    const rows = await this.#database.read(
      sql.selectFrom('plan').select('id').where('patient_id', '=', patientId).compile(),
    );
    return rows[0]?.id ?? null;
  }

  /** The plan of the one patient of this name, small and capital letters alike; null where there is none, or more. */
  async planOfName(name: string): Promise<string | null> {
    const rows = await this.#database.read(
      sql
        .selectFrom('plan')
        .innerJoin('person', 'person.id', 'plan.patient_id')
        .select(['plan.id', 'person.name'])
        .compile(),
    );
    const wanted = name.toLocaleLowerCase('nb');
    const found = rows.filter((row) => row.name.toLocaleLowerCase('nb') === wanted);
    return found.length === 1 ? (found[0]?.id ?? null) : null;
  }

  /** What somebody has not said they have seen of these plans, the newest first. */
  async unseen(personId: string, planIds: readonly string[]): Promise<Emergency[]> {
    if (planIds.length === 0) return [];
    const seen = sql.selectFrom('emergency_seen').select('emergency_id').where('person_id', '=', personId);
    return this.#database.read(
      sql
        .selectFrom('emergency_access as emergency')
        .innerJoin('person', 'person.id', 'emergency.person_id')
        .innerJoin('plan', 'plan.id', 'emergency.plan_id')
        .innerJoin('person as patient', 'patient.id', 'plan.patient_id')
        .select([
          'emergency.id',
          'emergency.plan_id as planId',
          'patient.name as patientName',
          'person.name',
          'emergency.role',
          'emergency.organisation',
          'emergency.reason',
          'emergency.at',
          'emergency.until',
        ])
        .where('emergency.plan_id', 'in', planIds)
        .where('emergency.id', 'not in', seen)
        .orderBy('emergency.at', 'desc')
        .compile(),
    );
  }

  /** The statement that keeps one. */
  insertion({ personId, planId, ...emergency }: NewEmergency): Query {
    return sql
      .insertInto('emergency_access')
      .values({ ...emergency, person_id: personId, plan_id: planId })
      .compile();
  }

  /** The statement that keeps that somebody has seen one. */
  seen(emergencyId: string, personId: string, at: string): Query {
    return sql.insertInto('emergency_seen').values({ emergency_id: emergencyId, person_id: personId, at }).compile();
  }

  async write(queries: readonly Query[]): Promise<void> {
    await this.#database.write(queries);
  }
}
