/** The code that a link may ask for: its hash, until when it can be used, how often one was guessed and how many were sent. */
export const linkCodes = `
  alter table link add column code_hash text;
  alter table link add column code_until text;
  alter table link add column code_tries integer not null default 0;
  alter table link add column codes_sent integer not null default 0;
  `;
