/** REST: meetings and the links into them. */
import { newId } from '../../../shared/domain/ids.ts';
import type { meetingRoutes } from '../../../shared/protocol/routes/meetings.ts';
import type { Invitations } from '../../meetings/invitations.ts';
import { SamradError } from '../../../shared/protocol/errors.ts';
import type { RtpCapabilities } from '../../../shared/protocol/media.ts';
import type { MeetingMails } from '../../meetings/meetingMails.ts';
import type { MeetingService } from '../../meetings/meetingService.ts';
import type { GiveCookie } from '../giveCookie.ts';
import type { HandlersOf } from '../handler.ts';
import type { Origins } from '../origins.ts';

interface Services {
  readonly meetings: MeetingService;
  readonly invitations: Invitations;
  readonly mails: MeetingMails;
  /** What every room can pass on. */
  readonly routerRtpCapabilities: RtpCapabilities;
  readonly demo: boolean;
  readonly origins: Origins;
  readonly giveCookie: GiveCookie;
}

export function meetingHandlers(services: Services): HandlersOf<typeof meetingRoutes> {
  const { meetings, invitations, mails, routerRtpCapabilities, origins, giveCookie, demo } = services;
  return {
    createMeeting: async ({ session, params, body }) => ({
      meeting: await meetings.create(session, { ...params, ...body }),
    }),
    meeting: async ({ session, params }) => ({
      meeting: await meetings.read(session, params.meetingId),
      routerRtpCapabilities,
    }),
    changeMeeting: async ({ session, params: { meetingId }, body }) => {
      const told = await mails.mailedOf(meetingId);
      const meeting = await meetings.change(session, meetingId, body);
      await mails.changed(meetingId, told, meeting.invited);
      return { meeting };
    },
    cancelMeeting: async ({ session, params, body }) => {
      for (const meetingId of await meetings.cancel(session, params.meetingId, body))
        await mails.tell(meetingId, 'cancelled');
      return {};
    },
    sendInvitations: async ({ session, params, body, request }) => {
      const urlOf = (token: string) => linkUrl(origins.of(request), token);
      const { issued, mailed } = await invitations.send(session, params.meetingId, { ...body, urlOf });
      return { invitations: issued.map(({ token, ...rest }) => ({ ...rest, url: urlOf(token) })), mailed };
    },
    mailbox: async () => {
      if (!demo) throw new SamradError('not-found');
      const newest = await mails.newest();
      return {
        mails: newest.map(({ id, name, address, subject, body, calendar, madeAt: at }) => ({
          id,
          name,
          address,
          subject,
          body,
          calendar,
          at,
        })),
      };
    },
    createLinks: async ({ session, params, request }) => {
      const links = await invitations.createLinks(session, params.meetingId);
      const origin = origins.of(request);
      return { invitations: links.map(({ token, ...rest }) => ({ ...rest, url: linkUrl(origin, token) })) };
    },
    revokeLink: async ({ session, params }) => {
      await invitations.revoke(session, params);
      return {};
    },
    redeemLink: async ({ session, body, request, response }) => {
      const device = giveCookie.deviceOf(request);
      const browserSecret = device.browserSecret ?? newId();
      const redeemed = await invitations.redeem({ ...body, device: { ...device, browserSecret }, session });
      giveCookie.browser(response, browserSecret);
      const { started } = redeemed;
      if (started) giveCookie.session(response, started);
      return { meetingId: redeemed.meetingId };
    },
  };
}

/** The token stands in the fragment, which browsers do not send. */
function linkUrl(origin: string, token: string): string {
  return `${origin}/bli-med#${token}`;
}
