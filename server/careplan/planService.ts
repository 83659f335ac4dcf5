/** Plans outside the editors: what a page must know to show one, and the tasks that somebody owns. */
import { rowsOf } from '../../shared/careplan/document.ts';
import { listPart, sectionIds, type TaskStatus } from '../../shared/careplan/sections.ts';
import { rowsView, tasksOf, type Task } from '../../shared/careplan/view.ts';
import { emergencyPurpose } from '../../shared/domain/membership.ts';
import { mayAnswerOwnRow, mayLead } from '../../shared/domain/policy.ts';
import type { PlanInfo } from '../../shared/protocol/types.ts';
import { documentName } from '../../shared/protocol/sync.ts';
import { auditActor, type CareTeam, type TeamMember } from '../access/careTeam.ts';
import type { Session } from '../access/sessions.ts';
import type { AuditLog } from '../audit/auditLog.ts';
import { memberInfo } from '../meetings/meetingService.ts';
import type { LiveSection } from './liveSection.ts';
import type { LiveSections } from './liveSections.ts';

interface Dependencies {
  readonly careTeam: CareTeam;
  readonly sections: LiveSections;
  readonly audit: AuditLog;
  /** When a plan is deleted; null where nobody has asked for it. */
  readonly deletedAt: (planId: string) => Promise<string | null>;
}

export class PlanService {
  readonly #careTeam: CareTeam;
  readonly #sections: LiveSections;
  readonly #audit: AuditLog;
  readonly #deletedAt: Dependencies['deletedAt'];

  constructor({ careTeam, sections: live, audit, deletedAt }: Dependencies) {
    this.#careTeam = careTeam;
    this.#sections = live;
    this.#audit = audit;
    this.#deletedAt = deletedAt;
  }

  /** The plans of all patients in whose team the person is. */
  async patients(session: Session) {
    const memberships = await this.#careTeam.memberships(session, 'plan');
    await this.#audit.recordAll(
      memberships.map((member) => ({
        action: 'plan:list',
        outcome: 'done',
        actor: auditActor(session, member),
        channel: 'rest',
        planId: member.planId,
      })),
    );
    return Promise.all(
      memberships.map(async (member) => ({
        planId: member.planId,
        role: member.role,
        emergencyUntil: emergencyUntil(member),
        patientName: await this.#careTeam.patientName(member.planId),
      })),
    );
  }

  /** What a page must know to show a plan. @throws SamradError `not-found`, for unknown and forbidden alike. */
  async read(session: Session, planId: string): Promise<PlanInfo> {
    const attempt = { action: 'plan:read', channel: 'rest' } as const;
    const { member, access } = await this.#careTeam.admittance(session, planId, attempt);
    await this.#audit.record({ ...attempt, outcome: 'done', actor: auditActor(session, member), planId });
    const team = await this.#careTeam.members(planId);
    return {
      id: planId,
      patientName: await this.#careTeam.patientName(planId),
      me: memberInfo(member),
      team: team.map(memberInfo),
      sections: sectionIds.map((id) => ({ id, access: access.get(id) ?? 'none' })),
      mayConvene: session.identification !== 'link' && emergencyUntil(member) === null && mayLead(member, 'create'),
      emergencyUntil: emergencyUntil(member),
      deletedAt: await this.#deletedAt(planId),
    };
  }

  /** The tasks that the person owns. @throws SamradError `not-found`. */
  async ownTasks(session: Session, planId: string): Promise<Task[]> {
    const attempt = { action: 'tasks:read-own', channel: 'rest', sectionId: 'tasks' } as const;
    const member = await this.#careTeam.memberOf(session, planId, attempt, 'plan');
    await this.#audit.record({ ...attempt, outcome: 'done', actor: auditActor(session, member), planId });
    const tasks = await this.#openTasks(planId, readTasks);
    return tasks.filter(({ owner }) => mayAnswerOwnRow(member, 'tasks', owner));
  }

  /**
   * Sets the status of a task that the person owns, as an edit of the section like any other.
   * @throws SamradError `not-found` where there is no such task or it is somebody else's; recorded as refused.
   */
  async setOwnTaskStatus(
    session: Session,
    input: { planId: string; taskId: string; status: TaskStatus },
  ): Promise<void> {
    const { planId, taskId, status } = input;
    const attempt = { action: 'tasks:set-status', channel: 'rest', sectionId: 'tasks' } as const;
    const member = await this.#careTeam.memberOf(session, planId, attempt, 'plan');
    const actor = auditActor(session, member);
    await this.#openTasks(planId, async (section) => {
      const task = readTasks(section).find(({ id }) => id === taskId);
      if (!task || !mayAnswerOwnRow(member, 'tasks', task.owner))
        throw await this.#careTeam.refusal(actor, { ...attempt, planId });
      const author = { personId: member.personId, role: member.role, sessionId: session.id };
      const record = this.#audit.entry({ ...attempt, outcome: 'done', actor, planId });
      await section.edit(author, [record], (doc) => rowsOf(doc).get(taskId)?.set('status', status));
    });
  }

  #openTasks<Result>(planId: string, use: (section: LiveSection) => Result): Promise<Awaited<Result>> {
    return this.#sections.open(documentName({ kind: 'section', planId, sectionId: 'tasks' }), use);
  }
}

function emergencyUntil({ purpose, until }: TeamMember): string | null {
  return purpose === emergencyPurpose ? until : null;
}

function readTasks(section: LiveSection): Task[] {
  return section.read((doc) => tasksOf(rowsView(doc, listPart('tasks'))));
}
