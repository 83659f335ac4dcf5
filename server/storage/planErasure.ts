/** Takes all of a plan out of the database, in one transaction; the audit log stays. */
import { sql as raw } from 'kysely';
import type { Database, Query } from './database.ts';
import { sql } from './tables.ts';

/** Tables whose rows name the plan, in an order in which nothing is left that names a row that is gone. */
const byPlan = [
  'version_gone',
  'version_request',
  'template_topic',
  'template_talk',
  'template_use',
  'reconciliation',
  'section_change',
  'plan_visit',
  'consent',
  'team_invitation',
  'plan_area',
  'plan_deletion',
  'membership',
] as const;

/** Tables whose rows name a row of another, which names the plan: table, its column, the other. */
const byParent = [
  ['version_signature', 'version_id', 'plan_version'],
  ['version_section', 'version_id', 'plan_version'],
  ['comment', 'thread_id', 'thread'],
  ['transition_point', 'transition_id', 'transition'],
  ['transition_call', 'transition_id', 'transition'],
  ['emergency_seen', 'emergency_id', 'emergency_access'],
  ['link', 'meeting_id', 'meeting'],
  ['invitee', 'meeting_id', 'meeting'],
  ['outbox', 'meeting_id', 'meeting'],
  ['meeting_chat', 'meeting_id', 'meeting'],
  ['attendance', 'meeting_id', 'meeting'],
  ['attendance_beside', 'meeting_id', 'meeting'],
  ['minutes_approval', 'meeting_id', 'meeting'],
  ['minutes', 'meeting_id', 'meeting'],
] as const;
const parents = ['plan_version', 'thread', 'transition', 'emergency_access', 'meeting'] as const;
const documents = ['section_update', 'section_snapshot', 'section_journal'] as const;
/** What names a person and goes with them. */
const byPerson = ['session', 'person_identity', 'person_contact'] as const;

/**
 * People who are known only by this plan: in no other team, invited by and into none, and no professional whom a provider or an administrator knows.
 * They are forgotten with it.
 */
export async function knownOnlyBy(database: Pick<Database, 'read'>, planId: string): Promise<string[]> {
  const rows = await database.read<{ id: string }>(
    raw<{ id: string }>`
      select distinct here.person_id as id from membership as here
      where here.plan_id = ${planId}
        and not exists (select 1 from membership where person_id = here.person_id and plan_id != ${planId})
        and not exists (select 1 from plan where patient_id = here.person_id and id != ${planId})
        and not exists (
          select 1 from team_invitation
          where (person_id = here.person_id or invited_by = here.person_id) and plan_id != ${planId}
        )
        and not exists (
          select 1 from person_identity where person_id = here.person_id and profession_id is not null
        )
        and not exists (select 1 from staff where person_id = here.person_id)
    `.compile(sql),
  );
  return rows.map(({ id }) => id);
}

/** The statements that erase a plan and these people. */
export function erasure(planId: string, people: readonly string[]): Query[] {
  const table = (name: string) => raw.table(name);
  const last = `${planId}0`;
  return [
    raw`insert into plan_erasure (plan_id) values (${planId})`,
    ...byParent.map(
      ([name, column, parent]) =>
        raw`delete from ${table(name)} where ${raw.ref(column)} in (select id from ${table(parent)} where plan_id = ${planId})`,
    ),
    ...[...parents, ...byPlan].map((name) => raw`delete from ${table(name)} where plan_id = ${planId}`),
    ...documents.map(
      (name) => raw`delete from ${table(name)} where document >= ${`${planId}/`} and document < ${last}`,
    ),
    raw`delete from plan where id = ${planId}`,
    raw`delete from plan_erasure where plan_id = ${planId}`,
    ...people.flatMap((person) => [
      ...byPerson.map((name) => raw`delete from ${table(name)} where person_id = ${person}`),
      raw`delete from person where id = ${person}`,
    ]),
  ].map((statement) => statement.compile(sql));
}
