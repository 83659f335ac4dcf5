/** The tasks of one person over all their patients: those that name them, and those that name their role in that team. */
import { listPart } from '../../shared/careplan/sections.ts';
import { isLate, type Task } from '../../shared/careplan/task.ts';
import { rowsView, tasksOf } from '../../shared/careplan/view.ts';
import { osloDate } from '../../shared/domain/calendar/oslo.ts';
import { mayAnswerOwnRow } from '../../shared/domain/policy.ts';
import type { RouteOutput } from '../../shared/protocol/rest.ts';
import { documentName } from '../../shared/protocol/sync.ts';
import { auditActor, type CareTeam, type TeamMember } from '../access/careTeam.ts';
import type { Session } from '../access/sessions.ts';
import type { AuditLog } from '../audit/auditLog.ts';
import type { LiveSections } from '../careplan/liveSections.ts';

interface Dependencies {
  readonly careTeam: CareTeam;
  readonly sections: LiveSections;
  readonly audit: AuditLog;
  readonly now: () => Date;
}

export class MyTasks {
  readonly #parts: Dependencies;

  constructor(parts: Dependencies) {
    this.#parts = parts;
  }

  /** The tasks with their patients; one record for each plan that is looked into. */
  async read(session: Session): Promise<RouteOutput<'myTasks'>['patients']> {
    const { careTeam, audit } = this.#parts;
    const memberships = await careTeam.memberships(session, 'plan');
    await audit.recordAll(
      memberships.map((member) => ({
        action: 'tasks:read-mine',
        outcome: 'done',
        actor: auditActor(session, member),
        channel: 'rest',
        planId: member.planId,
        sectionId: 'tasks',
      })),
    );
    return Promise.all(
      memberships.map(async (member) => ({
        planId: member.planId,
        role: member.role,
        patientName: await careTeam.patientName(member.planId),
        tasks: await this.#tasksOf(member),
      })),
    );
  }

  /** How many are late today, on the calendar in Norway. */
  async countLate(session: Session): Promise<number> {
    const { careTeam, audit, now } = this.#parts;
    const memberships = await careTeam.memberships(session, 'plan');
    const actor = auditActor(session);
    await audit.record({ action: 'tasks:count-late', outcome: 'done', actor, channel: 'rest' });
    const tasks = (await Promise.all(memberships.map((member) => this.#tasksOf(member)))).flat();
    const today = osloDate(now());
    return tasks.filter((task) => isLate(task, today)).length;
  }

  async #tasksOf(member: TeamMember): Promise<Task[]> {
    const name = documentName({ kind: 'section', planId: member.planId, sectionId: 'tasks' });
    const all = await this.#parts.sections.open(name, (section) =>
      section.read((doc) => tasksOf(rowsView(doc, listPart('tasks')))),
    );
    return all.filter(({ owner }) => mayAnswerOwnRow(member, 'tasks', owner));
  }
}
