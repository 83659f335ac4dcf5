/** Consents as commands: the patient opens sections for a person and closes them again, the coordinator records it for them. */
import type { SectionId } from '../../shared/careplan/sections.ts';
import {
  isStanding,
  sectionsByConsent,
  type ConsentProblem,
  type consentManners,
} from '../../shared/domain/consent.ts';
import { consentTask, maySeeConsents } from '../../shared/domain/policy.ts';
import { SamradError } from '../../shared/protocol/errors.ts';
import type { RouteOutput } from '../../shared/protocol/rest.ts';
import type { ConsentInfo } from '../../shared/protocol/routes/consents.ts';
import type { AuditAction } from '../../shared/domain/auditAction.ts';
import type { AuditActor, AuditLog } from '../audit/auditLog.ts';
import type { ConsentStore, StoredConsent } from '../storage/consentStore.ts';
import { auditActor, type CareTeam, type TeamMember } from './careTeam.ts';
import type { Session } from './sessions.ts';

interface Dependencies {
  readonly careTeam: CareTeam;
  readonly store: ConsentStore;
  readonly audit: AuditLog;
  readonly now: () => Date;
  /** Tells that a person's rights have changed; resolves when what they held by rights that are gone is closed. */
  readonly changed: (who: { planId: string; personId: string }) => Promise<void>;
}

/** What is to be opened. Times are ISO 8601 in UTC; `from` null is at once. `recorded`: by the coordinator. */
interface Opening {
  readonly planId: string;
  readonly personId: string;
  readonly sectionIds: readonly SectionId[];
  readonly from: string | null;
  readonly until: string | null;
  readonly recorded: { readonly gaveBy: string; readonly how: (typeof consentManners)[number] } | null;
}

export class ConsentService {
  readonly #parts: Dependencies;

  constructor(parts: Dependencies) {
    this.#parts = parts;
  }

  /** What was opened for whom, as far as the person may know. @throws SamradError `not-found`. */
  async list(session: Session, planId: string): Promise<RouteOutput<'consents'>> {
    const { careTeam, store, audit } = this.#parts;
    const attempt = { action: 'consent:read', channel: 'rest' } as const;
    const member = await careTeam.memberOf(session, planId, attempt, 'plan');
    await audit.record({ ...attempt, outcome: 'done', actor: auditActor(session, member), planId });
    const [stored, people] = await Promise.all([store.ofPlan(planId), careTeam.everMembers(planId)]);
    const known = new Map(people.map((person) => [person.personId, person]));
    const visible = stored.filter(({ personId }) => maySeeConsents(member) || personId === member.personId);
    return {
      may: consentTask(member, session),
      consents: visible.flatMap((consent) => infoOf(consent, known.get(consent.personId))),
    };
  }

  /**
   * Opens sections for one person.
   * @throws SamradError `not-found` for who may not; `bad-request` with details as shared/domain/consent.ts names them.
   */
  async give(session: Session, opening: Opening): Promise<void> {
    const { store, audit, changed } = this.#parts;
    const { planId, personId, until, recorded } = opening;
    const actor = await this.#actor(session, planId, 'consent:give');
    const at = this.#parts.now().toISOString();
    const sectionIds = [...new Set(opening.sectionIds)];
    const problems = await this.#problems({ ...opening, sectionIds }, { at, task: actor.task });
    const event = { action: 'consent:give', channel: 'rest', actor: actor.audit, planId, subjectId: personId } as const;
    if (problems.length > 0) {
      // Somebody who is no member is not named in the log.
      const { subjectId: _, ...refused } = event;
      await audit.record({ ...refused, outcome: 'refused', detail: problems.join(' ') });
      throw new SamradError('bad-request', problems);
    }
    await store.give(
      {
        planId,
        personId,
        sectionIds,
        from: opening.from ?? at,
        until,
        gaveBy: recorded?.gaveBy ?? actor.member.name,
        how: recorded?.how ?? 'self',
        recordedBy: actor.member.personId,
        recordedAt: at,
      },
      sectionIds.map((sectionId) => audit.entry({ ...event, outcome: 'done', sectionId })),
    );
    await changed({ planId, personId });
  }

  /**
   * Closes what was opened; resolves when nothing more of it reaches the persons. What has ended already stays as it is.
   * @throws SamradError `not-found` for who may not, and where one of the consents is unknown.
   */
  async withdraw(
    session: Session,
    { planId, consentIds }: { planId: string; consentIds: readonly string[] },
  ): Promise<void> {
    const { store, audit, careTeam, changed, now } = this.#parts;
    const action = 'consent:withdraw';
    const actor = await this.#actor(session, planId, action);
    const wanted = new Set(consentIds);
    const found = (await store.ofPlan(planId)).filter(({ id }) => wanted.has(id));
    if (found.length < wanted.size) throw await careTeam.refusal(actor.audit, { action, channel: 'rest', planId });
    const standing = found.filter(({ endedAt }) => endedAt === null);
    if (standing.length === 0) return;
    await store.withdraw(
      { ids: standing.map(({ id }) => id), by: actor.member.personId, at: now().toISOString() },
      standing.map(({ sectionId, personId }) =>
        audit.entry({
          action,
          outcome: 'done',
          actor: actor.audit,
          channel: 'rest',
          planId,
          sectionId,
          subjectId: personId,
        }),
      ),
    );
    const people = new Set(standing.map(({ personId }) => personId));
    await Promise.all([...people].map((personId) => changed({ planId, personId })));
  }

  async #actor(session: Session, planId: string, action: AuditAction) {
    const { careTeam } = this.#parts;
    const member = await careTeam.memberOf(session, planId, { action, channel: 'rest' }, 'plan');
    const audit: AuditActor = auditActor(session, member);
    const task = consentTask(member, session);
    if (task === 'none') throw await careTeam.refusal(audit, { action, channel: 'rest', planId });
    return { member, audit, task };
  }

  async #problems(opening: Opening, { at, task }: { at: string; task: 'give' | 'record' }): Promise<string[]> {
    const { planId, personId, sectionIds, until, recorded } = opening;
    const member = (await this.#parts.careTeam.members(planId)).find((candidate) => candidate.personId === personId);
    if (!member) return ['person-unknown' satisfies ConsentProblem];
    const from = opening.from ?? at;
    const problems: ConsentProblem[] = [];
    if (from < at) problems.push('from-past');
    if (until !== null && until <= at) problems.push('until-past');
    else if (until !== null && until <= from) problems.push('until-before-from');
    if ((task === 'record') !== (recorded !== null)) problems.push('manner-missing');
    const openable = sectionsByConsent(member.role);
    const closed = sectionIds.filter((id) => !openable.includes(id)).map((id) => about('section-not-by-consent', id));
    const overlapping = from > at ? await this.#openAt(from, opening) : [];
    return [...problems, ...closed, ...overlapping.map((id) => about('overlaps', id))];
  }

  /** Those of the sections that are open now and still will be at a later time. */
  async #openAt(from: string, { planId, personId, sectionIds }: Opening): Promise<SectionId[]> {
    const stored = await this.#parts.store.ofPlan(planId);
    const open = stored.filter((consent) => consent.personId === personId && isStanding(ended(consent), from));
    return sectionIds.filter((id) => open.some(({ sectionId, from: since }) => sectionId === id && since < from));
  }
}

function about(problem: ConsentProblem, sectionId: SectionId): string {
  return `${problem}:${sectionId}`;
}

function ended(consent: StoredConsent) {
  const { endedAt, endedById, endedByName, endedAs } = consent;
  const isEnded = endedAt !== null && endedById !== null && endedByName !== null && endedAs !== null;
  return {
    ...consent,
    ended: isEnded ? { at: endedAt, by: { personId: endedById, name: endedByName }, as: endedAs } : null,
  };
}

function infoOf(consent: StoredConsent, person: TeamMember | undefined): ConsentInfo[] {
  if (!person) return [];
  const { id, sectionId, from, until, gaveBy, how, recordedById, recordedByName, recordedAt } = consent;
  const { personId, name, role, organisation } = person;
  return [
    {
      id,
      sectionId,
      person: { personId, name, role, organisation },
      from,
      until,
      gaveBy,
      how,
      recordedBy: { personId: recordedById, name: recordedByName },
      recordedAt,
      ended: ended(consent).ended,
    },
  ];
}
