/** Reads the audit log of a running server. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { RunningApp } from '../../support/app.ts';

export interface Recorded {
  readonly action: string;
  readonly outcome: string;
  readonly meetingId?: string;
  readonly subjectId?: string;
  readonly detail?: string;
  readonly actor: { readonly personId: string } | null;
}

/** Everything in the log, in order. */
export function recorded({ dataDirectory }: Pick<RunningApp, 'dataDirectory'>): Recorded[] {
  const file = new DatabaseSync(join(dataDirectory, 'samrad.sqlite'));
  const rows = file.prepare('select body from audit order by sequence').all() as { body: string }[];
  file.close();
  return rows.map(({ body }) => JSON.parse(body) as Recorded);
}
