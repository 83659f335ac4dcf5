/** REST: what is left of meetings. */
import type { minutesRoutes } from '../../../shared/protocol/routes/minutes.ts';
import type { MeetingService } from '../../meetings/meetingService.ts';
import type { MinutesService } from '../../meetings/minutes/minutesService.ts';
import type { HandlersOf } from '../handler.ts';

interface Services {
  readonly meetings: MeetingService;
  readonly minutes: MinutesService;
}

export function minutesHandlers({ meetings, minutes }: Services): HandlersOf<typeof minutesRoutes> {
  return {
    planMeetings: async ({ session, params }) => ({ meetings: await meetings.ofPlan(session, params.planId) }),
    meetingRecord: ({ session, params }) => minutes.record(session, params.meetingId),
    finishMinutes: async ({ session, params }) => {
      await minutes.finish(session, params.meetingId);
      return {};
    },
    approveMinutes: async ({ session, params, body }) => {
      await minutes.approve(session, params.meetingId, body.hash);
      return {};
    },
  };
}
