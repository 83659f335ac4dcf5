/** A consent is kept for good: who gave it and how, who recorded it, who withdrew it. Those from before were the patient's own. */
export const consents = `
  create table consent_kept (
    id text primary key, plan_id text not null references plan (id), section_id text not null,
    person_id text not null references person (id), valid_from text not null, valid_until text,
    gave_by text not null, how text not null,
    recorded_by text not null references person (id), recorded_at text not null,
    ended_at text, ended_by text references person (id), ended_as text
  ) strict;
  insert into consent_kept
    select substr(lower(hex(randomblob(16))), 1, 22), consent.plan_id, section_id, person_id, valid_from, valid_until,
      patient.name, 'self', patient.id, valid_from, null, null, null
    from consent
    join plan on plan.id = consent.plan_id
    join person as patient on patient.id = plan.patient_id;
  drop table consent;
  alter table consent_kept rename to consent;
  create index consent_person on consent (plan_id, person_id)`;
