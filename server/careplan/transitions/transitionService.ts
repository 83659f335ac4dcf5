/** Transitions as commands: record one, tick its points, write down the call, make tasks of the rest. Who may read the tasks may read them. */
import { checkPoints, type CheckPoint, type Transition } from '../../../shared/careplan/transition.ts';
import { mayRecordTransition } from '../../../shared/domain/policy.ts';
import type { RouteOutput } from '../../../shared/protocol/rest.ts';
import { documentName, type NoticeTopic } from '../../../shared/protocol/sync.ts';
import { auditActor, type CareTeam, type TeamMember } from '../../access/careTeam.ts';
import type { Session } from '../../access/sessions.ts';
import type { AuditActor, AuditEvent, AuditLog } from '../../audit/auditLog.ts';
import type { NewTransition, TransitionStore, Writer } from '../../storage/transitionStore.ts';
import type { LiveSections } from '../liveSections.ts';
import { missingTasks, type TaskLanguage } from './transitionTasks.ts';

interface Dependencies {
  readonly careTeam: CareTeam;
  readonly sections: LiveSections;
  readonly store: TransitionStore;
  readonly audit: AuditLog;
  readonly now: () => Date;
  readonly tell: (planId: string, topic: NoticeTopic) => void;
}

interface Target {
  readonly planId: string;
  readonly transitionId: string;
}

type Attempt = Pick<AuditEvent, 'action' | 'channel' | 'sectionId' | 'detail'>;

/** One who may act, and how what they do is recorded. */
interface Act {
  readonly member: TeamMember;
  readonly actor: AuditActor;
  readonly writer: Writer;
  /** That it was done, to be recorded. */
  readonly done: AuditEvent;
}

export class TransitionService {
  readonly #parts: Dependencies;

  constructor(parts: Dependencies) {
    this.#parts = parts;
  }

  /** Newest first. @throws SamradError `not-found` for those who may not read the tasks; recorded as refused. */
  async read(session: Session, planId: string): Promise<RouteOutput<'transitions'>> {
    const { careTeam, audit, store } = this.#parts;
    const attempt = { action: 'transition:read', channel: 'rest', sectionId: 'tasks' } as const;
    const { member, access } = await careTeam.admittance(session, planId, attempt);
    const actor = auditActor(session, member);
    if ((access.get('tasks') ?? 'none') === 'none') throw await careTeam.refusal(actor, { ...attempt, planId });
    await audit.record({ ...attempt, outcome: 'done', actor, planId });
    return { transitions: await store.all(planId), mayAct: mayRecordTransition(member) };
  }

  /** Records a transition; one that is known already is answered as it stands. @throws SamradError `not-found`. */
  async start(session: Session, transition: NewTransition): Promise<Transition> {
    const { audit, careTeam, store } = this.#parts;
    const { planId, id: transitionId, kind } = transition;
    const target = { planId, transitionId };
    const attempt = this.#attempt('transition:start', kind);
    const { actor, writer, done } = await this.#act(session, planId, attempt);
    if ((await this.#find(target)) !== null) await audit.record(done);
    // An id of another plan's names nothing here.
    else if (await store.isKnown(transitionId)) throw await careTeam.refusal(actor, { ...attempt, planId });
    else await store.add(transition, writer, [audit.entry(done)]);
    return this.#changed(target);
  }

  /** Ticks a point or takes the tick away. What is as wanted already keeps who ticked it first. @throws SamradError `not-found`. */
  async tick(session: Session, input: Target & { point: CheckPoint; ticked: boolean }): Promise<Transition> {
    const { audit, store } = this.#parts;
    const { point, ticked, transitionId } = input;
    const { before, act } = await this.#actOn(session, input, this.#attempt('transition:tick', point));
    const isTicked = before.points.some(({ id, ticked: by }) => id === point && by !== null);
    if (isTicked === ticked) await audit.record(act.done);
    else await store.tick(transitionId, point, ticked ? act.writer : null, [audit.entry(act.done)]);
    return this.#changed(input);
  }

  /** Writes down that the contact doctor has rung. @throws SamradError `not-found`. */
  async recordCall(session: Session, input: Target & { who: string; at: string }): Promise<Transition> {
    const { audit, store } = this.#parts;
    const { act } = await this.#actOn(session, input, this.#attempt('transition:call'));
    await store.setCall(input.transitionId, input, act.writer, [audit.entry(act.done)]);
    return this.#changed(input);
  }

  /** Makes each point that is neither ticked nor a task yet into one, as an edit of the tasks by this person. @throws SamradError `not-found`. */
  async makeTasks(
    session: Session,
    input: Target & { language: TaskLanguage },
  ): Promise<{ transition: Transition; made: number }> {
    const { sections, store, audit } = this.#parts;
    const { before, act } = await this.#actOn(session, input, this.#attempt('transition:make-tasks'));
    const made = await sections.open(
      documentName({ kind: 'section', planId: input.planId, sectionId: 'tasks' }),
      async (section) => {
        const missing = section.read((doc) => missingTasks(doc, before, input.language));
        const alongside = [...store.tasksMade(before.id, missing.points, act.writer.at), audit.entry(act.done)];
        const author = { personId: act.member.personId, role: act.member.role, sessionId: session.id };
        if (missing.rows === 0) await store.write(alongside);
        else await section.edit(author, alongside, missing.write);
        return missing.rows;
      },
    );
    return { transition: await this.#changed(input), made };
  }

  /** The transitions of a plan, newest first. Not for a person: asks no rights, records nothing. */
  transitionsOf(planId: string): Promise<Transition[]> {
    return this.#parts.store.all(planId);
  }

  #attempt(action: AuditEvent['action'], detail?: string): Attempt {
    return { action, channel: 'rest', sectionId: 'tasks', ...(detail !== undefined && { detail }) };
  }

  /** The session's person as one who may record transitions. @throws SamradError `not-found`; recorded as refused. */
  async #act(session: Session, planId: string, attempt: Attempt): Promise<Act> {
    const { careTeam, now } = this.#parts;
    const member = await careTeam.memberOf(session, planId, attempt, 'plan');
    const actor = auditActor(session, member);
    if (!mayRecordTransition(member)) throw await careTeam.refusal(actor, { ...attempt, planId });
    return {
      member,
      actor,
      writer: { personId: member.personId, role: member.role, at: now().toISOString() },
      done: { ...attempt, outcome: 'done', actor, planId },
    };
  }

  async #actOn(session: Session, target: Target, attempt: Attempt): Promise<{ before: Transition; act: Act }> {
    const act = await this.#act(session, target.planId, attempt);
    const before = await this.#find(target);
    if (before === null) throw await this.#parts.careTeam.refusal(act.actor, { ...attempt, planId: target.planId });
    return { before, act };
  }

  async #find({ planId, transitionId }: Target): Promise<Transition | null> {
    const all = await this.#parts.store.all(planId);
    return all.find(({ id }) => id === transitionId) ?? null;
  }

  /** Tells the open pages, and answers the transition as it is now. */
  async #changed(target: Target): Promise<Transition> {
    this.#parts.tell(target.planId, 'tasks');
    const transition = await this.#find(target);
    if (transition === null) throw new Error(`A transition with ${checkPoints.length} points went missing.`);
    return transition;
  }
}
