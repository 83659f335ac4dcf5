/** Who sat beside somebody in a meeting, from when to when. They are no person of ours: a name, as it was said. */
export const helpers = `
  create table attendance_beside (
    meeting_id text not null references meeting (id), person_id text not null references person (id),
    name text not null, relation text not null, came_at text not null, went_at text,
    primary key (meeting_id, person_id, name, relation, came_at)
  ) strict;
  `;
