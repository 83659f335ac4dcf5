/**
 * Plans that are to be deleted, and when. A signature is never taken away, except with the whole plan: while a plan is being
 * erased it stands in `plan_erasure`, from the first statement of the transaction to the last.
 */
export const planDeletions = `
  create table plan_deletion (
    plan_id text primary key references plan (id), asked_by text not null references person (id),
    asked_at text not null, due_at text not null
  ) strict;
  create table plan_erasure (plan_id text primary key) strict;
  drop trigger version_signature_no_delete;
  create trigger version_signature_no_delete before delete on version_signature
    when not exists (
      select 1 from plan_erasure join plan_version on plan_version.plan_id = plan_erasure.plan_id
      where plan_version.id = old.version_id
    )
    begin select raise(abort, 'a signature is never taken away'); end`;
