/** Where people are written to, the mails that wait or were sent, and what invitees have been told. */
export const mail = `
  create table person_contact (person_id text primary key references person (id), email text not null) strict;
  create table outbox (
    id text primary key, meeting_id text not null references meeting (id),
    person_id text not null references person (id), address text not null, subject text not null, body text not null,
    calendar text, made_at text not null, next_at text, sent_at text, tries integer not null default 0
  ) strict;
  create index outbox_next on outbox (next_at) where next_at is not null;
  alter table invitee add column mailed_in text;
  alter table invitee add column reminded_at text;
  alter table meeting add column sequence integer not null default 0;
  alter table meeting add column series_id text;
  `;
