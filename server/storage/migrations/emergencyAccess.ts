/** Who opened a plan by emergency access, and who has seen that they did. */
export const emergencyAccess = `
  create table emergency_access (
    id text primary key, plan_id text not null references plan (id), person_id text not null references person (id),
    role text not null, organisation text not null, reason text not null, at text not null, until text not null
  ) strict;
  create index emergency_access_plan on emergency_access (plan_id);
  create table emergency_seen (
    emergency_id text not null references emergency_access (id), person_id text not null references person (id),
    at text not null,
    primary key (emergency_id, person_id)
  ) strict`;
