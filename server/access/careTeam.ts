/** Who is in whose care team, and what each may see: the one gate that services ask. Refusals are recorded here. */
import { sectionIds, type SectionId } from '../../shared/careplan/sections.ts';
import { readingActions } from '../../shared/domain/auditAction.ts';
import { sectionAccess, type SectionAccess } from '../../shared/domain/policy.ts';
import { emergencyPurpose } from '../../shared/domain/membership.ts';
import { SamradError } from '../../shared/protocol/errors.ts';
import type { AuditActor, AuditEvent, AuditLog } from '../audit/auditLog.ts';
import type { CareTeamStore, StoredMember } from '../storage/careTeamStore.ts';
import type { Session } from './sessions.ts';

/** The plan of a meeting, and whether this person has been let into it and it has not ended. Null: not invited. */
export type LinkReach = (
  meetingId: string,
  personId: string,
) => Promise<{ readonly planId: string; readonly admitted: boolean } | null>;

/** What is reached for. A link leads to its meeting at once, and to the plan only for one who has been let in. */
type Reach = 'meeting' | 'plan';

/** What the session's person wants: named for the audit log, should it be refused. */
type Attempt = Pick<AuditEvent, 'action' | 'channel' | 'sectionId' | 'meetingId' | 'versionId' | 'detail'>;

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
  readonly #linkReach: LinkReach;

  constructor({
    store,
    audit,
    now,
    linkReach,
  }: {
    store: CareTeamStore;
    audit: AuditLog;
    now: () => Date;
    linkReach: LinkReach;
  }) {
    this.#store = store;
    this.#audit = audit;
    this.#now = now;
    this.#linkReach = linkReach;
  }

  /**
   * The session's person as a member of a plan's team, on the way to a meeting or to the plan itself. Who has emergency
   * access only reads.
   * @throws SamradError `not-found` for an unknown plan and for one that is not theirs alike; recorded as refused.
   */
  async memberOf(session: Session, planId: string, attempt: Attempt, reach: Reach): Promise<TeamMember> {
    const member = await this.#current(session, planId, reach);
    if (member === null) throw await this.refusal(auditActor(session), { planId, ...attempt });
    if (member.purpose === emergencyPurpose && !readingActions.has(attempt.action))
      throw await this.refusal(auditActor(session, member), { planId, ...attempt });
    return member;
  }

  /** The member and their access to every section now. @throws SamradError `not-found` as `memberOf` does. */
  async admittance(session: Session, planId: string, attempt: Attempt): Promise<Admittance> {
    const member = await this.memberOf(session, planId, attempt, 'plan');
    return { member, access: await this.#accessOf(member) };
  }

  /** What the session reaches of a plan at this moment, null for nothing. Nobody has asked for it: it is not recorded. */
  async reachNow(session: Session, planId: string): Promise<Admittance | null> {
    const member = await this.#current(session, planId, 'plan');
    return member && { member, access: await this.#accessOf(member) };
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

  /** All who are or were members of a plan's team. */
  everMembers(planId: string): Promise<TeamMember[]> {
    return this.#store.everMembers(planId);
  }

  /** Somebody who is or was a member: the convener of a meeting may have left the team since. @throws SamradError `not-found`. */
  async everMember(planId: string, personId: string): Promise<TeamMember> {
    const member = await this.#store.everMember(planId, personId);
    if (member === null) throw new SamradError('not-found');
    return member;
  }

  /** The session's memberships that it reaches. */
  async memberships(session: Session, reach: Reach): Promise<TeamMember[]> {
    const all = await this.#store.memberships(session.personId, this.#time());
    const reached = await Promise.all(all.map((member) => this.#reaches(session, member.planId, reach)));
    return all.filter((_, index) => reached[index]);
  }

  async patientName(planId: string): Promise<string> {
    return (await this.#store.patientName(planId)) ?? '';
  }

  async #current(session: Session, planId: string, reach: Reach): Promise<TeamMember | null> {
    if (!(await this.#reaches(session, planId, reach))) return null;
    return this.#store.member(planId, session.personId, this.#time());
  }

  async #accessOf({ planId, personId, role, purpose }: TeamMember): Promise<Admittance['access']> {
    const opened = await this.#store.opened(planId, personId, this.#time());
    const access = sectionIds.map((id) => [id, sectionAccess(role, id, opened)] as const);
    if (purpose !== emergencyPurpose) return new Map(access);
    return new Map(access.map(([id, granted]) => [id, granted === 'write' ? 'read' : granted]));
  }

  async #reaches(session: Session, planId: string, reach: Reach): Promise<boolean> {
    if (session.meetingId === null) return true;
    const meeting = await this.#linkReach(session.meetingId, session.personId);
    return meeting?.planId === planId && (reach === 'meeting' || meeting.admitted);
  }

  #time(): string {
    return this.#now().toISOString();
  }
}
