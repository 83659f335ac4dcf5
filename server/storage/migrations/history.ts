/**
 * What each row of the sections' logs changed, as a projection of the log, with how far it stands; and when each person was
 * in a plan. A change names its target and holds no free text, so that what is purged is not kept here.
 */
export const history = `
  create table section_change (
    plan_id text not null, section_id text not null, first_sequence integer not null,
    part text not null, row_id text not null, field text not null, kind text not null, value text,
    person_id text not null, role text not null, first_at text not null, at text not null, sequence integer not null,
    primary key (plan_id, section_id, first_sequence, part, row_id, field)
  ) strict, without rowid;
  create index section_change_target on section_change (plan_id, section_id, part, row_id, field, sequence);
  create index section_change_at on section_change (plan_id, at);
  create table section_journal (document text primary key, sequence integer not null) strict;
  create table plan_visit (
    plan_id text not null references plan (id), person_id text not null references person (id),
    since text, last_at text not null,
    primary key (plan_id, person_id)
  ) strict, without rowid;
  `;
