/**
 * A real OpenID Connect provider in this process, which says of people what a test wants it to say, and whose tokens a test can
 * change on their way. One client is registered: the server under test.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, importJWK, SignJWT, decodeJwt, type JWK, type JWTPayload } from 'jose';
import Provider, { type Configuration } from 'oidc-provider';
import { backChannelPath, signInReturnPath } from '../../shared/protocol/routes/signIn.ts';
import type { ProfileId } from '../../server/access/oidc/profiles.ts';
import type { ClientKey, ProviderSettings } from '../../server/access/oidc/providerSettings.ts';

/** What the provider says of whoever signs in next. */
export type Claims = Readonly<Record<string, unknown>>;

/** An ID token's content, to be changed before it is signed anew; `key` another key to sign with, `alg: none` no signature. */
export type Forgery = (claims: JWTPayload) => { claims: JWTPayload; with?: 'own-key' | 'other-key' | 'nothing' };

export interface RunningProvider {
  readonly settings: ProviderSettings;
  readonly issuer: string;
  /** Registers the server under test and begins to answer. */
  serve(appUrl: string): void;
  /** What is said of the next who sign in. */
  say(claims: Claims): void;
  /** Changes ID tokens from now on; null: none. */
  forge(forgery: Forgery | null): void;
  /** A logout token as the provider signs it, or another key. */
  /** `typ`: what the token calls itself. */
  logoutToken(claims: JWTPayload, key?: 'own-key' | 'other-key', typ?: string): Promise<string>;
  /** How its endpoints were used, by path. */
  readonly used: string[];
  close(): Promise<void>;
}

const algorithm = 'ES256';

async function newKey(kid: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true });
  return { ...(await exportJWK(privateKey)), kid, alg: algorithm, use: 'sig' };
}

function publicPart({ d: _d, ...key }: JWK): JWK {
  return key;
}

export async function startProvider(id: string, profile: ProfileId): Promise<RunningProvider> {
  const [signing, other, client] = await Promise.all(['signing', 'signing', 'client'].map(newKey));
  if (!signing || !other || !client) throw new Error('keys are made in threes');
  let answer: (request: IncomingMessage, response: ServerResponse) => void = (_request, response) => response.end();
  let said: Claims = {};
  let forgery: Forgery | null = null;
  const used: string[] = [];
  const server: Server = createServer((request, response) => answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const sign = async (claims: JWTPayload, key: JWK, typ = 'JWT'): Promise<string> =>
    new SignJWT(claims).setProtectedHeader({ alg: algorithm, kid: 'signing', typ }).sign(await importJWK(key));

  async function forged(token: string, change: Forgery): Promise<string> {
    const { claims, with: how = 'own-key' } = change(decodeJwt(token));
    if (how !== 'nothing') return sign(claims, how === 'own-key' ? signing! : other!);
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    return `${part({ alg: 'none' })}.${part(claims)}.`;
  }

  return {
    issuer,
    used,
    settings: {
      id,
      profile,
      name: profile === 'helseid' ? 'HelseID' : 'ID-porten',
      issuer,
      clientId: 'samrad',
      authentication: { method: 'private_key_jwt', key: client as ClientKey },
      moreScopes: [],
    },
    serve: (appUrl) => {
      const provider = new Provider(issuer, configuration({ appUrl, signing, client, said: () => said }));
      provider.on('server_error', (_context, error) => {
        throw error;
      });
      provider.use(async (context, next) => {
        used.push(`${context.method} ${context.path}`);
        await next();
        const body: unknown = context.body;
        if (context.path !== '/token' || !forgery || typeof body !== 'object' || body === null) return;
        if ('id_token' in body) context.body = { ...body, id_token: await forged(String(body.id_token), forgery) };
      });
      const handle = provider.callback();
      answer = (request, response) => {
        if (request.url?.startsWith('/interaction/')) void agree(provider, request, response, said);
        else void handle(request, response);
      };
    },
    say: (claims) => (said = claims),
    forge: (next) => (forgery = next),
    logoutToken: (claims, key = 'own-key', typ = 'logout+jwt') =>
      sign(claims, key === 'own-key' ? signing : other, typ),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function configuration(input: { appUrl: string; signing: JWK; client: JWK; said: () => Claims }): Configuration {
  const { appUrl, signing, client, said } = input;
  const claims: Record<string, string[]> = { openid: ['sub', 'acr', 'sid'] };
  for (const [name, scope] of Object.entries(allClaims)) claims[scope] = [...(claims[scope] ?? []), name];
  return {
    jwks: { keys: [signing] },
    clients: [
      {
        client_id: 'samrad',
        redirect_uris: [appUrl + signInReturnPath],
        post_logout_redirect_uris: [`${appUrl}/logg-inn`],
        backchannel_logout_uri: appUrl + backChannelPath,
        backchannel_logout_session_required: true,
        token_endpoint_auth_method: 'private_key_jwt',
        token_endpoint_auth_signing_alg: algorithm,
        id_token_signed_response_alg: algorithm,
        jwks: { keys: [publicPart(client)] },
      },
    ],
    scopes: ['openid', ...new Set(Object.values(allClaims))],
    claims,
    acrValues: ['idporten-loa-high', 'idporten-loa-substantial'],
    conformIdTokenClaims: false,
    findAccount: (_context, accountId) => ({ accountId, claims: () => Promise.resolve({ sub: accountId, ...said() }) }),
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    cookies: { keys: ['provider'] },
    features: {
      devInteractions: { enabled: false },
      dPoP: { enabled: true },
      pushedAuthorizationRequests: { enabled: true },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: { enabled: true },
    },
    enabledJWA: { idTokenSigningAlgValues: [algorithm], clientAuthSigningAlgValues: [algorithm] },
  };
}

/** Claims by the scope that asks for them. */
const allClaims: Readonly<Record<string, string>> = {
  name: 'profile',
  given_name: 'profile',
  family_name: 'profile',
  pid: 'profile',
  'helseid://claims/identity/pid': 'helseid://scopes/identity/pid',
  'helseid://claims/identity/security_level': 'helseid://scopes/identity/security_level',
  'helseid://claims/hpr/hpr_number': 'helseid://scopes/hpr/hpr_number',
  'helseid://claims/hpr/hpr_details': 'helseid://scopes/hpr/hpr_details',
};

/** Somebody signs in at the provider and lets the server know who they are, without a page in between. */
async function agree(provider: Provider, request: IncomingMessage, response: ServerResponse, said: Claims) {
  const details = await provider.interactionDetails(request, response);
  const accountId = typeof said['sub'] === 'string' ? said['sub'] : 'subject-1';
  const clientId = String(details.params['client_id']);
  const acr = typeof said['acr'] === 'string' ? said['acr'] : undefined;
  const grant = new provider.Grant({ accountId, clientId });
  grant.addOIDCScope(String(details.params['scope']));
  const grantId = await grant.save();
  await provider.interactionFinished(
    request,
    response,
    { login: { accountId, ...(acr !== undefined && { acr }) }, consent: { grantId } },
    { mergeWithLastSubmission: false },
  );
}
