/** Who is known by which identity provider. The number is there only as a keyed hash. */
export const identities = `
  create table person_identity (
    provider text not null, subject text not null, person_id text not null references person (id),
    number_hash text, profession_id text, categories text not null, organisation text,
    first_at text not null, last_at text not null,
    primary key (provider, subject)
  ) strict;
  create index person_identity_person on person_identity (person_id);
  create index person_identity_number on person_identity (number_hash)`;
