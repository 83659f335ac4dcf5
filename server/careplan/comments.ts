/** What people say about the plan, beside it. Who may read a section may speak of it; a question to the team reaches the team. */
import type { SectionId } from '../../shared/careplan/sections.ts';
import { mayResolveThread, maySeeThread } from '../../shared/domain/policy.ts';
import type { Thread } from '../../shared/protocol/routes/comments.ts';
import { auditActor, type Admittance, type CareTeam } from '../access/careTeam.ts';
import type { Session } from '../access/sessions.ts';
import type { AuditAction } from '../../shared/domain/auditAction.ts';
import type { AuditActor, AuditEvent, AuditLog } from '../audit/auditLog.ts';
import type { CommentStore, StoredComment, StoredThread } from '../storage/commentStore.ts';
import type { PlanNotices } from './planNotices.ts';

interface Dependencies {
  readonly store: CommentStore;
  readonly careTeam: CareTeam;
  readonly notices: PlanNotices;
  readonly audit: AuditLog;
  readonly now: () => Date;
}

interface NewThread {
  readonly id: string;
  readonly commentId: string;
  readonly sectionId: SectionId | null;
  readonly rowId: string | null;
  readonly kind: 'comment' | 'question';
  readonly text: string;
}

/** What was tried, should it be refused. */
type Refusable = Pick<AuditEvent, 'action' | 'sectionId'> & { readonly actor: AuditActor; readonly planId: string };

export class Comments {
  readonly #parts: Dependencies;

  constructor(parts: Dependencies) {
    this.#parts = parts;
  }

  /** The threads that the person may see now, the one with the newest comment first. @throws SamradError `not-found`. */
  async threads(session: Session, planId: string): Promise<Thread[]> {
    const { store, audit } = this.#parts;
    const { admittance, event } = await this.#enter(session, planId, 'comments:read');
    await audit.record(event);
    const [threads, comments] = await Promise.all([store.threads(planId), store.comments(planId)]);
    const byThread = Map.groupBy(comments, ({ threadId }) => threadId);
    return threads
      .filter((thread) => maySee(thread, admittance))
      .map((thread) => threadInfo(thread, byThread.get(thread.id) ?? [], admittance))
      .sort((one, other) => newest(other).localeCompare(newest(one)));
  }

  /** Starts a thread; doing it again with the same id changes nothing. @throws SamradError `not-found`. */
  async start(session: Session, planId: string, input: NewThread): Promise<void> {
    const { store, audit, now } = this.#parts;
    const { admittance, event } = await this.#enter(session, planId, 'comments:write', input.sectionId);
    const { personId, role } = admittance.member;
    const { id, commentId, text, ...about } = input;
    const thread = { ...about, id, startedBy: personId };
    if (!maySee(thread, admittance)) throw await this.#refuse(event);
    if (await store.thread(planId, id)) return;
    const first = { id: commentId, threadId: id, personId, role, text, at: now().toISOString() };
    await store.start(planId, thread, first, [audit.entry(event)]);
    this.#parts.notices.tell(planId, 'comments');
  }

  /** Says something more in a thread. An answer opens a thread again that was resolved. @throws SamradError `not-found`. */
  async add(session: Session, planId: string, input: { threadId: string; id: string; text: string }): Promise<void> {
    const { store, audit, now } = this.#parts;
    const { admittance, event, thread } = await this.#reach(session, planId, input.threadId, 'comments:write');
    if (await store.hasComment(input.id)) return;
    const { personId, role } = admittance.member;
    await store.add({ ...input, personId, role, at: now().toISOString() }, [audit.entry(event)]);
    if (thread.resolved) await store.setResolved(thread.id, null, []);
    this.#parts.notices.tell(planId, 'comments');
  }

  /** Folds a thread away, or brings it back. @throws SamradError `not-found`. */
  async resolve(session: Session, planId: string, input: { threadId: string; resolved: boolean }): Promise<void> {
    const { store, audit, now } = this.#parts;
    const { admittance, event, thread } = await this.#reach(session, planId, input.threadId, 'comments:resolve');
    if (!mayResolveThread(admittance.member, thread.startedBy)) throw await this.#refuse(event);
    if (input.resolved === (thread.resolved !== null)) return;
    const { personId, role } = admittance.member;
    const resolved = input.resolved ? { personId, role, at: now().toISOString() } : null;
    await store.setResolved(thread.id, resolved, [audit.entry(event)]);
    this.#parts.notices.tell(planId, 'comments');
  }

  async #enter(session: Session, planId: string, action: AuditAction, sectionId?: SectionId | null) {
    const attempt = { action, channel: 'rest', ...(sectionId && { sectionId }) } as const;
    const admittance = await this.#parts.careTeam.admittance(session, planId, attempt);
    const actor = auditActor(session, admittance.member);
    const event = { ...attempt, outcome: 'done', actor, planId } as const;
    return { admittance, event };
  }

  /** A thread that the person may see. */
  async #reach(session: Session, planId: string, threadId: string, action: AuditAction) {
    const { admittance, event } = await this.#enter(session, planId, action);
    const thread = await this.#parts.store.thread(planId, threadId);
    if (!thread || !maySee(thread, admittance)) throw await this.#refuse(event);
    return { admittance, thread, event: { ...event, ...(thread.sectionId && { sectionId: thread.sectionId }) } };
  }

  #refuse({ actor, action, sectionId, planId }: Refusable) {
    return this.#parts.careTeam.refusal(actor, { action, channel: 'rest', planId, ...(sectionId && { sectionId }) });
  }
}

function maySee(thread: Pick<StoredThread, 'sectionId' | 'startedBy'>, { member, access }: Admittance): boolean {
  return maySeeThread(member, thread, (sectionId) => (access.get(sectionId) ?? 'none') !== 'none');
}

function threadInfo(thread: StoredThread, comments: readonly StoredComment[], { member }: Admittance): Thread {
  const { id, sectionId, rowId, kind, startedBy, resolved } = thread;
  return {
    id,
    sectionId,
    rowId,
    kind,
    resolved: resolved && {
      at: resolved.at,
      by: { personId: resolved.personId, name: resolved.name, role: resolved.role },
    },
    mayResolve: mayResolveThread(member, startedBy),
    comments: comments.map((comment) => ({
      id: comment.id,
      author: { personId: comment.personId, name: comment.name, role: comment.role },
      at: comment.at,
      text: comment.text,
    })),
  };
}

function newest({ comments }: Thread): string {
  return comments.at(-1)?.at ?? '';
}
