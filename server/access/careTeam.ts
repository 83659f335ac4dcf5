/** Who is in whose care team, and what each may see: the one gate that services ask. Refusals are recorded here. */
import { sectionIds, type SectionId } from '../../shared/careplan/sections.ts';
import { sectionAccess, type SectionAccess } from '../../shared/domain/policy.ts';
import { SamradError } from '../../shared/protocol/errors.ts';
import type { AuditActor, AuditEvent, AuditLog } from '../audit/auditLog.ts';
import type { CareTeamStore, StoredMember } from '../storage/careTeamStore.ts';
import type { Session } from './sessions.ts';

/** What the session's person wants: named for the audit log, should it be refused. */
type Attempt = Pick<AuditEvent, 'action' | 'channel' | 'sectionId' | 'meetingId' | 'detail'>;

export type TeamMember = StoredMember;

/** A member and what they may do in each section now. */
export interface Admittance {
  readonly member: TeamMember;
  readonly access: ReadonlyMap<SectionId, SectionAccess>;
}

/** The audit log's words for a member acting in a session. */
export function auditActor(session: Session, member?: TeamMember): AuditActor {
  const who = { personId: session.personId, sessionId: session.id };
  if (!member) return who;
  const { role, organisation, professionId, purpose } = member;
  return { ...who, role, organisation, professionId, purpose };
}

export class CareTeam {
  readonly #store: CareTeamStore;
  readonly #audit: AuditLog;
  readonly #now: () => Date;
  /** The plan of the meeting that a link session is bound to. */
  readonly #planOfMeeting: (meetingId: string) => Promise<string | null>;

  constructor({
    store,
    audit,
    now,
    planOfMeeting,
  }: {
    store: CareTeamStore;
    audit: AuditLog;
    now: () => Date;
    planOfMeeting: (meetingId: string) => Promise<string | null>;
  }) {
    this.#store = store;
    this.#audit = audit;
    this.#now = now;
    this.#planOfMeeting = planOfMeeting;
  }

  /**
   * The session's person as a member of a plan's team.
   * @throws SamradError `not-found` for an unknown plan and for one that is not theirs alike; recorded as refused.
   */
  async memberOf(session: Session, planId: string, attempt: Attempt): Promise<TeamMember> {
    const member = (await this.#reaches(session, planId))
      ? await this.#store.member(planId, session.personId, this.#time())
      : null;
    if (member === null) throw await this.refusal(auditActor(session), { planId, ...attempt });
    return member;
  }

  /** The member and their access to every section now. @throws SamradError `not-found` as `memberOf` does. */
  async admittance(session: Session, planId: string, attempt: Attempt): Promise<Admittance> {
    const member = await this.memberOf(session, planId, attempt);
    const opened = await this.#store.opened(planId, session.personId, this.#time());
    const access = new Map(sectionIds.map((id) => [id, sectionAccess(member.role, id, opened)]));
    return { member, access };
  }

  /** Records that something was refused and answers the error to throw: the same for unknown and forbidden. */
  async refusal(actor: AuditActor, attempt: Attempt & { planId?: string }): Promise<SamradError> {
    await this.#audit.record({ ...attempt, outcome: 'refused', actor });
    return new SamradError('not-found');
  }

  /** The whole team of a plan. */
  members(planId: string): Promise<TeamMember[]> {
    return this.#store.members(planId, this.#time());
  }

  /** The session's memberships that it reaches. */
  async memberships(session: Session): Promise<TeamMember[]> {
    const all = await this.#store.memberships(session.personId, this.#time());
    const reached = await Promise.all(all.map((member) => this.#reaches(session, member.planId)));
    return all.filter((_, index) => reached[index]);
  }

  async patientName(planId: string): Promise<string> {
    return (await this.#store.patientName(planId)) ?? '';
  }

  async #reaches(session: Session, planId: string): Promise<boolean> {
    return session.meetingId === null || (await this.#planOfMeeting(session.meetingId)) === planId;
  }

  #time(): string {
    return this.#now().toISOString();
  }
}
