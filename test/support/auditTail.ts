/** What a running server has recorded since one last looked. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { auditActionSchema } from '../../shared/domain/auditAction.ts';
import type { RunningApp } from './app.ts';

const recordSchema = z.object({
  action: auditActionSchema,
  outcome: z.enum(['done', 'refused']),
  actor: z.object({ personId: z.string() }).loose().nullable(),
  sectionId: z.string().optional(),
  meetingId: z.string().optional(),
  subjectId: z.string().optional(),
  detail: z.string().optional(),
  channel: z.string(),
  count: z.number().optional(),
  address: z.string().optional(),
});
export type AuditRecord = z.infer<typeof recordSchema>;

export class AuditTail {
  readonly #file: DatabaseSync;
  #seen = 0;

  constructor({ dataDirectory }: Pick<RunningApp, 'dataDirectory'>) {
    this.#file = new DatabaseSync(join(dataDirectory, 'samrad.sqlite'), { readOnly: true });
  }

  /** The records since the last call, in order. */
  take(): AuditRecord[] {
    const rows = this.#file
      .prepare('select sequence, body from audit where sequence > ? order by sequence')
      .all(this.#seen);
    this.#seen = Math.max(this.#seen, ...rows.map(({ sequence }) => Number(sequence)));
    return rows.map(({ body }) => recordSchema.parse(JSON.parse(String(body))));
  }

  close(): void {
    this.#file.close();
  }
}
