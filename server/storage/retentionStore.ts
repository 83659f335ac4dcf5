/** What goes when its time has come, at rest. Times are ISO 8601 in UTC. */
import { sql as raw } from 'kysely';
import type { Database, Query } from './database.ts';
import { erasure, knownOnlyBy } from './planErasure.ts';
import { sql } from './tables.ts';

export interface StoredDeletion {
  readonly planId: string;
  readonly askedBy: string;
  readonly dueAt: string;
}

export class RetentionStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** When a plan is deleted; null where nobody has asked for it. */
  async deletionOf(planId: string): Promise<StoredDeletion | null> {
    const rows = await this.#database.read(this.#deletions().where('plan_id', '=', planId).compile());
    return rows[0] ?? null;
  }

  /** Deletions whose time has come, of plans in which no meeting goes on. */
  dueDeletions(at: string): Promise<StoredDeletion[]> {
    const meeting = sql.selectFrom('meeting').select('plan_id').where('state', '=', 'open');
    return this.#database.read(
      this.#deletions().where('due_at', '<=', at).where('plan_id', 'not in', meeting).compile(),
    );
  }

  /** The statement that keeps that a plan is to be deleted; asked again, it stays as it was. */
  plan({ planId, askedBy, dueAt }: StoredDeletion, at: string): Query {
    return sql
      .insertInto('plan_deletion')
      .values({ plan_id: planId, asked_by: askedBy, asked_at: at, due_at: dueAt })
      .onConflict((conflict) => conflict.doNothing())
      .compile();
  }

  cancel(planId: string): Query {
    return sql.deleteFrom('plan_deletion').where('plan_id', '=', planId).compile();
  }

  /** The statement that ends all memberships of a plan. */
  endMemberships(planId: string, at: string): Query {
    return sql
      .updateTable('membership')
      .set({ valid_until: at })
      .where('plan_id', '=', planId)
      .where((where) => where.or([where('valid_until', 'is', null), where('valid_until', '>', at)]))
      .compile();
  }

  /** People who are forgotten with a plan. */
  knownOnlyBy(planId: string): Promise<string[]> {
    return knownOnlyBy(this.#database, planId);
  }

  /** Takes a plan and these people out of every file, in one transaction with `alongside`. */
  async erase(planId: string, people: readonly string[], alongside: readonly Query[]): Promise<void> {
    await this.#database.write([...erasure(planId, people), ...alongside]);
    await this.#database.eraseTraces();
  }

  /** Drafts of versions that nobody has signed, made before a time. */
  drafts(before: string): Promise<{ id: string; planId: string; number: number; personId: string }[]> {
    const signed = sql.selectFrom('version_signature').select('version_id');
    return this.#database.read(
      sql
        .selectFrom('plan_version')
        .select(['id', 'plan_id as planId', 'number', 'person_id as personId'])
        .where('created_at', '<', before)
        .where('id', 'not in', signed)
        .compile(),
    );
  }

  /** Removes meetings that were to begin before a time and do not go on, with who was invited, who was there and the minutes. @returns how many. */
  async removeMeetings(before: string): Promise<number> {
    const old = sql.selectFrom('meeting').select('id').where('starts_at', '<', before).where('state', '!=', 'open');
    const ofMeeting = [
      'outbox',
      'meeting_chat',
      'link',
      'attendance',
      'attendance_beside',
      'minutes_approval',
      'minutes',
      'invitee',
    ] as const;
    const documents = sql
      .selectFrom('meeting')
      .select(raw<string>`plan_id || '/minutes.' || id`.as('document'))
      .where('starts_at', '<', before)
      .where('state', '!=', 'open');
    const results = await this.#database.write([
      sql.deleteFrom('section_update').where('document', 'in', documents).compile(),
      sql.deleteFrom('section_snapshot').where('document', 'in', documents).compile(),
      ...ofMeeting.map((table) => sql.deleteFrom(table).where('meeting_id', 'in', old).compile()),
      sql.deleteFrom('meeting').where('starts_at', '<', before).where('state', '!=', 'open').compile(),
    ]);
    return results.at(-1)?.changes ?? 0;
  }

  /** Removes links that ended before a time. @returns how many. */
  async removeLinks(before: string): Promise<number> {
    const [removed] = await this.#database.write([sql.deleteFrom('link').where('expires_at', '<', before).compile()]);
    return removed?.changes ?? 0;
  }

  /** What was removed is found in no file any more. */
  eraseTraces(): Promise<void> {
    return this.#database.eraseTraces();
  }

  async write(queries: readonly Query[]): Promise<void> {
    await this.#database.write(queries);
  }

  #deletions() {
    return sql.selectFrom('plan_deletion').select(['plan_id as planId', 'asked_by as askedBy', 'due_at as dueAt']);
  }
}
