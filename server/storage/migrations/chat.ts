/** What was written in a meeting whose chat is kept. */
export const chat = `
  create table meeting_chat (
    id text primary key, meeting_id text not null references meeting (id),
    person_id text not null references person (id), role text not null, text text not null, at text not null
  ) strict;
  create index meeting_chat_meeting on meeting_chat (meeting_id, at);
  `;
