/** The audit log's table: a chain in which each record carries the hash of the one before. The database itself computes the link, so no two records can claim the same place. */
import { createHash } from 'node:crypto';
import { sql as raw } from 'kysely';
import { professionalRoles } from '../../shared/domain/roles.ts';
import type { Database, Query } from './database.ts';
import { sql } from './tables.ts';

export interface StoredAuditRecord {
  readonly sequence: number;
  /** The record as JSON, exactly as hashed. */
  readonly body: string;
  readonly previous_hash: string;
  readonly hash: string;
}

/** The hash of a record: SHA-256 over the previous hash, the sequence number and the body, parted by newlines, as hex. */
export function auditHash(record: Omit<StoredAuditRecord, 'hash'>): string {
  return createHash('sha256').update(`${record.previous_hash}\n${record.sequence}\n${record.body}`).digest('hex');
}

/** The statement that appends one record, to be written alone or together with what it tells of. */
export function appendAudit(body: string): Query {
  const sequence = raw`coalesce((select sequence from audit order by sequence desc limit 1), 0) + 1`;
  const previous = raw`coalesce((select hash from audit order by sequence desc limit 1), '')`;
  return raw`
    insert into audit (sequence, previous_hash, body, hash)
    select sequence, previous_hash, body, sha256(previous_hash || char(10) || sequence || char(10) || body)
    from (select ${sequence} as sequence, ${previous} as previous_hash, ${body} as body)
  `.compile(sql);
}

/** The end of the log; null where it is empty. */
export async function newestAudit(
  database: Pick<Database, 'read'>,
): Promise<Pick<StoredAuditRecord, 'sequence' | 'hash'> | null> {
  const rows = await database.read(
    sql.selectFrom('audit').select(['sequence', 'hash']).orderBy('sequence', 'desc').limit(1).compile(),
  );
  return rows[0] ?? null;
}

/** What a record of this action says of a version in its detail: the first one, null where there is none. */
export async function auditedDetail(
  database: Pick<Database, 'read'>,
  about: { planId: string; versionId: string; action: string },
): Promise<string | null> {
  const rows = await database.read(
    sql
      .selectFrom('audit')
      .select(raw<string | null>`json_extract(body, '$.detail')`.as('detail'))
      .where(raw<string>`json_extract(body, '$.planId')`, '=', about.planId)
      .where(raw<string>`json_extract(body, '$.versionId')`, '=', about.versionId)
      .where(raw<string>`json_extract(body, '$.action')`, '=', about.action)
      .where(raw<string>`json_extract(body, '$.outcome')`, '=', 'done')
      .orderBy('sequence')
      .limit(1)
      .compile(),
  );
  return rows[0]?.detail ?? null;
}

/** What came before the oldest record: nothing, or records that have gone by time. */
export interface AuditStart {
  /** The number of the last one that is gone; 0 where none is. */
  readonly through: number;
  /** Its hash; '' where none is. */
  readonly hash: string;
}

export async function auditStart(database: Pick<Database, 'read'>): Promise<AuditStart> {
  const rows = await database.read(sql.selectFrom('audit_start').select(['through', 'hash']).compile());
  return rows[0] ?? { through: 0, hash: '' };
}

/** What a record of records going by time says of them in its detail. */
export function goneDetail({ through, hash }: AuditStart): string {
  return `through ${through} ${hash}`;
}

/** The last of the records that are all older than a time (ISO 8601 in UTC); null where the oldest is younger. */
export async function auditOlderThan(database: Pick<Database, 'read'>, before: string): Promise<AuditStart | null> {
  const rows = await database.read(
    raw<AuditStart>`
      select sequence as through, hash from audit where sequence = coalesce(
        (select min(sequence) from audit where json_extract(body, '$.at') >= ${before}),
        (select max(sequence) + 1 from audit)
      ) - 1
    `.compile(sql),
  );
  return rows[0] ?? null;
}

/** The statements by which the records up to one are gone. */
export function removeAuditThrough({ through, hash }: AuditStart): Query[] {
  return [
    sql
      .insertInto('audit_start')
      .values({ id: 1, through, hash })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ through, hash }))
      .compile(),
    sql.deleteFrom('audit').where('sequence', '<=', through).compile(),
  ];
}

/** Whether the log itself says that these records have gone. */
export async function saysGone(database: Pick<Database, 'read'>, start: AuditStart): Promise<boolean> {
  const rows = await database.read(
    sql
      .selectFrom('audit')
      .select('sequence')
      .where(raw<string>`json_extract(body, '$.action')`, '=', 'audit:remove')
      .where(raw<string>`json_extract(body, '$.detail')`, '=', goneDetail(start))
      .limit(1)
      .compile(),
  );
  return rows.length > 0;
}

/** Records after a sequence number, in order. */
export function auditAfter(
  database: Pick<Database, 'read'>,
  sequence: number,
  limit: number,
): Promise<StoredAuditRecord[]> {
  return database.read<StoredAuditRecord>(
    sql.selectFrom('audit').selectAll().where('sequence', '>', sequence).orderBy('sequence').limit(limit).compile(),
  );
}

/** What one professional did in one hour. */
export interface AccessInHour {
  readonly personId: string;
  readonly name: string;
  /** The hour in UTC, such as `2026-11-24T09`. */
  readonly hour: string;
  /** The ids of the plans that were read or changed, parted by commas; null where there were none. */
  readonly plans: string | null;
  readonly reads: number;
  readonly emergencies: number;
  readonly refused: number;
}

/**
 * What professionals have done with plans since a time (ISO 8601 in UTC), by person and hour. Nobody is in it who is only a
 * patient or a relative.
 */
export function accessByHour(database: Pick<Database, 'read'>, since: string): Promise<AccessInHour[]> {
  const field = (name: string) => raw<string>`json_extract(body, ${raw.lit(`$.${name}`)})`;
  const professionals = raw.join(professionalRoles.map((role) => raw.lit(role)));
  return database.read(
    raw<AccessInHour>`
      select person.id as personId, person.name, substr(${field('at')}, 1, 13) as hour,
        group_concat(distinct iif(${field('outcome')} = 'done', ${field('planId')}, null)) as plans,
        sum(${field('action')} = 'section:read' and ${field('outcome')} = 'done') as reads,
        sum(${field('action')} = 'plan:emergency' and ${field('outcome')} = 'done') as emergencies,
        sum(${field('outcome')} = 'refused') as refused
      from audit join person on person.id = ${field('actor.personId')}
      where ${field('at')} >= ${since} and (
        person.id in (select person_id from staff)
        or person.id in (select person_id from person_identity where profession_id is not null)
        or person.id in (select person_id from membership where role in (${professionals}))
      )
      group by person.id, hour
    `.compile(sql),
  );
}

/** The newest records of one plan before a sequence number, newest first. */
export function auditOfPlan(
  database: Pick<Database, 'read'>,
  { planId, before, limit }: { planId: string; before: number; limit: number },
): Promise<StoredAuditRecord[]> {
  return database.read<StoredAuditRecord>(
    sql
      .selectFrom('audit')
      .selectAll()
      .where(raw<string>`json_extract(body, '$.planId')`, '=', planId)
      .where('sequence', '<', before)
      .orderBy('sequence', 'desc')
      .limit(limit)
      .compile(),
  );
}
