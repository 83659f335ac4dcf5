/** When each person was in a plan: what is new is what came after the visit before this one. */
import type { Database } from './database.ts';
import { sql } from './tables.ts';

/** `since`: the end of the visit before this one, null at the first. `lastAt`: when the person was last active. */
export interface Visit {
  readonly since: string | null;
  readonly lastAt: string;
}

export class VisitStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async read(planId: string, personId: string): Promise<Visit | null> {
    const rows = await this.#database.read(
      sql
        .selectFrom('plan_visit')
        .select(['since', 'last_at as lastAt'])
        .where('plan_id', '=', planId)
        .where('person_id', '=', personId)
        .compile(),
    );
    return rows[0] ?? null;
  }

  async write(planId: string, personId: string, { since, lastAt }: Visit): Promise<void> {
    await this.#database.write([
      sql
        .insertInto('plan_visit')
        .values({ plan_id: planId, person_id: personId, since, last_at: lastAt })
        .onConflict((conflict) => conflict.columns(['plan_id', 'person_id']).doUpdateSet({ since, last_at: lastAt }))
        .compile(),
    ]);
  }
}
