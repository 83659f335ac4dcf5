/** By which identity providers one can sign in here; asked once for each page. */
import { call } from './rest.ts';
import type { RouteOutput } from '../../shared/protocol/rest.ts';

export type ProviderInfo = RouteOutput<'signInProviders'>['providers'][number];

let asked: Promise<readonly ProviderInfo[]> | null = null;

/** @throws SamradError, Unreachable; the next who asks tries again. */
export function signInProviders(): Promise<readonly ProviderInfo[]> {
  asked ??= call('signInProviders', {}, {}).then(({ providers }) => providers);
  asked.catch(() => (asked = null));
  return asked;
}
