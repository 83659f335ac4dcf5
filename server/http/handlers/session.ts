/** REST: who is it. */
import { newId } from '../../../shared/domain/ids.ts';
import type { Me } from '../../../shared/protocol/types.ts';
import type { sessionRoutes } from '../../../shared/protocol/routes/session.ts';
import type { DemoPeople } from '../../access/demoPeople.ts';
import type { OwnSessions } from '../../access/ownSessions.ts';
import type { Session, Sessions } from '../../access/sessions.ts';
import type { HandlersOf } from '../handler.ts';
import type { GiveCookie } from '../giveCookie.ts';
import type { Origins } from '../origins.ts';

interface Services {
  readonly sessions: Sessions;
  readonly ownSessions: OwnSessions;
  readonly demoPeople: DemoPeople;
  readonly giveCookie: GiveCookie;
  readonly origins: Pick<Origins, 'of'>;
  /** Where a session's end is told to its identity provider, or null. */
  readonly endUrl: (session: Session, returnTo: string) => Promise<string | null>;
  /** Whether people are chosen from the demo page. */
  readonly demo: boolean;
}

export function sessionHandlers({
  sessions,
  ownSessions,
  demoPeople,
  giveCookie,
  origins,
  endUrl,
  demo,
}: Services): HandlersOf<typeof sessionRoutes> {
  return {
    session: async ({ session, request, response }) => {
      // Known before a link is redeemed: an answer that is lost on the way must not make the link somebody else's.
      if (giveCookie.browserSecretOf(request) === null) giveCookie.browser(response, newId());
      return { me: session && meOf(session), idleMs: session && sessions.idleMs(session), demo };
    },
    demoPeople: async () => ({ people: await demoPeople.list() }),
    demoSignIn: async ({ session: earlier, body, request, response }) => {
      const device = giveCookie.deviceOf(request);
      const started = await sessions.start({ personId: body.personId, identification: 'demo', device, earlier });
      giveCookie.session(response, started);
      return { me: meOf(started.session) };
    },
    // Every request that changes something counts as use; this one changes nothing else.
    stayActive: () => Promise.resolve({}),
    ownSessions: async ({ session }) => ({ sessions: await ownSessions.list(session) }),
    endSession: async ({ session, params, response }) => {
      await ownSessions.end(session, params.sessionId);
      if (params.sessionId === session.id) giveCookie.noSession(response);
      return {};
    },
    endOtherSessions: async ({ session }) => {
      await sessions.endAll(session.personId, { except: session });
      return {};
    },
    signOut: async ({ session, request, response }) => {
      const onwards = await endUrl(session, `${origins.of(request)}/logg-inn`);
      await sessions.end(session);
      giveCookie.noSession(response);
      return { onwards };
    },
  };
}

/** Who somebody is to their own page. */
export function meOf({ personId, name, identification, meetingId }: Session): Me {
  return { personId, name, identification, meetingId };
}
