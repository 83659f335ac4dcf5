/** Where each plan belongs, and the values of rules that a municipality or a district has set otherwise. `district` is '' for the whole municipality. */
export const rules = `
  create table plan_area (
    plan_id text primary key references plan (id), municipality text not null, district text not null
  ) strict;
  create table rule_setting (
    municipality text not null, district text not null, name text not null, value text not null,
    source text not null, source_on text not null,
    primary key (municipality, district, name)
  ) strict;
  `;
