/** REST: who is in the care team. */
import type { teamRoutes } from '../../../shared/protocol/routes/team.ts';
import type { MemberNumbers } from '../../access/memberNumbers.ts';
import type { Memberships } from '../../access/memberships.ts';
import type { HandlersOf } from '../handler.ts';

export function teamHandlers({
  memberships,
  memberNumbers,
}: {
  memberships: Memberships;
  memberNumbers: MemberNumbers;
}): HandlersOf<typeof teamRoutes> {
  return {
    team: ({ session, params }) => memberships.list(session, params.planId),
    findProfessionals: async ({ session, params, body }) => ({
      people: await memberships.find(session, { ...params, ...body }),
    }),
    inviteMember: async ({ session, params, body }) => {
      await memberships.invite(session, { ...params, ...body });
      return {};
    },
    withdrawInvitation: async ({ session, params }) => {
      await memberships.withdraw(session, params);
      return {};
    },
    endMembership: async ({ session, params }) => {
      await memberships.end(session, params);
      return {};
    },
    registerNumber: async ({ session, params, body }) => {
      await memberNumbers.register(session, { ...params, ...body });
      return {};
    },
    ownInvitations: ({ session }) => memberships.own(session),
    answerInvitation: async ({ session, params, body }) => {
      await memberships.answer(session, { ...params, ...body });
      return {};
    },
  };
}
