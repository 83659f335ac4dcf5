/** REST: my patients, and what a page must know to show a plan. */
import type { planRoutes } from '../../../shared/protocol/routes/plan.ts';
import type { NewPlans } from '../../access/newPlans.ts';
import type { StaffRegister } from '../../access/passkeys/staff.ts';
import type { PlanService } from '../../careplan/planService.ts';
import type { MeetingService } from '../../meetings/meetingService.ts';
import type { PlanDeletions } from '../../retention/planDeletions.ts';
import type { HandlersOf } from '../handler.ts';

interface Services {
  readonly plans: PlanService;
  readonly newPlans: NewPlans;
  readonly planDeletions: PlanDeletions;
  readonly staffRegister: StaffRegister;
  readonly meetings: MeetingService;
}

export function planHandlers({
  plans,
  newPlans,
  planDeletions,
  staffRegister,
  meetings,
}: Services): HandlersOf<typeof planRoutes> {
  return {
    home: async ({ session }) => ({
      patients: await plans.patients(session),
      meetings: await meetings.upcoming(session),
      mayCreatePlan: await newPlans.mayCreate(session),
      administrates: await staffRegister.administrates(session),
    }),
    createPlan: async ({ session, body }) => ({ planId: await newPlans.create(session, body) }),
    plan: ({ session, params }) => plans.read(session, params.planId),
    deletePlan: async ({ session, params }) => {
      await planDeletions.ask(session, params.planId);
      return {};
    },
    keepPlan: async ({ session, params }) => {
      await planDeletions.cancel(session, params.planId);
      return {};
    },
    ownTasks: async ({ session, params }) => ({ tasks: await plans.ownTasks(session, params.planId) }),
    setOwnTaskStatus: async ({ session, params, body }) => {
      await plans.setOwnTaskStatus(session, { ...params, ...body });
      return {};
    },
  };
}
