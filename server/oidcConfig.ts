/** Reads the settings of identity providers: one JSON file, or the same in the environment, with keys and secrets beside. */
import { dirname, resolve } from 'node:path';
import type { z } from 'zod';
import {
  clientKeySchema,
  providersSchema,
  type OidcSettings,
  type ProviderSettings,
  type SecretPlace,
} from './access/oidc/providerSettings.ts';
import { profiles } from './access/oidc/profiles.ts';
import { ConfigError } from './configError.ts';
import { readSecretFile, secretSetting, type Environment } from './secretSettings.ts';

type Written = z.infer<typeof providersSchema>['providers'][number];

/** A key of fewer bytes could be tried out. */
const leastKeyBytes = 32;

/**
 * The identity providers that the environment names, or null where it names none.
 * @throws ConfigError naming the setting that cannot be used, and never what it holds.
 */
export function readOidcSettings(environment: Environment): OidcSettings | null {
  const file = environment['OIDC_PROVIDERS_FILE'];
  const inline = environment['OIDC_PROVIDERS'];
  if (file && inline) throw new ConfigError('OIDC_PROVIDERS_FILE and OIDC_PROVIDERS are both set; use one of them.');
  if (!file && !inline) return null;
  const setting = file ? 'OIDC_PROVIDERS_FILE' : 'OIDC_PROVIDERS';
  const text = file ? readSecretFile(setting, resolve(file)) : (inline ?? '');
  const parsed = providersSchema.safeParse(parseJson(setting, text));
  if (!parsed.success) throw new ConfigError(`${setting}: ${sentenceOf(parsed.error)}.`);
  const folder = file ? dirname(resolve(file)) : process.cwd();
  const secretAt = (place: SecretPlace, name: string) => readSecret({ place, name, folder, environment });
  return {
    providers: parsed.data.providers.map((written) => providerOf(written, setting, secretAt)),
    identityNumberKey: readNumberKey(environment),
  };
}

function providerOf(
  { id, profile, name, issuer, clientId, clientKey, clientSecret, moreScopes }: Written,
  setting: string,
  secretAt: (place: SecretPlace, name: string) => string,
): ProviderSettings {
  const what = (field: string) => `${setting}, provider ${id}, ${field}`;
  const common = { id, profile, name: name ?? profiles[profile].name ?? id, issuer, clientId, moreScopes };
  if (clientSecret)
    return {
      ...common,
      authentication: { method: 'client_secret', secret: secretAt(clientSecret, what('clientSecret')) },
    };
  if (!clientKey) throw new ConfigError(`${what('clientKey')} must be given.`);
  const key = clientKeySchema.safeParse(parseJson(what('clientKey'), secretAt(clientKey, what('clientKey'))));
  if (!key.success)
    throw new ConfigError(`${what('clientKey')} must be a private key as JWK with kty, alg, kid and d.`);
  return { ...common, authentication: { method: 'private_key_jwt', key: key.data } };
}

function readNumberKey(environment: Environment): Uint8Array {
  const setting = secretSetting(environment, 'IDENTITY_NUMBER_KEY');
  if (!setting)
    throw new ConfigError(
      'IDENTITY_NUMBER_KEY_FILE must be set where there is an identity provider: national identity numbers are kept only as hashes by this key.',
    );
  const key = Buffer.from(setting.text.trim(), 'base64');
  if (key.length < leastKeyBytes)
    throw new ConfigError(`${setting.name} must be at least ${leastKeyBytes} random bytes as base64.`);
  return key;
}

function readSecret(input: { place: SecretPlace; name: string; folder: string; environment: Environment }): string {
  const { place, name, folder, environment } = input;
  if ('file' in place) return readSecretFile(name, resolve(folder, place.file)).trim();
  const value = environment[place.environment];
  if (!value) throw new ConfigError(`${name} is in the environment as ${place.environment}, which is not set.`);
  return value;
}

function parseJson(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ConfigError(`${name} must be JSON.`);
  }
}

/** Where the first fault is, and what it is. */
function sentenceOf(error: z.ZodError): string {
  const [issue] = error.issues;
  return issue ? `${issue.path.join('.')} ${issue.message}`.trim() : 'is wrong';
}
