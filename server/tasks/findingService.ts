/** What the rules find in a plan now, for one who asks: of what they may read, and of the tasks that are theirs. */
import { sections } from '../../shared/careplan/sections.ts';
import { sectionView, type SectionView } from '../../shared/careplan/view.ts';
import { osloDate } from '../../shared/domain/calendar/oslo.ts';
import { mayAnswerOwnRow, type Member } from '../../shared/domain/policy.ts';
import type { PlanFacts } from '../../shared/domain/rules/facts.ts';
import { alsoRestsOn, type Finding } from '../../shared/domain/rules/finding.ts';
import { findings } from '../../shared/domain/rules/findings.ts';
import type { Settings } from '../../shared/domain/rules/settings.ts';
import { documentName } from '../../shared/protocol/sync.ts';
import { auditActor, type Admittance, type CareTeam } from '../access/careTeam.ts';
import type { Session } from '../access/sessions.ts';
import type { AuditLog } from '../audit/auditLog.ts';
import type { LiveSections } from '../careplan/liveSections.ts';
import { factsOf, type factSections, type FactViews, type RecordedFacts } from './facts.ts';

interface Dependencies {
  readonly careTeam: CareTeam;
  readonly sections: LiveSections;
  readonly audit: AuditLog;
  readonly now: () => Date;
  readonly settingsFor: (planId: string) => Promise<Settings>;
  readonly transitionsOf: (planId: string) => Promise<RecordedFacts['transitions']>;
  readonly reconciliationOf: (planId: string) => Promise<RecordedFacts['medicines']>;
  readonly needsTalksOf: (planId: string) => Promise<RecordedFacts['needsTalks']>;
}

export class FindingService {
  readonly #parts: Dependencies;

  constructor(parts: Dependencies) {
    this.#parts = parts;
  }

  /** What is due, late or missing, as far as the person may know. @throws SamradError `not-found`. */
  async read(session: Session, planId: string): Promise<{ findings: Finding[]; settings: Settings }> {
    const { careTeam, audit, settingsFor, now } = this.#parts;
    const attempt = { action: 'findings:read', channel: 'rest' } as const;
    const admittance = await careTeam.admittance(session, planId, attempt);
    await audit.record({ ...attempt, outcome: 'done', actor: auditActor(session, admittance.member), planId });
    const instant = now();
    const [facts, settings] = await Promise.all([this.#facts(planId, instant), settingsFor(planId)]);
    const found = findings(facts, settings, instant);
    return { findings: found.filter((finding) => mayKnow(admittance, facts, finding)), settings };
  }

  async #facts(planId: string, instant: Date): Promise<PlanFacts> {
    const { careTeam, transitionsOf, reconciliationOf, needsTalksOf } = this.#parts;
    const [views, members, transitions, medicines, needsTalks] = await Promise.all([
      this.#views(planId),
      careTeam.members(planId),
      transitionsOf(planId),
      reconciliationOf(planId),
      needsTalksOf(planId),
    ]);
    return factsOf(views, members, { transitions, medicines, needsTalks }, osloDate(instant));
  }

  async #views(planId: string): Promise<FactViews> {
    const read = (sectionId: (typeof factSections)[number]): Promise<SectionView> =>
      this.#parts.sections.open(documentName({ kind: 'section', planId, sectionId }), (section) =>
        section.read((doc) => sectionView(doc, sections[sectionId])),
      );
    const [tasks, contacts, decisions, disease, team, review] = await Promise.all([
      read('tasks'),
      read('contacts'),
      read('decisions'),
      read('disease'),
      read('team'),
      read('review'),
    ]);
    return { tasks, contacts, decisions, disease, team, review };
  }
}

/** Who may read the section, and what else the finding rests on, may know; of a task, also its owner. */
function mayKnow({ member, access }: Admittance, { tasks }: PlanFacts, { rule, subject }: Finding): boolean {
  const told = [subject.sectionId, ...(alsoRestsOn[rule] ?? [])];
  if (told.every((sectionId) => (access.get(sectionId) ?? 'none') !== 'none')) return true;
  return subject.rowId !== null && isOwn(member, tasks, subject.sectionId, subject.rowId);
}

function isOwn(
  member: Member,
  tasks: PlanFacts['tasks'],
  sectionId: Finding['subject']['sectionId'],
  rowId: string,
): boolean {
  if (sectionId !== 'tasks') return false;
  const task = tasks.find(({ id }) => id === rowId);
  return task !== undefined && mayAnswerOwnRow(member, sectionId, task.owner);
}
