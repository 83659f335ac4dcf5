/** Which identity number a member of a team has, as the coordinator tells it, so that an identity provider can say who they are. */
import { isIdentityNumber, type MembershipProblem } from '../../shared/domain/membership.ts';
import { mayRegisterNumber } from '../../shared/domain/policy.ts';
import { SamradError } from '../../shared/protocol/errors.ts';
import type { AuditLog } from '../audit/auditLog.ts';
import { auditActor, type CareTeam } from './careTeam.ts';
import type { Identities } from './oidc/identities.ts';
import type { Session } from './session.ts';

interface Dependencies {
  readonly careTeam: CareTeam;
  readonly audit: AuditLog;
  /** Null where there is no identity provider. */
  readonly identities: Pick<Identities, 'announce'> | null;
}

export class MemberNumbers {
  readonly #parts: Dependencies;

  constructor(parts: Dependencies) {
    this.#parts = parts;
  }

  /** @throws SamradError `not-found` for who may not, and for who is no member; `bad-request` with details. */
  async register(session: Session, input: { planId: string; personId: string; number: string }): Promise<void> {
    const { careTeam, audit, identities } = this.#parts;
    const { planId, personId } = input;
    const attempt = { action: 'identity:announce', channel: 'rest' } as const;
    const member = await careTeam.memberOf(session, planId, attempt, 'plan');
    const actor = auditActor(session, member);
    const isMember = (await careTeam.members(planId)).some((candidate) => candidate.personId === personId);
    if (!isMember || !mayRegisterNumber(member, session)) throw await careTeam.refusal(actor, { ...attempt, planId });
    const event = { ...attempt, actor, planId, subjectId: personId } as const;
    const number = input.number.replaceAll(/\s/g, '');
    const problem: MembershipProblem | null =
      identities === null
        ? 'no-provider'
        : !isIdentityNumber(number)
          ? 'number-wrong'
          : (await identities.announce({ personId, number, alongside: audit.entry({ ...event, outcome: 'done' }) }))
            ? null
            : 'number-taken';
    if (problem === null) return;
    await audit.record({ ...event, outcome: 'refused', detail: problem });
    throw new SamradError('bad-request', [problem]);
  }
}
