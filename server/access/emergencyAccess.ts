/**
 * Emergency access (nødtilgang): a professional outside the team reads a plan for a few hours, with a reason that stands in
 * the patient's log. Patient and coordinator are told. There is no search before it: whoever finds a plan has opened it.
 */
import { newId } from '../../shared/domain/ids.ts';
import { emergencyPurpose, isIdentityNumber, type MembershipProblem } from '../../shared/domain/membership.ts';
import { mayBeToldOfEmergency } from '../../shared/domain/policy.ts';
import { SamradError } from '../../shared/protocol/errors.ts';
import type { RouteBody } from '../../shared/protocol/rest.ts';
import type { Emergency } from '../../shared/protocol/routes/emergencyAccess.ts';
import type { AuditLog } from '../audit/auditLog.ts';
import type { CareTeamStore } from '../storage/careTeamStore.ts';
import type { EmergencyStore } from '../storage/emergencyStore.ts';
import type { MembershipStore } from '../storage/membershipStore.ts';
import { auditActor, type CareTeam } from './careTeam.ts';
import type { Identities } from './oidc/identities.ts';
import type { Session } from './session.ts';

interface Dependencies {
  readonly careTeam: CareTeam;
  readonly team: Pick<CareTeamStore, 'member'>;
  readonly members: Pick<MembershipStore, 'seat' | 'professionIdOf'>;
  readonly store: EmergencyStore;
  /** Null where there is no identity provider. */
  readonly identities: Pick<Identities, 'personOf'> | null;
  readonly audit: AuditLog;
  readonly now: () => Date;
  /** How long a plan is open so, ms. */
  readonly lastsMs: number;
  readonly isProfessional: (session: Session) => Promise<boolean>;
  /** Tells that a person's rights have changed. */
  readonly changed: (who: { planId: string; personId: string }) => Promise<void>;
}

const attempt = { action: 'plan:emergency', channel: 'rest' } as const;

export class EmergencyAccess {
  readonly #parts: Dependencies;

  constructor(parts: Dependencies) {
    this.#parts = parts;
  }

  /**
   * Opens a plan; answers its id.
   * @throws SamradError `not-found` for who is no professional here; `bad-request` with details as MembershipProblem.
   */
  async open(session: Session, wish: RouteBody<'openEmergency'>): Promise<string> {
    const { careTeam, team, members, store, audit, now, lastsMs, isProfessional, changed } = this.#parts;
    if (!(await isProfessional(session))) throw await careTeam.refusal(auditActor(session), attempt);
    const planId = await this.#planOf(wish.patient);
    if (planId === null) throw await this.#refusal(session, 'patient-unknown');
    const { personId } = session;
    const at = now().toISOString();
    const before = await team.member(planId, personId, at);
    if (before !== null && before.purpose !== emergencyPurpose)
      throw await this.#refusal(session, 'already-there', planId);
    const { role, organisation, reason } = wish;
    const professionId = await members.professionIdOf(personId);
    const until = new Date(now().getTime() + lastsMs).toISOString();
    const place = { role, organisation, professionId, purpose: emergencyPurpose } as const;
    await store.write([
      members.seat({ planId, personId, ...place, from: at, until }),
      store.insertion({ id: newId(), planId, personId, role, organisation, reason, at, until }),
      audit.entry({ ...attempt, outcome: 'done', actor: { ...auditActor(session), ...place }, planId, detail: reason }),
    ]);
    await changed({ planId, personId });
    return planId;
  }

  /** What the session's person is to be told, and has not said they have seen. */
  async unseen(session: Session): Promise<Emergency[]> {
    const found = await this.#unseen(session);
    const event = { action: 'emergency:read', outcome: 'done', channel: 'rest' } as const;
    await this.#parts.audit.record({ ...event, actor: auditActor(session) });
    return found;
  }

  /** @throws SamradError `not-found` for one that I am not told of, or have seen. */
  async acknowledge(session: Session, emergencyId: string): Promise<void> {
    const { careTeam, store, audit, now } = this.#parts;
    const event = { action: 'emergency:seen', channel: 'rest' } as const;
    const actor = auditActor(session);
    const found = (await this.#unseen(session)).find(({ id }) => id === emergencyId);
    if (!found) throw await careTeam.refusal(actor, event);
    await store.write([
      store.seen(emergencyId, session.personId, now().toISOString()),
      audit.entry({ ...event, outcome: 'done', actor, planId: found.planId }),
    ]);
  }

  async #unseen(session: Session): Promise<Emergency[]> {
    const memberships = await this.#parts.careTeam.memberships(session, 'plan');
    const told = memberships.filter((member) => mayBeToldOfEmergency(member, session));
    return this.#parts.store.unseen(
      session.personId,
      told.map(({ planId }) => planId),
    );
  }

  async #planOf(patient: string): Promise<string | null> {
    const { store, identities } = this.#parts;
    const number = patient.replaceAll(/\s/g, '');
    if (!isIdentityNumber(number)) return store.planOfName(patient);
    const personId = identities && (await identities.personOf(number));
    return personId && store.planOf(personId);
  }

  async #refusal(session: Session, problem: MembershipProblem, planId?: string): Promise<SamradError> {
    const about = planId === undefined ? {} : { planId };
    const actor = auditActor(session);
    await this.#parts.audit.record({ ...attempt, ...about, outcome: 'refused', actor, detail: problem });
    return new SamradError('bad-request', [problem]);
  }
}
