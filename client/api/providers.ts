/** By what one can sign in here; asked once for each page. */
import { call } from './rest.ts';
import type { RouteOutput } from '../../shared/protocol/rest.ts';

export type SignInWays = RouteOutput<'signInProviders'>;
export type ProviderInfo = SignInWays['providers'][number];

let asked: Promise<SignInWays> | null = null;

/** @throws SamradError, Unreachable; the next who asks tries again. */
export function signInWays(): Promise<SignInWays> {
  asked ??= call('signInProviders', {}, {});
  asked.catch(() => (asked = null));
  return asked;
}
