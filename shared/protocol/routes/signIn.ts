/**
 * Signing in by an identity provider. The page asks which there are; what follows is the browser's own going to and fro:
 * it is led to `signInPath`, on to the provider, back to `signInReturnPath`, and from there to the sign-in page, with the
 * word for what went wrong behind `#`.
 */
import { z } from 'zod';
import { none, type RouteGroup } from './route.ts';

/** What can go wrong that a person can do something about; `try-again` is all the rest. */
export const signInProblemSchema = z.enum([
  'cancelled',
  /** The provider did not say that the person was identified as surely as health content asks for. */
  'level-too-low',
  /** HelseID knows the person, and not as health personnel. */
  'no-hpr-number',
  /** No national identity number came. */
  'no-number',
  /** The provider could not be reached. */
  'unreachable',
  /** Who signed in is known here as somebody else than the one whose link was used. */
  'other-person',
  /** Nobody has said which identity number the person of the link has, so signing in proves nothing of them. */
  'not-registered',
  'try-again',
]);
export type SignInProblem = z.infer<typeof signInProblemSchema>;

/** Where the browser goes to sign in by a provider. */
export const signInPath = (providerId: string): string => `/api/sign-in/${providerId}`;
/** Where a provider sends the browser back to; it must be registered there. */
export const signInReturnPath = '/api/sign-in/callback';
/** Where a provider tells that somebody signed out there; both must be registered there. */
export const backChannelPath = '/api/sign-out/back-channel';
export const frontChannelPath = '/api/sign-out/front-channel';
/** What stands behind `#` on the sign-in page before the word for the problem. */
export const problemMark = 'feil=';
/** What stands behind `#` on the sign-in page after a sign-in that succeeded. */
export const signedInMark = 'innlogget';

export const signInRoutes = {
  /** The providers, in the order of the settings. `citizens`: whether people without a profession use it. */
  signInProviders: {
    method: 'GET',
    path: '/api/sign-in',
    access: 'anyone',
    params: none,
    body: none,
    output: z.object({
      providers: z.array(
        z.object({ id: z.string(), name: z.string(), for: z.enum(['professionals', 'citizens', 'all']) }),
      ),
      /** Whether people sign in by passkeys. */
      passkeys: z.boolean(),
    }),
  },
} as const satisfies RouteGroup;
