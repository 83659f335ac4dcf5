/** Signed lists of medicines at rest. */
import type { Role } from '../../shared/domain/roles.ts';
import { newId } from '../../shared/domain/ids.ts';
import type { Database, Query } from './database.ts';
import { sql } from './tables.ts';

/** A list as a doctor signed it. `list` is its canonical form, `hash` the SHA-256 of that as hex. */
export interface SignedList {
  readonly planId: string;
  readonly personId: string;
  readonly name: string;
  readonly role: Role;
  readonly organisation: string;
  readonly at: string;
  readonly hash: string;
  readonly list: string;
}

export class ReconciliationStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** The list that was signed last, or null. */
  async last(planId: string): Promise<SignedList | null> {
    const rows = await this.#database.read(
      sql
        .selectFrom('reconciliation')
        .innerJoin('person', 'person.id', 'reconciliation.person_id')
        .select([
          'reconciliation.plan_id as planId',
          'reconciliation.person_id as personId',
          'person.name',
          'reconciliation.role',
          'reconciliation.organisation',
          'reconciliation.at',
          'reconciliation.hash',
          'reconciliation.list',
        ])
        .where('reconciliation.plan_id', '=', planId)
        .orderBy('reconciliation.at', 'desc')
        .limit(1)
        .compile(),
    );
    return rows[0] ?? null;
  }

  /** Stores a signature together with other statements, in one transaction. */
  async add(signed: Omit<SignedList, 'name'>, alongside: readonly Query[]): Promise<void> {
    const { planId, personId, role, organisation, at, hash, list } = signed;
    await this.#database.write([
      sql
        .insertInto('reconciliation')
        .values({ id: newId(), plan_id: planId, person_id: personId, role, organisation, at, hash, list })
        .compile(),
      ...alongside,
    ]);
  }
}
