/** One identity provider, spoken to with openid-client: the way out, the way back, and the end of a session there. */
import { importJWK } from 'jose';
import * as client from 'openid-client';
import { fetchKeys, verifyLogoutToken, type LogoutNotice, type ProviderKeys } from './logoutToken.ts';
import { profiles, type Profile } from './profiles.ts';
import type { ProviderSettings } from './providerSettings.ts';
import { SignInRefused, refusalOf } from './refusal.ts';

/** How long a provider may take to answer, seconds. */
const patienceSeconds = 10;
/** How long what a provider says of itself is used before it is asked anew, ms. */
const metadataLifeMs = 3_600_000;

/** What must be remembered of a sign-in while the browser is at the provider. */
export interface Pending {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly redirectUri: string;
  readonly dpop: client.DPoPHandle | null;
}

/** What a provider said, verified. */
export interface Told {
  readonly claims: Readonly<Record<string, unknown>>;
  readonly idToken: string;
  /** The provider's name for its own session, where it has one. */
  readonly sid: string | null;
}

interface Known {
  readonly configuration: client.Configuration;
  readonly keys: ProviderKeys;
  readonly fetchedAt: number;
}

export class Provider {
  readonly settings: ProviderSettings;
  readonly #profile: Profile;
  readonly #now: () => Date;
  #known: Promise<Known> | null = null;

  constructor({ settings, now }: { settings: ProviderSettings; now: () => Date }) {
    this.settings = settings;
    this.#profile = profiles[settings.profile];
    this.#now = now;
  }

  /** Begins a sign-in: where to lead the browser, and what to remember. @throws SignInRefused `unreachable`, `try-again`. */
  async begin(redirectUri: string): Promise<{ url: URL; pending: Pending }> {
    try {
      const { configuration } = await this.#discovered();
      const { boundTokens, pushed, acr, scope } = this.#profile;
      const dpop = boundTokens ? client.getDPoPHandle(configuration, await client.randomDPoPKeyPair()) : null;
      const verifier = client.randomPKCECodeVerifier();
      const pending = { state: client.randomState(), nonce: client.randomNonce(), verifier, redirectUri, dpop };
      const parameters = {
        redirect_uri: redirectUri,
        scope: [scope, ...this.settings.moreScopes].join(' '),
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state: pending.state,
        nonce: pending.nonce,
        ...(acr === null ? {} : { acr_values: acr }),
      };
      const url = pushed
        ? await client.buildAuthorizationUrlWithPAR(configuration, parameters, withDpop(dpop))
        : client.buildAuthorizationUrl(configuration, parameters);
      return { url, pending };
    } catch (error) {
      throw refusalOf(error);
    }
  }

  /**
   * Ends a sign-in with what the browser brought back: verifies issuer, state, nonce, signature, audience and times.
   * @throws SignInRefused
   */
  async finish(pending: Pending, search: string): Promise<Told> {
    try {
      const { configuration } = await this.#discovered();
      const tokens = await client.authorizationCodeGrant(
        configuration,
        new URL(pending.redirectUri + search),
        {
          pkceCodeVerifier: pending.verifier,
          expectedState: pending.state,
          expectedNonce: pending.nonce,
          idTokenExpected: true,
        },
        undefined,
        withDpop(pending.dpop),
      );
      const said = tokens.claims();
      if (!said) throw new SignInRefused('try-again', 'no-id-token');
      const more =
        this.#profile.userInfo && configuration.serverMetadata().userinfo_endpoint !== undefined
          ? await client.fetchUserInfo(configuration, tokens.access_token, said.sub, withDpop(pending.dpop))
          : {};
      // How somebody was identified is believed only from the ID token, which is about this sign-in.
      const claims = { ...more, ...said, acr: said['acr'] };
      const sid = said['sid'];
      return { claims, idToken: tokens.id_token ?? '', sid: typeof sid === 'string' ? sid : null };
    } catch (error) {
      throw refusalOf(error);
    }
  }

  /** Where the browser ends its session at the provider, or null where it has no such place or can't be reached. */
  async endSessionUrl(input: { idToken: string | null; returnTo: string }): Promise<string | null> {
    try {
      const { configuration } = await this.#discovered();
      if (configuration.serverMetadata().end_session_endpoint === undefined) return null;
      return client.buildEndSessionUrl(configuration, {
        post_logout_redirect_uri: input.returnTo,
        ...(input.idToken === null ? {} : { id_token_hint: input.idToken }),
      }).href;
    } catch {
      return null;
    }
  }

  /** What a logout token tells. @throws where anything of it is not as it must be. */
  async readLogoutToken(token: string): Promise<LogoutNotice> {
    const { configuration, keys } = await this.#discovered();
    const { issuer } = configuration.serverMetadata();
    return verifyLogoutToken(token, { keys, issuer, clientId: this.settings.clientId, now: this.#now() });
  }

  #discovered(): Promise<Known> {
    this.#known = (this.#known ?? this.#discover()).then((known) =>
      this.#now().getTime() - known.fetchedAt < metadataLifeMs ? known : this.#discover(),
    );
    const asked = this.#known;
    // What failed is asked for again by the next who signs in.
    asked.catch(() => {
      if (this.#known === asked) this.#known = null;
    });
    return asked;
  }

  async #discover(): Promise<Known> {
    const { issuer, clientId } = this.settings;
    const configuration = await client.discovery(new URL(issuer), clientId, {}, await this.#authentication(), {
      timeout: patienceSeconds,
      // Without this the signature of an ID token that came by TLS would be taken on trust.
      execute: [client.enableNonRepudiationChecks, ...insecureFor(issuer)],
    });
    const keys = fetchKeys(configuration.serverMetadata().jwks_uri);
    return { configuration, keys, fetchedAt: this.#now().getTime() };
  }

  async #authentication(): Promise<client.ClientAuth> {
    const { authentication } = this.settings;
    if (authentication.method === 'client_secret') return client.ClientSecretBasic(authentication.secret);
    const key = await importJWK(authentication.key, authentication.key.alg);
    if (key instanceof Uint8Array) throw new Error('the key of a client must be a key pair');
    return client.PrivateKeyJwt({ key, kid: authentication.key.kid });
  }
}

/** Settings allow an address without TLS on this machine only. */
function insecureFor(issuer: string): ((configuration: client.Configuration) => void)[] {
  // The mark of deprecation is there to be noticed; on this machine there is no line to listen on.
  return new URL(issuer).protocol === 'http:' ? [client.allowInsecureRequests] : [];
}

function withDpop(dpop: client.DPoPHandle | null): client.DPoPOptions {
  return dpop === null ? {} : { DPoP: dpop };
}
