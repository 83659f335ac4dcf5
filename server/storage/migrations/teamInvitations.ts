/** Invitations into a care team. An answered one stays: who asked whom is part of the history. */
export const teamInvitations = `
  create table team_invitation (
    id text primary key, plan_id text not null references plan (id), person_id text not null references person (id),
    role text not null, organisation text not null, purpose text not null, valid_until text,
    invited_by text not null references person (id), invited_at text not null,
    ended_at text, ended_as text
  ) strict;
  create index team_invitation_person on team_invitation (person_id) where ended_at is null;
  create index team_invitation_plan on team_invitation (plan_id)`;
