/** A plan that is to be deleted: asked for by the patient or the coordinator, and taken back until its day. */
import type { AuditAction } from '../../shared/domain/auditAction.ts';
import { mayDeletePlan } from '../../shared/domain/policy.ts';
import { auditActor, type CareTeam } from '../access/careTeam.ts';
import type { Session } from '../access/session.ts';
import type { AuditActor, AuditLog } from '../audit/auditLog.ts';
import type { RetentionStore } from '../storage/retentionStore.ts';

interface Dependencies {
  readonly careTeam: CareTeam;
  readonly store: RetentionStore;
  readonly audit: AuditLog;
  readonly now: () => Date;
  /** How long it can be taken back, ms. */
  readonly afterMs: number;
}

export class PlanDeletions {
  readonly #parts: Dependencies;

  constructor(parts: Dependencies) {
    this.#parts = parts;
  }

  /** When the plan is deleted, ISO 8601 in UTC; null where nobody has asked for it. */
  async dueAt(planId: string): Promise<string | null> {
    return (await this.#parts.store.deletionOf(planId))?.dueAt ?? null;
  }

  /** @throws SamradError `not-found` for who may not. */
  async ask(session: Session, planId: string): Promise<void> {
    const { store, audit, now, afterMs } = this.#parts;
    const event = await this.#allowed(session, planId, 'plan:delete');
    const dueAt = new Date(now().getTime() + afterMs).toISOString();
    await store.write([
      store.plan({ planId, askedBy: session.personId, dueAt }, now().toISOString()),
      audit.entry({ ...event, outcome: 'done' }),
    ]);
  }

  /** @throws SamradError `not-found` for who may not. */
  async cancel(session: Session, planId: string): Promise<void> {
    const { store, audit } = this.#parts;
    const event = await this.#allowed(session, planId, 'plan:keep');
    await store.write([store.cancel(planId), audit.entry({ ...event, outcome: 'done' })]);
  }

  async #allowed(
    session: Session,
    planId: string,
    action: AuditAction,
  ): Promise<{ action: AuditAction; channel: 'rest'; actor: AuditActor; planId: string }> {
    const { careTeam } = this.#parts;
    const attempt = { action, channel: 'rest' } as const;
    const member = await careTeam.memberOf(session, planId, attempt, 'plan');
    const actor = auditActor(session, member);
    if (!mayDeletePlan(member, session)) throw await careTeam.refusal(actor, { ...attempt, planId });
    return { ...attempt, actor, planId };
  }
}
