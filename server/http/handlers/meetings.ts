/** REST: meetings and the links into them. */
import { newId } from '../../../shared/domain/ids.ts';
import type { meetingRoutes } from '../../../shared/protocol/routes/meetings.ts';
import type { Invitations } from '../../meetings/invitations.ts';
import type { MeetingService } from '../../meetings/meetingService.ts';
import type { GiveCookie } from '../giveCookie.ts';
import type { HandlersOf } from '../handler.ts';
import type { Origins } from '../origins.ts';

interface Services {
  readonly meetings: MeetingService;
  readonly invitations: Invitations;
  readonly origins: Origins;
  readonly giveCookie: GiveCookie;
}

export function meetingHandlers(services: Services): HandlersOf<typeof meetingRoutes> {
  const { meetings, invitations, origins, giveCookie } = services;
  return {
    createMeeting: async ({ session, params, body }) => ({
      meeting: await meetings.create(session, { ...params, ...body }),
    }),
    meeting: async ({ session, params }) => ({ meeting: await meetings.read(session, params.meetingId) }),
    changeMeeting: async ({ session, params, body }) => ({
      meeting: await meetings.change(session, params.meetingId, body),
    }),
    cancelMeeting: async ({ session, params }) => {
      await meetings.cancel(session, params.meetingId);
      return {};
    },
    createLinks: async ({ session, params, request }) => {
      const links = await invitations.createLinks(session, params.meetingId);
      const url = (token: string) => `${origins.of(request)}/bli-med#${token}`;
      return { invitations: links.map(({ member, token }) => ({ member, url: url(token) })) };
    },
    revokeLink: async ({ session, params }) => {
      await invitations.revoke(session, params);
      return {};
    },
    redeemLink: async ({ session, body, request, response }) => {
      const device = giveCookie.deviceOf(request);
      const browserSecret = device.browserSecret ?? newId();
      const redeemed = await invitations.redeem({ token: body.token, device: { ...device, browserSecret }, session });
      giveCookie.browser(response, browserSecret);
      const { started } = redeemed;
      if (started) giveCookie.session(response, started);
      return { meetingId: redeemed.meetingId };
    },
  };
}
