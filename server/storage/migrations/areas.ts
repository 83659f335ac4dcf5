/** The municipalities and districts that an administrator keeps, and the organisations that people work in. */
export const areas = `
  create table area (municipality text not null, district text not null, primary key (municipality, district)) strict;
  insert into area select municipality, district from plan_area union select municipality, district from rule_setting;
  create table organisation (
    name text primary key, number text, since text not null, ended_at text
  ) strict;
  insert into organisation (name, since) select organisation, min(since) from staff where organisation != '' group by organisation;
  `;
