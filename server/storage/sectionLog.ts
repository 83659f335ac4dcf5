/**
 * The log of each section: the accepted updates in order, with who wrote them, and a snapshot in the place of the oldest. What was
 * written is encrypted where there is a key; who wrote and when is not.
 */
import type { Role } from '../../shared/domain/roles.ts';
import { DataKeys } from './dataKeys.ts';
import type { Database, Query } from './database.ts';
import { sql } from './tables.ts';

/** Who wrote: stamped by the server from the session, never taken from the update. Null for the server's own first content. */
export interface Author {
  readonly personId: string;
  readonly role: Role;
  readonly sessionId: string;
}

export interface LoggedUpdate {
  readonly document: string;
  readonly sequence: number;
  readonly data: Uint8Array;
  readonly author: Author | null;
  readonly at: string;
}

/** What is stored of a document: the state up to `sequence` in `snapshot`, and the updates after it. */
export interface StoredDocument {
  readonly snapshot: Uint8Array | null;
  /** The last update that the snapshot holds; 0 where there is none. */
  readonly snapshotSequence: number;
  readonly updates: readonly { readonly sequence: number; readonly data: Uint8Array }[];
  /** The last sequence number in use; 0 where nothing is stored. */
  readonly sequence: number;
}

/** A row of one of the two tables. */
export interface SealedPlace {
  readonly table: 'section_update' | 'section_snapshot';
  readonly document: string;
  readonly sequence: number;
}

interface Row {
  readonly document: string;
  readonly sequence: number;
}
const aboutUpdate = ({ document, sequence }: Row): string => `section_update ${document} ${sequence}`;
const aboutSnapshot = ({ document, sequence }: Row): string => `section_snapshot ${document} ${sequence}`;

export class SectionLog {
  readonly #database: Database;
  readonly #keys: DataKeys;

  constructor(database: Database, keys = new DataKeys()) {
    this.#database = database;
    this.#keys = keys;
  }

  /** Resolves when the update is on disk. Calls are carried out in the order in which they are made. */
  async append(update: LoggedUpdate, alongside: readonly Query[]): Promise<void> {
    await this.#database.write([this.insertion(update), ...alongside]);
  }

  /** The statement behind `append`. */
  insertion(update: LoggedUpdate): Query {
    return {
      sql: insertUpdate,
      parameters: [
        update.document,
        update.sequence,
        this.#keys.seal(update.data, aboutUpdate(update)),
        update.author?.personId ?? null,
        update.author?.role ?? null,
        update.author?.sessionId ?? null,
        update.at,
      ],
    };
  }

  /** All of a document, or what was stored of it up to and including `until`, which must not lie before its snapshot. */
  async load(document: string, until = Number.MAX_SAFE_INTEGER): Promise<StoredDocument> {
    // The two are asked for together, and so answered of the same moment: nothing is compacted between them.
    const [snapshots, updates] = await Promise.all([
      this.#database.read(
        sql.selectFrom('section_snapshot').select(['sequence', 'data']).where('document', '=', document).compile(),
      ),
      this.#database.read(
        sql
          .selectFrom('section_update')
          .select(['sequence', 'data'])
          .where('document', '=', document)
          .where('sequence', '<=', until)
          .orderBy('sequence')
          .compile(),
      ),
    ]);
    const snapshot = snapshots[0];
    return {
      snapshot: snapshot ? this.#keys.open(snapshot.data, aboutSnapshot({ document, ...snapshot })) : null,
      snapshotSequence: snapshot?.sequence ?? 0,
      updates: updates.map(({ sequence, data }) => ({
        sequence,
        data: this.#keys.open(data, aboutUpdate({ document, sequence })),
      })),
      sequence: updates.at(-1)?.sequence ?? snapshot?.sequence ?? 0,
    };
  }

  /** The updates after a sequence number, in order, at most `limit`. */
  async after(document: string, sequence: number, limit: number): Promise<LoggedUpdate[]> {
    const rows = await this.#database.read(
      sql
        .selectFrom('section_update')
        .selectAll()
        .where('document', '=', document)
        .where('sequence', '>', sequence)
        .orderBy('sequence')
        .limit(limit)
        .compile(),
    );
    return rows.map(({ data, person_id: personId, role, session_id: sessionId, at, ...row }) => ({
      document,
      sequence: row.sequence,
      data: this.#keys.open(data, aboutUpdate(row)),
      author: personId !== null && role !== null ? { personId, role, sessionId: sessionId ?? '' } : null,
      at,
    }));
  }

  /**
   * Puts a snapshot in the place of the updates up to and including `sequence`, in one transaction with `alongside`. What
   * the snapshot does not hold is gone: the database overwrites what it deletes.
   */
  async compact(
    snapshot: { document: string; sequence: number; data: Uint8Array; at: string },
    alongside: readonly Query[] = [],
  ): Promise<void> {
    const data = this.#keys.seal(snapshot.data, aboutSnapshot(snapshot));
    await this.#database.write([
      sql
        .insertInto('section_snapshot')
        .values({ ...snapshot, data })
        .onConflict((conflict) =>
          conflict.column('document').doUpdateSet({ sequence: snapshot.sequence, data, at: snapshot.at }),
        )
        .compile(),
      sql
        .deleteFrom('section_update')
        .where('document', '=', snapshot.document)
        .where('sequence', '<=', snapshot.sequence)
        .compile(),
      ...alongside,
    ]);
  }

  /**
   * Writes anew what is not encrypted by the present key: at most `limit` rows after a place, in one transaction.
   * @returns the place that was reached, and how many were written; null where nothing comes after it.
   */
  async reseal(after: SealedPlace, limit: number): Promise<{ place: SealedPlace; written: number } | null> {
    const { table } = after;
    const about = table === 'section_update' ? aboutUpdate : aboutSnapshot;
    const rows = await this.#database.read(
      sql
        .selectFrom(table)
        .select(['document', 'sequence', 'data'])
        .where((where) =>
          where.or([
            where('document', '>', after.document),
            where.and([where('document', '=', after.document), where('sequence', '>', after.sequence)]),
          ]),
        )
        .orderBy('document')
        .orderBy('sequence')
        .limit(limit)
        .compile(),
    );
    const last = rows.at(-1);
    if (!last) return null;
    const old = rows.filter(({ data }) => !this.#keys.isCurrent(data));
    if (old.length > 0)
      await this.#database.write(
        old.map((row) =>
          sql
            .updateTable(table)
            .set({ data: this.#keys.seal(this.#keys.open(row.data, about(row)), about(row)) })
            .where('document', '=', row.document)
            .where('sequence', '=', row.sequence)
            .compile(),
        ),
      );
    return { place: { table, document: last.document, sequence: last.sequence }, written: old.length };
  }

  /** Removes an update that can't be applied. It was never shown to anybody nor acknowledged. */
  async remove(document: string, sequence: number): Promise<void> {
    await this.#database.write([
      sql.deleteFrom('section_update').where('document', '=', document).where('sequence', '=', sequence).compile(),
    ]);
  }
}

/** The text of the insert, built once: it runs for every edit. */
const insertUpdate = sql
  .insertInto('section_update')
  .values({
    document: '',
    sequence: 0,
    data: new Uint8Array(),
    person_id: null,
    role: null,
    session_id: null,
    at: '',
  })
  .compile().sql;
