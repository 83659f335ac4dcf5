/**
 * The care team as commands: the patient and the coordinator (or, while there is none, a core professional) invite and end, whoever is invited answers, anybody may leave. A
 * right that ends is gone, with what was open by it, before the end is answered.
 */
import type { AuditAction } from '../../shared/domain/auditAction.ts';
import { newId } from '../../shared/domain/ids.ts';
import {
  emergencyPurpose,
  membershipState,
  type MembershipProblem,
  type Purpose,
} from '../../shared/domain/membership.ts';
import { mayChangeTeam } from '../../shared/domain/policy.ts';
import { signsIn, type Role } from '../../shared/domain/roles.ts';
import { SamradError } from '../../shared/protocol/errors.ts';
import type { RouteOutput } from '../../shared/protocol/rest.ts';
import type { AuditEvent, AuditLog } from '../audit/auditLog.ts';
import type { MembershipStore, StoredInvitation, StoredSeat } from '../storage/membershipStore.ts';
import { auditActor, type CareTeam, type TeamMember } from './careTeam.ts';
import type { Session } from './session.ts';

interface Dependencies {
  readonly careTeam: CareTeam;
  readonly store: MembershipStore;
  readonly audit: AuditLog;
  readonly now: () => Date;
  /** Whether a provider can tell who somebody is; null where there is no provider. */
  readonly isKnown: (personId: string) => Promise<boolean | null>;
  /** Tells that a person's rights have changed; resolves when what they held by rights that are gone is closed. */
  readonly changed: (who: { planId: string; personId: string }) => Promise<void>;
}

/** Whom to invite. `until` is ISO 8601 in UTC, null: until further notice. */
interface Invite {
  readonly planId: string;
  readonly who: { readonly personId: string } | { readonly name: string };
  readonly role: Role;
  readonly organisation: string;
  readonly purpose: Purpose;
  readonly until: string | null;
}

/** How many people a search answers. */
const foundAtMost = 10;

export class Memberships {
  readonly #parts: Dependencies;

  constructor(parts: Dependencies) {
    this.#parts = parts;
  }

  /** Who is, was, will be and is asked to be in the team. @throws SamradError `not-found`. */
  async list(session: Session, planId: string): Promise<RouteOutput<'team'>> {
    const { careTeam, store, audit, isKnown } = this.#parts;
    const attempt = { action: 'team:read', channel: 'rest' } as const;
    const member = await careTeam.memberOf(session, planId, attempt, 'plan');
    await audit.record({ ...attempt, outcome: 'done', actor: auditActor(session, member), planId });
    const at = this.#time();
    const seats = await store.seats(planId);
    const mayChange = this.#mayChange(member, session, seats);
    const invitations = mayChange ? await store.invitationsOf(planId) : [];
    return {
      mayChange,
      seats: await Promise.all(
        seats.map(async ({ purpose, from, until, ...who }) => ({
          member: who,
          purpose,
          from,
          until,
          state: membershipState({ from, until }, at),
          isKnown: mayChange ? await isKnown(who.personId) : null,
        })),
      ),
      invitations: invitations.map(({ personId, name, planId: _plan, purpose: _purpose, ...told }) => ({
        ...told,
        person: { personId, name },
      })),
    };
  }

  /** @throws SamradError `not-found` for who may not change the team. */
  async find(session: Session, { planId, name }: { planId: string; name: string }) {
    const actor = await this.#changer(session, planId, 'team:search');
    await this.#parts.audit.record({ action: 'team:search', outcome: 'done', actor, channel: 'rest', planId });
    return this.#parts.store.professionals(name, foundAtMost);
  }

  /**
   * Asks a professional, or adds somebody who comes by links.
   * @throws SamradError `not-found` for who may not; `bad-request` with details as MembershipProblem.
   */
  async invite(session: Session, invite: Invite): Promise<void> {
    const { store, audit, changed } = this.#parts;
    const { planId, who, role, organisation, purpose, until } = invite;
    const actor = await this.#changer(session, planId, 'team:invite');
    const event = { action: 'team:invite', channel: 'rest', actor, planId } as const;
    const problems = await this.#problemsOf(invite);
    if (problems.length > 0) return this.#refuse(event, problems);
    const at = this.#time();
    const personId = 'personId' in who ? who.personId : newId();
    const done = audit.entry({ ...event, outcome: 'done', subjectId: personId, detail: role });
    if (signsIn(role)) {
      const invitation = { id: newId(), planId, personId, role, organisation, purpose, until };
      await store.write([store.invite({ invitation, by: session.personId, at }), done]);
      return;
    }
    const added = 'name' in who ? [store.addPerson({ id: personId, name: who.name })] : [];
    const seat = { planId, personId, role, organisation, professionId: null, purpose, from: at, until };
    await store.write([...added, store.seat(seat), done]);
    await changed({ planId, personId });
  }

  /** @throws SamradError `not-found` for who may not, and where nothing waits under this id. */
  async withdraw(session: Session, { planId, invitationId }: { planId: string; invitationId: string }): Promise<void> {
    const { store, audit } = this.#parts;
    const actor = await this.#changer(session, planId, 'team:withdraw');
    const event = { action: 'team:withdraw', channel: 'rest', actor, planId } as const;
    const found = (await store.invitationsOf(planId)).find(({ id }) => id === invitationId);
    if (!found) throw await this.#parts.careTeam.refusal(actor, event);
    await store.write([
      store.endInvitation({ id: invitationId, at: this.#time(), as: 'withdrawn' }),
      audit.entry({ ...event, outcome: 'done', subjectId: found.personId }),
    ]);
  }

  /**
   * Ends a membership now; resolves when nothing more of the plan reaches the person.
   * @throws SamradError `not-found` for who may not, and for who is not there; `bad-request` with details.
   */
  async end(session: Session, { planId, personId }: { planId: string; personId: string }): Promise<void> {
    const { careTeam, store, audit, changed } = this.#parts;
    const action = 'team:end';
    const member = await careTeam.memberOf(session, planId, { action, channel: 'rest' }, 'plan');
    const actor = auditActor(session, member);
    const event = { action, channel: 'rest', actor, planId } as const;
    const isOwn = personId === session.personId && session.identification !== 'link';
    const seats = await store.seats(planId);
    const standing = seats.filter((seat) => membershipState(seat, this.#time()) !== 'ended');
    const found = standing.find((seat) => seat.personId === personId);
    if (!found || !(isOwn || this.#mayChange(member, session, seats))) throw await careTeam.refusal(actor, event);
    const problem = endProblem(found, standing);
    if (problem) return this.#refuse({ ...event, subjectId: personId }, [problem]);
    await store.write([
      store.end({ planId, personId, at: this.#time() }),
      audit.entry({ ...event, outcome: 'done', subjectId: personId }),
    ]);
    await changed({ planId, personId });
  }

  /** Teams that the session's person is asked to be in. */
  async own(session: Session): Promise<RouteOutput<'ownInvitations'>> {
    const { careTeam, audit } = this.#parts;
    const found = await this.#waitingFor(session);
    await audit.record({ action: 'team:invitations', outcome: 'done', actor: auditActor(session), channel: 'rest' });
    return {
      invitations: await Promise.all(
        found.map(async ({ id, planId, role, organisation, until, invitedBy, invitedAt }) => ({
          id,
          role,
          organisation,
          until,
          invitedBy,
          invitedAt,
          patientName: await careTeam.patientName(planId),
        })),
      ),
    };
  }

  /** @throws SamradError `not-found` for an invitation that is not mine, or not any more. */
  async answer(session: Session, { invitationId, accept }: { invitationId: string; accept: boolean }): Promise<void> {
    const { store, audit, changed, careTeam } = this.#parts;
    const actor = auditActor(session);
    const event = { action: 'team:answer', channel: 'rest', actor } as const;
    const found = (await this.#waitingFor(session)).find(({ id }) => id === invitationId);
    if (!found) throw await careTeam.refusal(actor, event);
    const { planId, personId, role, organisation, purpose, until } = found;
    const at = this.#time();
    const professionId = await store.professionIdOf(personId);
    const seat = { planId, personId, role, organisation, professionId, purpose, from: at, until };
    await store.write([
      store.endInvitation({ id: invitationId, at, as: accept ? 'accepted' : 'declined' }),
      ...(accept ? [store.seat(seat)] : []),
      audit.entry({ ...event, outcome: 'done', planId, detail: accept ? 'accepted' : 'declined' }),
    ]);
    if (accept) await changed({ planId, personId });
  }

  /** A link does not say who holds it: nobody answers by one. An invitation whose time is up is none. */
  async #waitingFor(session: Session): Promise<StoredInvitation[]> {
    if (session.identification === 'link') return [];
    const at = this.#time();
    const found = await this.#parts.store.invitationsTo(session.personId);
    return found.filter(({ until }) => until === null || until > at);
  }

  async #changer(session: Session, planId: string, action: AuditAction) {
    const { careTeam } = this.#parts;
    const member = await careTeam.memberOf(session, planId, { action, channel: 'rest' }, 'plan');
    const actor = auditActor(session, member);
    if (!this.#mayChange(member, session, await this.#parts.store.seats(planId)))
      throw await careTeam.refusal(actor, { action, channel: 'rest', planId });
    return actor;
  }

  #mayChange(member: TeamMember, { identification }: Session, seats: readonly StoredSeat[]): boolean {
    const at = this.#time();
    const isCoordinated = seats.some((seat) => seat.role === 'coordinator' && membershipState(seat, at) === 'active');
    return mayChangeTeam(member, { identification, isCoordinated });
  }

  async #problemsOf({ planId, who, role, until }: Invite): Promise<MembershipProblem[]> {
    const { store } = this.#parts;
    const at = this.#time();
    const problems: MembershipProblem[] = [];
    if (until !== null && until <= at) problems.push('until-past');
    if (!('personId' in who)) return signsIn(role) ? [...problems, 'person-unknown'] : problems;
    const { personId } = who;
    const [seats, invitations, isProfessional] = await Promise.all([
      store.seats(planId),
      store.invitationsOf(planId),
      store.isProfessional(personId),
    ]);
    const before = seats.find((seat) => seat.personId === personId);
    const isEmergency = before?.purpose === emergencyPurpose;
    const isThere = before !== undefined && !isEmergency && membershipState(before, at) !== 'ended';
    if (isThere || invitations.some((invitation) => invitation.personId === personId)) problems.push('already-there');
    // Whoever is no professional here, and was never in this team, is nobody to this team.
    if (isProfessional !== true && before === undefined) problems.push('person-unknown');
    return problems;
  }

  async #refuse(event: Omit<AuditEvent, 'outcome'>, problems: readonly MembershipProblem[]): Promise<never> {
    await this.#parts.audit.record({ ...event, outcome: 'refused', detail: problems.join(' ') });
    throw new SamradError('bad-request', problems);
  }

  #time(): string {
    return this.#parts.now().toISOString();
  }
}

function endProblem(seat: StoredSeat, standing: readonly StoredSeat[]): MembershipProblem | null {
  if (seat.role === 'patient') return 'is-patient';
  const coordinators = standing.filter(({ role }) => role === 'coordinator');
  return seat.role === 'coordinator' && coordinators.length < 2 ? 'last-coordinator' : null;
}
