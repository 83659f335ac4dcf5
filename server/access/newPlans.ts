/** The first plan of a patient, made by a professional: with the two of them as its team. */
import { newId } from '../../shared/domain/ids.ts';
import { isIdentityNumber, type MembershipProblem } from '../../shared/domain/membership.ts';
import { SamradError } from '../../shared/protocol/errors.ts';
import type { RouteBody } from '../../shared/protocol/rest.ts';
import type { AuditLog } from '../audit/auditLog.ts';
import type { Query } from '../storage/database.ts';
import type { MembershipStore } from '../storage/membershipStore.ts';
import type { PlanStore } from '../storage/planStore.ts';
import { auditActor, type CareTeam } from './careTeam.ts';
import type { Identities } from './oidc/identities.ts';
import type { Session } from './session.ts';

interface Dependencies {
  readonly careTeam: CareTeam;
  readonly members: Pick<MembershipStore, 'isProfessional' | 'professionIdOf'>;
  readonly store: PlanStore;
  /** Null where there is no identity provider. */
  readonly identities: Pick<Identities, 'register'> | null;
  readonly audit: AuditLog;
  readonly now: () => Date;
}

const attempt = { action: 'plan:create', channel: 'rest' } as const;

export class NewPlans {
  readonly #parts: Dependencies;

  constructor(parts: Dependencies) {
    this.#parts = parts;
  }

  /** Whether the session's person is a professional here, known by more than a link. */
  async mayCreate(session: Session): Promise<boolean> {
    return session.identification !== 'link' && (await this.#parts.members.isProfessional(session.personId)) === true;
  }

  /**
   * Makes the plan; answers its id.
   * @throws SamradError `not-found` for who may not; `bad-request` with details as MembershipProblem.
   */
  async create(session: Session, wish: RouteBody<'createPlan'>): Promise<string> {
    const { careTeam, store, identities } = this.#parts;
    if (!(await this.mayCreate(session))) throw await careTeam.refusal(auditActor(session), attempt);
    const planId = newId();
    if (wish.number === null) {
      const patient = { id: newId(), name: wish.patientName };
      await store.write([store.addPerson(patient), ...(await this.#plan(session, wish, planId, patient.id))]);
      return planId;
    }
    const number = wish.number.replaceAll(/\s/g, '');
    if (identities === null) throw await this.#refusal(session, 'no-provider');
    if (!isIdentityNumber(number)) throw await this.#refusal(session, 'number-wrong');
    await identities.register({
      number,
      name: wish.patientName,
      make: async (patientId) => {
        if (patientId === session.personId) throw await this.#refusal(session, 'number-taken');
        if (await store.isPatient(patientId)) throw await this.#refusal(session, 'has-plan');
        return this.#plan(session, wish, planId, patientId);
      },
    });
    return planId;
  }

  /** The statements that write the plan of a patient who is there, and the record of it. */
  async #plan(
    session: Session,
    { role, organisation }: RouteBody<'createPlan'>,
    planId: string,
    patientId: string,
  ): Promise<Query[]> {
    const { store, members, audit, now } = this.#parts;
    const professionId = await members.professionIdOf(session.personId);
    const maker = { personId: session.personId, role, organisation, professionId, purpose: 'TREAT' };
    const patient = {
      personId: patientId,
      role: 'patient',
      organisation: '',
      professionId: null,
      purpose: 'COC',
    } as const;
    return [
      ...store.insertions({
        id: planId,
        patientId,
        members: [patient, maker],
        consents: [],
        content: [],
        at: now().toISOString(),
      }),
      audit.entry({ ...attempt, outcome: 'done', actor: { ...auditActor(session), ...maker }, planId }),
    ];
  }

  async #refusal(session: Session, problem: MembershipProblem): Promise<SamradError> {
    const actor = auditActor(session);
    await this.#parts.audit.record({ ...attempt, outcome: 'refused', actor, detail: problem });
    return new SamradError('bad-request', [problem]);
  }
}
