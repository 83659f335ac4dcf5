/** The REST API on a page: what each route calls. */
import type { Response } from 'express';
import { newId } from '../../shared/domain/ids.ts';
import type { Me } from '../../shared/protocol/types.ts';
import { browserCookie, readCookie, sessionCookie, writeCookie } from '../access/cookies.ts';
import type { DemoPeople } from '../access/demoPeople.ts';
import type { Session, Sessions } from '../access/sessions.ts';
import type { PlanService } from '../careplan/planService.ts';
import type { Invitations } from '../meetings/invitations.ts';
import type { MeetingService } from '../meetings/meetingService.ts';
import type { Handlers } from './handler.ts';
import type { Origins } from './origins.ts';

interface Services {
  readonly sessions: Sessions;
  readonly demoPeople: DemoPeople;
  readonly plans: PlanService;
  readonly meetings: MeetingService;
  readonly invitations: Invitations;
  readonly origins: Origins;
  /** Whether people are chosen from the demo page. */
  readonly demo: boolean;
}

/** How long a browser is recognised as the one that redeemed a link. */
const browserDays = 400;

export function createHandlers({
  sessions,
  demoPeople,
  plans,
  meetings,
  invitations,
  origins,
  demo,
}: Services): Handlers {
  function setCookie(response: Response, name: string, value: string, maxAgeSeconds: number): void {
    response.append('Set-Cookie', writeCookie(name, value, { secure: origins.secure, maxAgeSeconds }));
  }

  function nameBrowser(response: Response, secret: string): void {
    setCookie(response, browserCookie, secret, browserDays * 86_400);
  }

  return {
    session: async ({ session, request, response }) => {
      // Known before a link is redeemed: an answer that is lost on the way must not make the link somebody else's.
      if (readCookie(request.headers.cookie, browserCookie) === null) nameBrowser(response, newId());
      return { me: session && meOf(session), demo };
    },
    demoPeople: async () => ({ people: await demoPeople.list() }),
    demoSignIn: async ({ session: earlier, body, response }) => {
      if (earlier) await sessions.end(earlier);
      const { session, secret, maxAgeSeconds } = await sessions.signInDemo(body.personId);
      setCookie(response, sessionCookie, secret, maxAgeSeconds);
      return { me: meOf(session) };
    },
    signOut: async ({ session, response }) => {
      await sessions.end(session);
      setCookie(response, sessionCookie, '', 0);
      return {};
    },
    home: async ({ session }) => ({
      patients: await plans.patients(session),
      meetings: await meetings.upcoming(session),
    }),
    plan: ({ session, params }) => plans.read(session, params.planId),
    ownTasks: async ({ session, params }) => ({ tasks: await plans.ownTasks(session, params.planId) }),
    setOwnTaskStatus: async ({ session, params, body }) => {
      await plans.setOwnTaskStatus(session, { ...params, ...body });
      return {};
    },
    createMeeting: async ({ session, params, body }) => ({
      meeting: await meetings.create(session, { ...params, ...body }),
    }),
    meeting: async ({ session, params }) => ({ meeting: await meetings.read(session, params.meetingId) }),
    createLinks: async ({ session, params, request }) => {
      const links = await invitations.createLinks(session, params.meetingId);
      const url = (token: string) => `${origins.of(request)}/bli-med#${token}`;
      return { invitations: links.map(({ member, token }) => ({ member, url: url(token) })) };
    },
    redeemLink: async ({ session, body, request, response }) => {
      const browserSecret = readCookie(request.headers.cookie, browserCookie) ?? newId();
      const redeemed = await invitations.redeem({ token: body.token, browserSecret, session });
      nameBrowser(response, browserSecret);
      if (redeemed.started) setCookie(response, sessionCookie, redeemed.started.secret, redeemed.started.maxAgeSeconds);
      return { meetingId: redeemed.meetingId };
    },
  };
}

function meOf({ personId, name, identification, meetingId }: Session): Me {
  return { personId, name, identification, meetingId };
}
