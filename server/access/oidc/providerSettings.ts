/** The settings of identity providers: their form, and what they are once keys and secrets have been read. */
import { z } from 'zod';
import { profileIds, profiles, type ProfileId } from './profiles.ts';

/** A secret of the settings never stands in them: it is in a file or in a variable of the environment. */
const secretSchema = z.union([
  z.strictObject({ file: z.string().min(1) }),
  z.strictObject({ environment: z.string().min(1) }),
]);
export type SecretPlace = z.infer<typeof secretSchema>;

/** TLS everywhere but on the machine itself, for trying things out. */
function isSafeAddress(text: string): boolean {
  const url = URL.parse(text);
  if (url?.protocol === 'https:') return true;
  return url?.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
}

const providerSchema = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-z0-9-]{1,40}$/, 'must be of small letters, digits and hyphens')
      .refine((id) => id !== 'callback', 'must be another word than callback'),
    profile: z.enum(profileIds, { error: `must be one of ${profileIds.join(', ')}` }),
    /** What the button says. */
    name: z.string().min(1).max(60).optional(),
    issuer: z.string().refine(isSafeAddress, 'must be an address such as https://login.example'),
    clientId: z.string().min(1),
    clientSecret: secretSchema.optional(),
    /** A private key as JWK. */
    clientKey: secretSchema.optional(),
    /** More that is asked for, beside the profile's own. */
    moreScopes: z.array(z.string().regex(/^\S+$/)).default([]),
  })
  .superRefine((provider, context) => {
    const { name, clientAuthentication } = profiles[provider.profile];
    const fault = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (name === null && provider.name === undefined) fault('name', 'must be given for this profile');
    if ((provider.clientKey === undefined) === (provider.clientSecret === undefined))
      fault('clientKey', 'or clientSecret must be given, one of the two');
    if (clientAuthentication === 'private_key_jwt' && provider.clientKey === undefined)
      fault('clientKey', 'must be given for this profile');
  });

/** The settings as they are written. */
export const providersSchema = z.strictObject({
  providers: z
    .array(providerSchema)
    .min(1, 'must name at least one')
    .refine(
      (providers) => new Set(providers.map(({ id }) => id)).size === providers.length,
      'must have an id of its own each',
    ),
});

/** A private key as JWK, with the algorithm that it signs by and the name that the provider knows it by. */
export const clientKeySchema = z.looseObject({
  kty: z.enum(['RSA', 'EC', 'OKP']),
  alg: z.string().min(1),
  kid: z.string().min(1),
  d: z.string().min(1),
});
export type ClientKey = z.infer<typeof clientKeySchema>;

/** One provider, ready to be used. */
export interface ProviderSettings {
  readonly id: string;
  readonly profile: ProfileId;
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly authentication:
    | { readonly method: 'private_key_jwt'; readonly key: ClientKey }
    | { readonly method: 'client_secret'; readonly secret: string };
  readonly moreScopes: readonly string[];
}

/** What signing in by identity providers needs. */
export interface OidcSettings {
  readonly providers: readonly ProviderSettings[];
  /** The key by which national identity numbers are hashed; at least 32 bytes. */
  readonly identityNumberKey: Uint8Array;
}
