/** The lists of medicines that doctors have signed. What is signed is never changed. */
export const reconciliation = `
  create table reconciliation (
    id text primary key, plan_id text not null references plan (id),
    person_id text not null references person (id), role text not null, organisation text not null,
    at text not null, hash text not null, list text not null
  ) strict;
  create index reconciliation_plan on reconciliation (plan_id, at);
  create trigger reconciliation_no_update before update on reconciliation
    begin select raise(abort, 'what is signed is never changed'); end;
  `;
