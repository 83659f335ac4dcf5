/** The templates that a plan follows, as commands. They speak of where the plan stands, so whoever may read its evaluation may read them. */
import { templateIds, templates, type TalkId, type TemplateId } from '../../shared/careplan/templates.ts';
import type { TemplateUse } from '../../shared/careplan/templateUse.ts';
import { mayChangeTemplates, mayDeclineTemplate } from '../../shared/domain/policy.ts';
import { SamradError } from '../../shared/protocol/errors.ts';
import type { RouteBody, RouteOutput } from '../../shared/protocol/rest.ts';
import type { NoticeTopic } from '../../shared/protocol/sync.ts';
import { auditActor, type CareTeam, type TeamMember } from '../access/careTeam.ts';
import type { Session } from '../access/sessions.ts';
import type { AuditLog } from '../audit/auditLog.ts';
import type { Query } from '../storage/database.ts';
import type { TemplateRef, TemplateStore } from '../storage/templateStore.ts';
import type { Writer } from '../storage/transitionStore.ts';

interface Dependencies {
  readonly careTeam: CareTeam;
  readonly store: TemplateStore;
  readonly audit: AuditLog;
  readonly now: () => Date;
  readonly tell: (planId: string, topic: NoticeTopic) => void;
}

export class TemplateService {
  readonly #parts: Dependencies;

  constructor(parts: Dependencies) {
    this.#parts = parts;
  }

  /** @throws SamradError `not-found` for those who may not read the section `review`; recorded as refused. */
  async read(session: Session, planId: string): Promise<RouteOutput<'templates'>> {
    const { careTeam, audit, store } = this.#parts;
    const attempt = { action: 'template:read', channel: 'rest', sectionId: 'review' } as const;
    const { member, access } = await careTeam.admittance(session, planId, attempt);
    const actor = auditActor(session, member);
    if ((access.get('review') ?? 'none') === 'none') throw await careTeam.refusal(actor, { ...attempt, planId });
    await audit.record({ ...attempt, outcome: 'done', actor, planId });
    return {
      uses: await store.all(planId),
      mayChange: mayChangeTemplates(member),
      mayDecline: templateIds.some((template) => mayDeclineTemplate(member, template)),
    };
  }

  /** Begins a template, ends it, or notes that the patient declines. @throws SamradError `not-found`. */
  async set(session: Session, ref: TemplateRef, body: RouteBody<'setTemplate'>): Promise<TemplateUse[]> {
    const may = (member: TeamMember): boolean =>
      body.state === 'declined' ? mayDeclineTemplate(member, ref.template) : mayChangeTemplates(member);
    const askAgainOn = body.state === 'declined' ? body.askAgainOn : '';
    return this.#change({ session, ref, what: body.state, may }, (writer, record) =>
      this.#parts.store.set(ref, { state: body.state, askAgainOn }, writer, [record]),
    );
  }

  /** Notes that a talk was held. @throws SamradError `not-found`, also where the template has no such talk. */
  async setTalk(
    session: Session,
    ref: TemplateRef,
    input: { talk: TalkId; heldOn: string | null },
  ): Promise<TemplateUse[]> {
    if (!hasTalk(ref.template, input.talk)) throw new SamradError('not-found');
    return this.#change({ session, ref, what: input.talk, may: mayChangeTemplates }, (writer, record) =>
      this.#parts.store.setTalk(ref, input, writer, [record]),
    );
  }

  /** Ticks what was talked about in a talk. @throws SamradError `not-found`, also where the template has no such talk or topic. */
  async tickTopic(
    session: Session,
    ref: TemplateRef,
    input: { talk: TalkId; topic: string; ticked: boolean },
  ): Promise<TemplateUse[]> {
    const { topics, headings } = templates[ref.template];
    if (!topics || !hasTalk(ref.template, input.talk) || !headings.some(({ id }) => id === input.topic))
      throw new SamradError('not-found');
    const what = `${input.talk}/${input.topic}`;
    return this.#change({ session, ref, what, may: mayChangeTemplates }, (writer, record) =>
      this.#parts.store.setTopic(ref, input, writer, [record]),
    );
  }

  /** How the plan stands to each template it has met. Not for a person: asks no rights, records nothing. */
  templatesOf(planId: string): Promise<TemplateUse[]> {
    return this.#parts.store.all(planId);
  }

  async #change(
    {
      session,
      ref,
      what,
      may,
    }: { session: Session; ref: TemplateRef; what: string; may: (member: TeamMember) => boolean },
    store: (writer: Writer, record: Query) => Promise<void>,
  ): Promise<TemplateUse[]> {
    const { careTeam, audit, now, tell } = this.#parts;
    const { planId, template } = ref;
    const detail = `${template}: ${what}`;
    const attempt = { action: 'template:change', channel: 'rest', sectionId: 'review', detail } as const;
    const member = await careTeam.memberOf(session, planId, attempt, 'plan');
    const actor = auditActor(session, member);
    if (!may(member)) throw await careTeam.refusal(actor, { ...attempt, planId });
    const writer = { personId: member.personId, role: member.role, at: now().toISOString() };
    await store(writer, audit.entry({ ...attempt, outcome: 'done', actor, planId }));
    tell(planId, 'templates');
    return this.#parts.store.all(planId);
  }
}

function hasTalk(template: TemplateId, talk: TalkId): boolean {
  return templates[template].talks.some(({ id }) => id === talk);
}
