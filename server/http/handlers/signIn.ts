/** REST: by what one can sign in here. */
import type { signInRoutes } from '../../../shared/protocol/routes/signIn.ts';
import type { ProviderSettings } from '../../access/oidc/providerSettings.ts';
import type { HandlersOf } from '../handler.ts';

const whoUses = { helseid: 'professionals', 'id-porten': 'citizens', plain: 'all' } as const;

export function signInHandlers({
  providers,
  passkeys,
}: {
  providers: readonly ProviderSettings[];
  passkeys: boolean;
}): HandlersOf<typeof signInRoutes> {
  return {
    signInProviders: () =>
      Promise.resolve({
        providers: providers.map(({ id, name, profile }) => ({ id, name, for: whoUses[profile] })),
        passkeys,
      }),
  };
}
