/** The REST API on a page: which service answers which group of routes. */
import type { DemoPeople } from '../access/demoPeople.ts';
import type { Sessions } from '../access/sessions.ts';
import type { Comments } from '../careplan/comments.ts';
import type { MedicinesService } from '../careplan/medicinesService.ts';
import type { PlanService } from '../careplan/planService.ts';
import type { TransitionService } from '../careplan/transitions/transitionService.ts';
import type { Invitations } from '../meetings/invitations.ts';
import type { MeetingService } from '../meetings/meetingService.ts';
import { GiveCookie } from './giveCookie.ts';
import type { Handlers } from './handler.ts';
import { commentHandlers } from './handlers/comments.ts';
import { medicinesHandlers } from './handlers/medicines.ts';
import { meetingHandlers } from './handlers/meetings.ts';
import { planHandlers } from './handlers/plan.ts';
import { sessionHandlers } from './handlers/session.ts';
import { transitionHandlers } from './handlers/transitions.ts';
import type { Origins } from './origins.ts';

export interface Services {
  readonly sessions: Sessions;
  readonly demoPeople: DemoPeople;
  readonly plans: PlanService;
  readonly meetings: MeetingService;
  readonly medicines: MedicinesService;
  readonly comments: Comments;
  readonly invitations: Invitations;
  readonly transitions: TransitionService;
  readonly origins: Origins;
  /** Whether people are chosen from the demo page. */
  readonly demo: boolean;
}

export function createHandlers(services: Services): Handlers {
  const giveCookie = new GiveCookie(services.origins);
  return {
    ...sessionHandlers({ ...services, giveCookie }),
    ...planHandlers(services),
    ...medicinesHandlers(services),
    ...commentHandlers(services),
    ...meetingHandlers({ ...services, giveCookie }),
    ...transitionHandlers(services),
  };
}
