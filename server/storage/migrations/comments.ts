/** Threads of comments on a plan. */
export const comments = `
  create table thread (
    id text primary key, plan_id text not null references plan (id), section_id text, row_id text, kind text not null,
    person_id text not null references person (id), resolved_at text, resolved_by text references person (id),
    resolved_role text
  ) strict;
  create index thread_plan on thread (plan_id);
  create table comment (
    id text primary key, thread_id text not null references thread (id),
    person_id text not null references person (id), role text not null, at text not null, text text not null
  ) strict;
  create index comment_thread on comment (thread_id);
`;
