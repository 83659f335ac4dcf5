/** The audit log's beginning once its oldest records have gone by time: records up to `through` may be deleted, no others. */
export const auditStart = `
  create table audit_start (
    id integer primary key check (id = 1), through integer not null, hash text not null
  ) strict;
  drop trigger audit_no_delete;
  create trigger audit_no_delete before delete on audit
  when old.sequence > coalesce((select through from audit_start), 0)
  begin select raise(abort, 'the audit log is append-only'); end;
  `;
