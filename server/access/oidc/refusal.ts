/** Why signing in by a provider did not succeed: what the person is told, and what the audit log keeps. */
import { AuthorizationResponseError } from 'openid-client';
import { z } from 'zod';
import type { SignInProblem } from '../../../shared/protocol/routes/signIn.ts';

/** Thrown while somebody signs in. `reason` is of the machine: a code of the protocol, never anything that was sent. */
export class SignInRefused extends Error {
  readonly problem: SignInProblem;
  readonly reason: string;

  constructor(problem: SignInProblem, reason: string) {
    super(reason);
    this.name = 'SignInRefused';
    this.problem = problem;
    this.reason = reason;
  }
}

/** The codes by which OAuth, openid-client and Node name an error. Anything longer or else could be words of a person. */
const codeSchema = z.string().regex(/^[A-Za-z_-]{1,60}$/);
const codedSchema = z.object({
  error: codeSchema.optional().catch(undefined),
  code: codeSchema.optional().catch(undefined),
});
const timedOutSchema = z.object({ name: z.enum(['TimeoutError', 'AbortError']) });

/** OAuth's words for a person who thought better of it. */
const cancelledCodes: ReadonlySet<string> = new Set(['access_denied', 'login_required', 'interaction_required']);
/** The words of OpenID Connect for a level that could not be had. */
const levelCodes: ReadonlySet<string> = new Set(['unmet_authentication_requirements']);

/** What an error of the way to or from a provider means. */
export function refusalOf(error: unknown): SignInRefused {
  if (error instanceof SignInRefused) return error;
  const { error: oauth, code } = codedSchema.catch({}).parse(error);
  if (error instanceof AuthorizationResponseError && oauth !== undefined) {
    if (cancelledCodes.has(oauth)) return new SignInRefused('cancelled', oauth);
    if (levelCodes.has(oauth)) return new SignInRefused('level-too-low', oauth);
  }
  if (isUnreachable(error)) return new SignInRefused('unreachable', 'unreachable');
  return new SignInRefused('try-again', oauth ?? code ?? 'unknown');
}

/** Fetch tells a lost line as a TypeError with the system's own error as its cause. */
function isUnreachable(error: unknown): boolean {
  if (timedOutSchema.safeParse(error).success) return true;
  if (!(error instanceof Error)) return false;
  return (error instanceof TypeError && error.message === 'fetch failed') || isUnreachable(error.cause);
}
