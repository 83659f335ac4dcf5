/** People, plans, teams, meetings, links, sections, the audit log. */
export const first = `
  create table person (id text primary key, name text not null) strict;
  create table plan (
    id text primary key, patient_id text not null references person (id), created_at text not null
  ) strict;
  create table membership (
    plan_id text not null references plan (id), person_id text not null references person (id),
    role text not null, organisation text not null, profession_id text, purpose text not null,
    valid_from text not null, valid_until text,
    primary key (plan_id, person_id)
  ) strict;
  create index membership_person on membership (person_id);
  create table consent (
    plan_id text not null references plan (id), section_id text not null,
    person_id text not null references person (id), valid_from text not null, valid_until text,
    primary key (plan_id, section_id, person_id)
  ) strict;
  create table session (
    id text primary key, token_hash text not null unique, person_id text not null references person (id),
    identification text not null, meeting_id text, expires_at text not null
  ) strict;
  create table meeting (
    id text primary key, plan_id text not null references plan (id), kind text not null, state text not null,
    starts_at text not null, convener_id text not null references person (id)
  ) strict;
  create index meeting_plan on meeting (plan_id);
  create table invitee (
    meeting_id text not null references meeting (id), person_id text not null references person (id),
    admitted integer not null default 0,
    primary key (meeting_id, person_id)
  ) strict;
  create index invitee_person on invitee (person_id);
  create table link (
    token_hash text primary key, meeting_id text not null references meeting (id),
    person_id text not null references person (id), expires_at text not null, browser_hash text
  ) strict;
  create index link_meeting on link (meeting_id);
  create table section_update (
    document text not null, sequence integer not null, data blob not null,
    person_id text, role text, session_id text, at text not null,
    primary key (document, sequence)
  ) strict, without rowid;
  create table section_snapshot (
    document text primary key, sequence integer not null, data blob not null, at text not null
  ) strict;
  create table audit (
    sequence integer primary key, body text not null, previous_hash text not null, hash text not null
  ) strict;
  create trigger audit_no_update before update on audit begin select raise(abort, 'the audit log is append-only'); end;
  create trigger audit_no_delete before delete on audit begin select raise(abort, 'the audit log is append-only'); end;
  create table setting (name text primary key, value text not null) strict;
  `;
