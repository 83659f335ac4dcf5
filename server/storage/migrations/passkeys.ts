/** People of an organisation without an identity provider: who administrates, who works there, their invitations and their keys. */
export const passkeys = `
  create table administrator (person_id text primary key references person (id), since text not null) strict;
  create table staff (
    person_id text primary key references person (id), organisation text not null, profession_id text,
    since text not null, ended_at text
  ) strict;
  create table person_invitation (
    token_hash text primary key, person_id text not null references person (id),
    made_at text not null, expires_at text not null, used_at text
  ) strict;
  create index person_invitation_person on person_invitation (person_id);
  create table passkey (
    id text primary key, person_id text not null references person (id), public_key blob not null,
    counter integer not null, made_at text not null, last_at text not null
  ) strict;
  create index passkey_person on passkey (person_id)`;
