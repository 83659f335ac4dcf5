/** Consents at rest, those that have ended too. */
import type { SectionId } from '../../shared/careplan/sections.ts';
import { newId } from '../../shared/domain/ids.ts';
import type { Database, Query } from './database.ts';
import { sql, type Tables } from './tables.ts';

/** A consent as stored, with the names of those who had to do with it. */
export interface StoredConsent {
  readonly id: string;
  readonly sectionId: SectionId;
  readonly personId: string;
  readonly from: string;
  readonly until: string | null;
  readonly gaveBy: string;
  readonly how: Tables['consent']['how'];
  readonly recordedById: string;
  readonly recordedByName: string;
  readonly recordedAt: string;
  readonly endedAt: string | null;
  readonly endedById: string | null;
  readonly endedByName: string | null;
  readonly endedAs: Tables['consent']['ended_as'];
}

/** What is opened by one act: some sections, one person, one period. */
export interface NewConsents {
  readonly planId: string;
  readonly personId: string;
  readonly sectionIds: readonly SectionId[];
  readonly from: string;
  readonly until: string | null;
  readonly gaveBy: string;
  readonly how: Tables['consent']['how'];
  readonly recordedBy: string;
  readonly recordedAt: string;
}

/** The statement that opens the sections. */
export function consentInsertion(consents: NewConsents): Query {
  return sql
    .insertInto('consent')
    .values(
      consents.sectionIds.map((sectionId) => ({
        id: newId(),
        plan_id: consents.planId,
        section_id: sectionId,
        person_id: consents.personId,
        valid_from: consents.from,
        valid_until: consents.until,
        gave_by: consents.gaveBy,
        how: consents.how,
        recorded_by: consents.recordedBy,
        recorded_at: consents.recordedAt,
        ended_at: null,
        ended_by: null,
        ended_as: null,
      })),
    )
    .compile();
}

export class ConsentStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Every consent of a plan, newest first. */
  ofPlan(planId: string): Promise<StoredConsent[]> {
    return this.#database.read(
      sql
        .selectFrom('consent')
        .innerJoin('person as recorder', 'recorder.id', 'consent.recorded_by')
        .leftJoin('person as ender', 'ender.id', 'consent.ended_by')
        .select([
          'consent.id',
          'consent.section_id as sectionId',
          'consent.person_id as personId',
          'consent.valid_from as from',
          'consent.valid_until as until',
          'consent.gave_by as gaveBy',
          'consent.how',
          'consent.recorded_by as recordedById',
          'recorder.name as recordedByName',
          'consent.recorded_at as recordedAt',
          'consent.ended_at as endedAt',
          'consent.ended_by as endedById',
          'ender.name as endedByName',
          'consent.ended_as as endedAs',
        ])
        .where('consent.plan_id', '=', planId)
        .orderBy('consent.recorded_at', 'desc')
        .orderBy('consent.section_id')
        .compile(),
    );
  }

  /** Opens sections, in the place of what was open for the person there; `alongside` in the same transaction. */
  async give(consents: NewConsents, alongside: readonly Query[]): Promise<void> {
    const { planId, personId, sectionIds, from, until, recordedBy, recordedAt } = consents;
    const replaced = sql
      .updateTable('consent')
      .set({ ended_at: recordedAt, ended_by: recordedBy, ended_as: 'replaced' })
      .where('plan_id', '=', planId)
      .where('person_id', '=', personId)
      .where('section_id', 'in', [...sectionIds])
      .where('ended_at', 'is', null)
      .where((where) => where.or([where('valid_until', 'is', null), where('valid_until', '>', from)]));
    const overlapping = until === null ? replaced : replaced.where('valid_from', '<', until);
    await this.#database.write([overlapping.compile(), consentInsertion(consents), ...alongside]);
  }

  /** Ends consents that have not ended, by somebody at a time; `alongside` in the same transaction. */
  async withdraw(
    { ids, by, at }: { ids: readonly string[]; by: string; at: string },
    alongside: readonly Query[],
  ): Promise<void> {
    const ending = sql
      .updateTable('consent')
      .set({ ended_at: at, ended_by: by, ended_as: 'withdrawn' })
      .where('id', 'in', [...ids])
      .where('ended_at', 'is', null);
    await this.#database.write([ending.compile(), ...alongside]);
  }
}
