/** REST: signing in by a passkey, and who may. */
import type { Request, Response } from 'express';
import { SamradError } from '../../../shared/protocol/errors.ts';
import type { passkeyRoutes } from '../../../shared/protocol/routes/passkeys.ts';
import type { Passkeys } from '../../access/passkeys/passkeys.ts';
import type { StaffRegister } from '../../access/passkeys/staff.ts';
import type { UnusualAccess } from '../../audit/unusualAccess.ts';
import type { Started } from '../../access/session.ts';
import type { GiveCookie } from '../giveCookie.ts';
import type { HandlersOf } from '../handler.ts';
import type { Origins } from '../origins.ts';
import { meOf } from './session.ts';

interface Services {
  /** Null where nobody signs in so. */
  readonly passkeys: Passkeys | null;
  readonly staffRegister: StaffRegister;
  readonly unusualAccess: UnusualAccess;
  readonly giveCookie: GiveCookie;
  readonly origins: Pick<Origins, 'of'>;
}

export function passkeyHandlers({
  passkeys,
  staffRegister,
  unusualAccess,
  giveCookie,
  origins,
}: Services): HandlersOf<typeof passkeyRoutes> {
  const used = (): Passkeys => {
    if (passkeys === null) throw new SamradError('not-found');
    return passkeys;
  };
  const askerOf = (request: Request) => ({ device: giveCookie.deviceOf(request), origin: origins.of(request) });
  const begin = (response: Response, started: Started) => {
    giveCookie.session(response, started);
    return { me: meOf(started.session) };
  };
  const linkOf = (request: Request, token: string) => ({ url: `${origins.of(request)}/velkommen#${token}` });
  return {
    passkeyInvitation: async ({ body }) => ({ name: (await used().invited(body.token)).name }),
    passkeyRegistration: async ({ body, request }) => ({
      options: await used().registration(body.token, askerOf(request)),
    }),
    registerPasskey: async ({ body, session, request, response }) =>
      begin(response, await used().register(body, askerOf(request), session)),
    passkeyChallenge: async ({ request }) => ({ options: await used().challenge(askerOf(request)) }),
    passkeySignIn: async ({ body, session, request, response }) =>
      begin(response, await used().signIn(body, askerOf(request), session)),
    staff: async ({ session }) => ({ staff: await staffRegister.list(session) }),
    inviteStaff: async ({ session, body, request }) => linkOf(request, await staffRegister.invite(session, body)),
    inviteStaffAgain: async ({ session, params, request }) =>
      linkOf(request, await staffRegister.inviteAgain(session, params.personId)),
    unusualAccess: async ({ session, params }) => ({
      people: await unusualAccess.search(session, Number(params.days)),
    }),
    endStaff: async ({ session, params }) => {
      await staffRegister.end(session, params.personId);
      return {};
    },
  };
}
