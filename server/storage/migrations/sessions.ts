/**
 * Sessions with how, where and when they began and were last used. Those from before know none of it: their people sign in
 * again.
 */
export const sessions = `
  drop table session;
  create table session (
    id text primary key, token_hash text not null unique, person_id text not null references person (id),
    identification text not null, meeting_id text,
    provider text, provider_subject text, provider_session text,
    browser text not null, system text not null, browser_hash text,
    started_at text not null, last_used_at text not null, expires_at text not null
  ) strict;
  create index session_person on session (person_id);
  create index session_provider on session (provider);
`;
