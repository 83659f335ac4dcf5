/** Minutes that are finished, and who has approved them. While they are written they are a document among the sections. */
export const minutes = `
  create table minutes (
    meeting_id text primary key references meeting (id), content text not null, hash text not null,
    frozen_at text not null, frozen_by text not null references person (id)
  ) strict;
  create table minutes_approval (
    meeting_id text not null references meeting (id), person_id text not null references person (id),
    role text not null, at text not null,
    primary key (meeting_id, person_id)
  ) strict;
  create trigger minutes_stay before update on minutes begin select raise(abort, 'frozen minutes are never changed'); end;
  `;
