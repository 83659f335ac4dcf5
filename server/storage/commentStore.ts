/** Threads and comments at rest. */
import type { SectionId } from '../../shared/careplan/sections.ts';
import type { Role } from '../../shared/domain/roles.ts';
import type { Database, Query } from './database.ts';
import { sql } from './tables.ts';

export interface StoredThread {
  readonly id: string;
  readonly sectionId: SectionId | null;
  readonly rowId: string | null;
  readonly kind: 'comment' | 'question';
  readonly startedBy: string;
  readonly resolved: {
    readonly personId: string;
    readonly name: string;
    readonly role: Role;
    readonly at: string;
  } | null;
}

export interface StoredComment {
  readonly id: string;
  readonly threadId: string;
  readonly personId: string;
  readonly name: string;
  readonly role: Role;
  readonly at: string;
  readonly text: string;
}

export interface NewComment {
  readonly id: string;
  readonly threadId: string;
  readonly personId: string;
  readonly role: Role;
  readonly at: string;
  readonly text: string;
}

export class CommentStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async threads(planId: string): Promise<StoredThread[]> {
    const rows = await this.#database.read(this.#threads().where('thread.plan_id', '=', planId).compile());
    return rows.map(threadOf);
  }

  async thread(planId: string, threadId: string): Promise<StoredThread | null> {
    const rows = await this.#database.read(
      this.#threads().where('thread.plan_id', '=', planId).where('thread.id', '=', threadId).compile(),
    );
    return rows[0] ? threadOf(rows[0]) : null;
  }

  /** All comments of a plan, oldest first. */
  comments(planId: string): Promise<StoredComment[]> {
    return this.#database.read(
      sql
        .selectFrom('comment')
        .innerJoin('thread', 'thread.id', 'comment.thread_id')
        .innerJoin('person', 'person.id', 'comment.person_id')
        .select([
          'comment.id',
          'comment.thread_id as threadId',
          'comment.person_id as personId',
          'person.name',
          'comment.role',
          'comment.at',
          'comment.text',
        ])
        .where('thread.plan_id', '=', planId)
        .orderBy('comment.at')
        .orderBy('comment.id')
        .compile(),
    );
  }

  /** Whether a comment of this id is stored, whosever it is. */
  async hasComment(id: string): Promise<boolean> {
    const rows = await this.#database.read(sql.selectFrom('comment').select('id').where('id', '=', id).compile());
    return rows.length > 0;
  }

  /** A thread with its first comment, and what belongs to it, in one transaction. */
  async start(
    planId: string,
    thread: Omit<StoredThread, 'resolved'>,
    first: NewComment,
    alongside: readonly Query[],
  ): Promise<void> {
    const { id, sectionId, rowId, kind, startedBy } = thread;
    await this.#database.write([
      sql
        .insertInto('thread')
        .values({ id, plan_id: planId, section_id: sectionId, row_id: rowId, kind, person_id: startedBy })
        .compile(),
      this.#insertion(first),
      ...alongside,
    ]);
  }

  async add(comment: NewComment, alongside: readonly Query[]): Promise<void> {
    await this.#database.write([this.#insertion(comment), ...alongside]);
  }

  async setResolved(
    threadId: string,
    resolved: { personId: string; role: Role; at: string } | null,
    alongside: readonly Query[],
  ): Promise<void> {
    await this.#database.write([
      sql
        .updateTable('thread')
        .set({
          resolved_at: resolved?.at ?? null,
          resolved_by: resolved?.personId ?? null,
          resolved_role: resolved?.role ?? null,
        })
        .where('id', '=', threadId)
        .compile(),
      ...alongside,
    ]);
  }

  #insertion({ id, threadId, personId, role, at, text }: NewComment): Query {
    return sql.insertInto('comment').values({ id, thread_id: threadId, person_id: personId, role, at, text }).compile();
  }

  #threads() {
    return sql
      .selectFrom('thread')
      .leftJoin('person', 'person.id', 'thread.resolved_by')
      .select([
        'thread.id',
        'thread.section_id',
        'thread.row_id',
        'thread.kind',
        'thread.person_id',
        'thread.resolved_at',
        'thread.resolved_by',
        'thread.resolved_role',
        'person.name',
      ]);
  }
}

interface ThreadRow {
  id: string;
  section_id: SectionId | null;
  row_id: string | null;
  kind: 'comment' | 'question';
  person_id: string;
  resolved_at: string | null;
  resolved_by: string | null;
  resolved_role: Role | null;
  name: string | null;
}

function threadOf(row: ThreadRow): StoredThread {
  const { resolved_at: at, resolved_by: personId, resolved_role: role, name } = row;
  return {
    id: row.id,
    sectionId: row.section_id,
    rowId: row.row_id,
    kind: row.kind,
    startedBy: row.person_id,
    resolved: at && personId && role ? { personId, role, at, name: name ?? '' } : null,
  };
}
