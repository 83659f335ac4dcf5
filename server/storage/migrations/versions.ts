/**
 * Versions of a plan, with what was frozen of each section and who signed. The database itself keeps what is signed as it
 * is: a version is never changed, and goes only while nobody has signed it.
 */
export const versions = `
  create table plan_version (
    id text primary key, plan_id text not null references plan (id), number integer not null,
    name text not null, reason text not null, corrects text references plan_version (id), previous_hash text,
    created_at text not null, person_id text not null references person (id), person_name text not null,
    role text not null, organisation text not null, hash text not null,
    unique (plan_id, number)
  ) strict;
  create table version_section (
    version_id text not null references plan_version (id), section_id text not null, salt text not null,
    content text not null, document blob not null, hash text not null,
    primary key (version_id, section_id)
  ) strict;
  create table version_signature (
    version_id text not null references plan_version (id), person_id text not null references person (id),
    kind text not null, person_name text not null, role text not null, organisation text not null, at text not null,
    version_hash text not null, hash text not null,
    primary key (version_id, person_id, kind)
  ) strict;
  create table version_gone (
    plan_id text not null references plan (id), number integer not null, person_id text not null, at text not null,
    primary key (plan_id, number)
  ) strict;
  create table version_request (
    plan_id text not null references plan (id), person_id text not null references person (id), at text not null,
    primary key (plan_id, person_id)
  ) strict;
  create trigger version_no_update before update on plan_version
    begin select raise(abort, 'a version is never changed'); end;
  create trigger version_section_no_update before update on version_section
    begin select raise(abort, 'a version is never changed'); end;
  create trigger version_signature_no_update before update on version_signature
    begin select raise(abort, 'a signature is never changed'); end;
  create trigger version_signature_no_delete before delete on version_signature
    begin select raise(abort, 'a signature is never taken away'); end;
  create trigger version_signed_no_delete before delete on plan_version
    when exists (select 1 from version_signature where version_id = old.id)
    begin select raise(abort, 'a signed version stays'); end;
  create trigger version_section_signed_no_delete before delete on version_section
    when exists (select 1 from version_signature where version_id = old.version_id)
    begin select raise(abort, 'a signed version stays'); end;
  create trigger version_section_signed_no_insert before insert on version_section
    when exists (select 1 from version_signature where version_id = new.version_id)
    begin select raise(abort, 'a signed version stays as it is'); end;
  `;
