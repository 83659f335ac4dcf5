/** The templates that a plan follows, the talks that were held by them, and what was talked about. */
export const templates = `
  create table template_use (
    plan_id text not null references plan (id), template text not null, state text not null, ask_again_on text,
    person_id text not null references person (id), role text not null, at text not null,
    primary key (plan_id, template)
  ) strict;
  create table template_talk (
    plan_id text not null references plan (id), template text not null, talk text not null, held_on text not null,
    person_id text not null references person (id), role text not null, at text not null,
    primary key (plan_id, template, talk)
  ) strict;
  create table template_topic (
    plan_id text not null references plan (id), template text not null, talk text not null, topic text not null,
    person_id text not null references person (id), role text not null, at text not null,
    primary key (plan_id, template, talk, topic)
  ) strict;
  `;
