/** The journal of changes at rest: who changed what and when, and up to which row of each log it stands. */
import type { ChangeKind, ChangeTarget } from '../../shared/careplan/change.ts';
import type { SectionId } from '../../shared/careplan/sections.ts';
import type { Role } from '../../shared/domain/roles.ts';
import type { Database, Query } from './database.ts';
import { sql } from './tables.ts';

/** A change, or several of the same target by the same person soon after each other, told as one. */
export interface JournalEntry extends ChangeTarget {
  readonly kind: ChangeKind;
  /** As JSON; null for free text. */
  readonly value: string | null;
  readonly personId: string;
  readonly role: Role;
  readonly firstAt: string;
  readonly at: string;
  /** Sequence numbers in the section's log, of the first and the last edit of it. */
  readonly firstSequence: number;
  readonly sequence: number;
}

/** A section of a plan, as the journal names it. */
export interface SectionRef {
  readonly planId: string;
  readonly sectionId: SectionId;
}

export interface PlanEntry extends JournalEntry {
  readonly sectionId: SectionId;
}

const columns = [
  'part',
  'row_id as row',
  'field',
  'kind',
  'value',
  'person_id as personId',
  'role',
  'first_at as firstAt',
  'at',
  'first_sequence as firstSequence',
  'sequence',
] as const;

export class JournalStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** The sequence number up to which a section's journal stands; 0 where it has none. */
  async watermark(document: string): Promise<number> {
    const rows = await this.#database.read(
      sql.selectFrom('section_journal').select('sequence').where('document', '=', document).compile(),
    );
    return rows[0]?.sequence ?? 0;
  }

  /** The sections, of one plan or of all, whose logs hold more than the journal. */
  async behind(planId?: string): Promise<string[]> {
    const rows = await this.#database.read(
      sql
        .selectFrom('section_update as row')
        .leftJoin('section_journal as journal', 'journal.document', 'row.document')
        .select('row.document')
        .$if(planId !== undefined, (query) =>
          query.where('row.document', '>=', `${planId}/`).where('row.document', '<', `${planId}0`),
        )
        .groupBy(['row.document', 'journal.sequence'])
        .having((where) =>
          where(where.fn.max('row.sequence'), '>', where.fn.coalesce('journal.sequence', where.lit(0))),
        )
        .compile(),
    );
    return rows.map(({ document }) => document);
  }

  /** Writes entries, in the place of what was there of them, and how far the journal now stands, in one transaction. */
  async write(ref: SectionRef, document: string, entries: readonly JournalEntry[], sequence: number): Promise<void> {
    await this.#database.write([...entries.map((entry) => insertion(ref, entry)), standsAt(document, sequence)]);
  }

  /** A section's entries that were still changed at or after a time, in the order of the log. */
  async since(ref: SectionRef, at: string): Promise<JournalEntry[]> {
    return this.#database.read(this.#ofSection(ref).where('at', '>=', at).compile());
  }

  /** All entries about one row, in the order of the log. */
  ofRow(ref: SectionRef, rowId: string): Promise<JournalEntry[]> {
    return this.#database.read(this.#ofSection(ref).where('row_id', '=', rowId).compile());
  }

  /** The latest entry of each target of a plan. */
  latest(planId: string): Promise<PlanEntry[]> {
    const last = sql
      .selectFrom('section_change')
      .select((select) => ['section_id', 'part', 'row_id', 'field', select.fn.max('sequence').as('last')])
      .where('plan_id', '=', planId)
      .groupBy(['section_id', 'part', 'row_id', 'field']);
    return this.#database.read(
      sql
        .selectFrom('section_change as change')
        .innerJoin(last.as('latest'), (join) =>
          join
            .onRef('latest.section_id', '=', 'change.section_id')
            .onRef('latest.part', '=', 'change.part')
            .onRef('latest.row_id', '=', 'change.row_id')
            .onRef('latest.field', '=', 'change.field')
            .onRef('latest.last', '=', 'change.sequence'),
        )
        .select(columns.map((column) => `change.${column}` as const))
        .select('change.section_id as sectionId')
        .where('change.plan_id', '=', planId)
        .compile(),
    );
  }

  /** What others than a person changed in a plan after a time, in the order of time. */
  byOthers(planId: string, personId: string, after: string): Promise<PlanEntry[]> {
    return this.#database.read(
      sql
        .selectFrom('section_change')
        .select([...columns, 'section_id as sectionId'])
        .where('plan_id', '=', planId)
        .where('at', '>', after)
        .where('person_id', '<>', personId)
        .orderBy('at')
        .orderBy('sequence')
        .compile(),
    );
  }

  #ofSection({ planId, sectionId }: SectionRef) {
    return sql
      .selectFrom('section_change')
      .select(columns)
      .where('plan_id', '=', planId)
      .where('section_id', '=', sectionId)
      .orderBy('sequence')
      .orderBy('first_sequence');
  }
}

function insertion({ planId, sectionId }: SectionRef, entry: JournalEntry): Query {
  const { value, at, sequence } = entry;
  return sql
    .insertInto('section_change')
    .values({
      plan_id: planId,
      section_id: sectionId,
      first_sequence: entry.firstSequence,
      part: entry.part,
      row_id: entry.row,
      field: entry.field,
      kind: entry.kind,
      value,
      person_id: entry.personId,
      role: entry.role,
      first_at: entry.firstAt,
      at,
      sequence,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['plan_id', 'section_id', 'first_sequence', 'part', 'row_id', 'field'])
        .doUpdateSet({ value, at, sequence }),
    )
    .compile();
}

function standsAt(document: string, sequence: number): Query {
  return sql
    .insertInto('section_journal')
    .values({ document, sequence })
    .onConflict((conflict) => conflict.column('document').doUpdateSet({ sequence }))
    .compile();
}
