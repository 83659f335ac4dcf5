/** What is agreed of a meeting, where it is, and who was in it when. */
export const meetingCourse = `
  alter table meeting add column terms text;
  alter table meeting add column course text;
  alter table meeting add column ended_at text;
  create table attendance (
    meeting_id text not null references meeting (id), person_id text not null references person (id),
    role text not null, organisation text not null, identification text not null,
    came_at text not null, went_at text,
    primary key (meeting_id, person_id, came_at)
  ) strict;
  `;
