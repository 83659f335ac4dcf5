/** Who is known by which identity provider, at rest. */
import { z } from 'zod';
import type { Database, Query } from './database.ts';
import { sql } from './tables.ts';

const categoriesSchema = z.array(z.string());

/** A person as one provider knows them. */
export interface StoredIdentity {
  readonly provider: string;
  readonly subject: string;
  readonly personId: string;
  /** The keyed hash of the national identity number, where the provider tells one. */
  readonly numberHash: string | null;
  /** HPR number. */
  readonly professionId: string | null;
  /** Categories of HPR (code system 9060) in which the person is approved. */
  readonly categories: readonly string[];
  /** Organisation number. */
  readonly organisation: string | null;
}

export class IdentityStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async find(provider: string, subject: string): Promise<StoredIdentity | null> {
    const rows = await this.#database.read(
      this.#all().where('provider', '=', provider).where('subject', '=', subject).compile(),
    );
    return rows[0] ? fromRow(rows[0]) : null;
  }

  /** All who are known with a number. More than one person only after a fault. */
  async peopleOfNumber(numberHash: string): Promise<string[]> {
    const rows = await this.#database.read(
      sql.selectFrom('person_identity').select('person_id').distinct().where('number_hash', '=', numberHash).compile(),
    );
    return rows.map(({ person_id }) => person_id);
  }

  async ofPerson(personId: string): Promise<StoredIdentity[]> {
    const rows = await this.#database.read(this.#all().where('person_id', '=', personId).orderBy('first_at').compile());
    return rows.map(fromRow);
  }

  /** The statement that adds a person. */
  addPerson(person: { id: string; name: string }): Query {
    return sql.insertInto('person').values(person).compile();
  }

  /** The statement that keeps what a provider says now of somebody. */
  keep({ categories, ...identity }: StoredIdentity, at: string): Query {
    const said = {
      person_id: identity.personId,
      number_hash: identity.numberHash,
      profession_id: identity.professionId,
      categories: JSON.stringify(categories),
      organisation: identity.organisation,
      last_at: at,
    };
    return sql
      .insertInto('person_identity')
      .values({ provider: identity.provider, subject: identity.subject, first_at: at, ...said })
      .onConflict((conflict) => conflict.columns(['provider', 'subject']).doUpdateSet(said))
      .compile();
  }

  async write(queries: readonly Query[]): Promise<void> {
    await this.#database.write(queries);
  }

  #all() {
    return sql.selectFrom('person_identity').selectAll();
  }
}

function fromRow(row: {
  provider: string;
  subject: string;
  person_id: string;
  number_hash: string | null;
  profession_id: string | null;
  categories: string;
  organisation: string | null;
}): StoredIdentity {
  const { provider, subject, person_id, number_hash, profession_id, categories, organisation } = row;
  return {
    provider,
    subject,
    personId: person_id,
    numberHash: number_hash,
    professionId: profession_id,
    categories: categoriesSchema.parse(JSON.parse(categories)),
    organisation,
  };
}
