/**
 * Where browsers and identity providers come to by themselves: out to a provider, back from it, and what a provider tells of
 * its own sessions. These answer pages and redirections, so they are not in the table of REST calls.
 */
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import { z } from 'zod';
import { newId } from '../../shared/domain/ids.ts';
import { SamradError } from '../../shared/protocol/errors.ts';
import {
  backChannelPath,
  frontChannelPath,
  problemMark,
  signInPath,
  signInReturnPath,
  signedInMark,
} from '../../shared/protocol/routes/signIn.ts';
import { readCookie } from '../access/cookies.ts';
import type { ProviderSessions } from '../access/oidc/providerSessions.ts';
import type { SignIn } from '../access/oidc/signIn.ts';
import type { Sessions } from '../access/sessions.ts';
import type { Log } from '../log.ts';
import type { GiveCookie } from './giveCookie.ts';
import { refuse } from './handler.ts';
import type { Origins } from './origins.ts';
import { returnPage } from './returnPage.ts';

/** Tells that a browser is the one that set out. Its path keeps it from every other request. */
const signInCookie = 'samrad_sign_in';
/** Our page that says how it went. */
const signInPage = '/logg-inn';
/** As long as a sign-in may be on its way, seconds. */
const cookieSeconds = 15 * 60;
/** A logout token is some hundred bytes. */
const logoutBodyLimit = '16kb';

const logoutBodySchema = z.object({ logout_token: z.string().min(1) });
const frontChannelSchema = z.object({ iss: z.string().min(1), sid: z.string().min(1).max(255) });

interface Parts {
  readonly signIn: SignIn;
  readonly providerSessions: ProviderSessions;
  readonly sessions: Sessions;
  readonly origins: Origins;
  readonly giveCookie: GiveCookie;
  readonly log: Log;
}

/** Binds the addresses. They come before the table's, for `:provider` is none of these words. */
export function bindSignInPages(app: Express, parts: Parts): void {
  const { signIn, providerSessions, sessions, origins, giveCookie, log } = parts;
  const guarded =
    (answer: (request: Request, response: Response) => Promise<void>) =>
    (request: Request, response: Response, _next: NextFunction) => {
      answer(request, response).catch((error: unknown) => {
        if (error instanceof SamradError) return refuse(response, error.code);
        log.error({ err: error, path: request.path }, 'a sign-in failed');
        returnPage(request, response, `${signInPage}#${problemMark}try-again`);
      });
    };

  app.get(
    signInReturnPath,
    guarded(async (request, response) => {
      const browserSecret = readCookie(request.headers.cookie, signInCookie);
      const search = new URL(request.url, origins.of(request)).search;
      const arrived = await signIn.complete({ search, browserSecret });
      if (arrived.state === 'refused')
        return returnPage(request, response, `${signInPage}#${problemMark}${arrived.problem}`);
      giveCookie.session(response, arrived);
      returnPage(request, response, `${signInPage}#${signedInMark}`);
    }),
  );

  app.get(
    signInPath(':provider'),
    guarded(async (request, response) => {
      // Several tabs of one browser may be on their way at once.
      const browserSecret = readCookie(request.headers.cookie, signInCookie) ?? newId();
      const departure = await signIn.start({
        providerId: String(request.params['provider']),
        redirectUri: origins.of(request) + signInReturnPath,
        browserSecret,
        session: await sessions.authenticate(request.headers),
        device: giveCookie.deviceOf(request),
      });
      if (departure.state === 'refused')
        return returnPage(request, response, `${signInPage}#${problemMark}${departure.problem}`);
      // Lax, unlike every other: it must come along when the provider sends the browser back.
      response.cookie(signInCookie, browserSecret, {
        path: '/api/sign-in',
        httpOnly: true,
        sameSite: 'lax',
        secure: origins.secure,
        maxAge: cookieSeconds * 1000,
      });
      response.redirect(303, departure.url.href);
    }),
  );

  app.post(
    backChannelPath,
    express.urlencoded({ extended: false, limit: logoutBodyLimit }),
    guarded(async (request, response) => {
      const body = logoutBodySchema.safeParse(request.body);
      const good = await providerSessions.backChannel(body.success ? body.data.logout_token : '');
      if (good) response.status(200).end();
      else response.status(400).json({ error: 'invalid_request' });
    }),
  );

  app.get(
    frontChannelPath,
    guarded(async (request, response) => {
      const query = frontChannelSchema.safeParse(request.query);
      const { iss: issuer, sid } = query.success ? query.data : { iss: '', sid: '' };
      const good = await providerSessions.frontChannel({ issuer, sid });
      response.status(good ? 200 : 400).end();
    }),
  );
}
