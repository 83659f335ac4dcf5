/** Who sat beside whom in a meeting, at rest: statements that are written together with who came and went. */
import { sql as raw } from 'kysely';
import type { Helper } from '../../shared/meetings/helpers.ts';
import type { Query } from './database.ts';
import { sql } from './tables.ts';

/** From this time on these sit beside the person, and nobody else. Who did before, and still does, has not come again. */
export function nowBeside(input: {
  meetingId: string;
  personId: string;
  beside: readonly Helper[];
  at: string;
}): Query[] {
  const { meetingId, personId, beside, at } = input;
  const present = sql
    .updateTable('attendance_beside')
    .set({ went_at: at })
    .where('meeting_id', '=', meetingId)
    .where('person_id', '=', personId)
    .where('went_at', 'is', null);
  const going = beside.reduce(
    (query, { name, relation }) =>
      query.where((row) => row.not(row.and([row('name', '=', name), row('relation', '=', relation)]))),
    present,
  );
  const coming = beside.map(({ name, relation }) =>
    raw`
      insert into attendance_beside (meeting_id, person_id, name, relation, came_at)
      select ${meetingId}, ${personId}, ${name}, ${relation}, ${at}
      where not exists (
        select 1 from attendance_beside where meeting_id = ${meetingId} and person_id = ${personId}
          and name = ${name} and relation = ${relation} and went_at is null
      )
      on conflict do nothing`.compile(sql),
  );
  return [going.compile(), ...coming];
}

/** The meeting is over: nobody sits beside anybody any more. */
export function nobodyBeside(meetingId: string, at: string): Query {
  return sql
    .updateTable('attendance_beside')
    .set({ went_at: at })
    .where('meeting_id', '=', meetingId)
    .where('went_at', 'is', null)
    .compile();
}
