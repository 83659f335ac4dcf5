/** The audit log of one plan for its patient, who has a right to know who has seen it. */
import { z } from 'zod';
import { sectionIdSchema } from '../../shared/careplan/sections.ts';
import { auditActionSchema } from '../../shared/domain/auditAction.ts';
import { mayReadAccessLog } from '../../shared/domain/policy.ts';
import { roleSchema } from '../../shared/domain/roles.ts';
import type { RouteOutput } from '../../shared/protocol/rest.ts';
import type { LogEntry } from '../../shared/protocol/routes/accessLog.ts';
import { auditActor, type CareTeam } from '../access/careTeam.ts';
import type { Session } from '../access/sessions.ts';
import { auditOfPlan } from '../storage/auditStore.ts';
import type { Database } from '../storage/database.ts';
import type { AuditLog } from './auditLog.ts';

interface Dependencies {
  readonly database: Pick<Database, 'read'>;
  readonly careTeam: CareTeam;
  readonly audit: AuditLog;
  /** The name of anybody, also of one who was never in the team. */
  readonly nameOf: (personId: string) => Promise<string | null>;
}

/** Records of one answer. */
const pageSize = 200;

/** What a record holds that the patient is told. */
const bodySchema = z.object({
  at: z.string(),
  action: auditActionSchema,
  outcome: z.enum(['done', 'refused']),
  actor: z
    .object({
      personId: z.string(),
      role: roleSchema.optional(),
      organisation: z.string().optional(),
      purpose: z.string().optional(),
    })
    .nullable(),
  sectionId: sectionIdSchema.optional(),
  subjectId: z.string().optional(),
  detail: z.string().optional(),
});
type Body = z.infer<typeof bodySchema>;

export class AccessLog {
  readonly #parts: Dependencies;

  constructor(parts: Dependencies) {
    this.#parts = parts;
  }

  /** A page of the log, newest first. `before`: a record's number, or `newest`. @throws SamradError `not-found`. */
  async read(session: Session, planId: string, before: string): Promise<RouteOutput<'accessLog'>> {
    const { database, careTeam, audit } = this.#parts;
    const attempt = { action: 'log:read', channel: 'rest' } as const;
    const member = await careTeam.memberOf(session, planId, attempt, 'plan');
    const actor = auditActor(session, member);
    if (!mayReadAccessLog(member, session)) throw await careTeam.refusal(actor, { ...attempt, planId });
    await audit.record({ ...attempt, outcome: 'done', actor, planId });
    const place = before === 'newest' ? Number.MAX_SAFE_INTEGER : Number(before);
    const records = await auditOfPlan(database, { planId, before: place, limit: pageSize });
    const told = records.map(({ sequence, body }) => ({ sequence, body: bodySchema.parse(JSON.parse(body)) }));
    const names = await this.#namesOf(told.map(({ body }) => body));
    const last = told.at(-1);
    return {
      entries: told.map(({ sequence, body }) => entryOf(sequence, body, names)),
      before: last && told.length === pageSize ? String(last.sequence) : null,
    };
  }

  async #namesOf(bodies: readonly Body[]): Promise<ReadonlyMap<string, string>> {
    const ids = new Set(bodies.flatMap(({ actor, subjectId }) => [actor?.personId, subjectId]));
    const known = [...ids].filter((id) => id !== undefined);
    return new Map(await Promise.all(known.map(async (id) => [id, (await this.#parts.nameOf(id)) ?? ''] as const)));
  }
}

function entryOf(sequence: number, body: Body, names: ReadonlyMap<string, string>): LogEntry {
  const { at, action, outcome, actor, sectionId, subjectId, detail } = body;
  return {
    sequence,
    at,
    action,
    outcome,
    who: actor && {
      personId: actor.personId,
      name: names.get(actor.personId) ?? '',
      role: actor.role ?? null,
      organisation: actor.organisation ?? '',
    },
    purpose: actor?.purpose ?? null,
    sectionId: sectionId ?? null,
    subject: subjectId === undefined ? null : (names.get(subjectId) ?? ''),
    reason: action === 'plan:emergency' ? (detail ?? null) : null,
  };
}
