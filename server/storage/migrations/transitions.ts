/** Admissions and discharges, with what has been ticked, made a task, or rung about. */
export const transitions = `
  create table transition (
    id text primary key, plan_id text not null references plan (id), kind text not null, at text not null,
    place text not null, seriously_ill integer not null, person_id text not null references person (id),
    role text not null, recorded_at text not null
  ) strict;
  create index transition_plan on transition (plan_id);
  create table transition_point (
    transition_id text not null references transition (id), point text not null,
    person_id text references person (id), role text, ticked_at text, task_made_at text,
    primary key (transition_id, point)
  ) strict;
  create table transition_call (
    transition_id text primary key references transition (id), who text not null, at text not null,
    person_id text not null references person (id), role text not null, recorded_at text not null
  ) strict;
  `;
