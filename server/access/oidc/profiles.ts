/**
 * The kinds of identity providers that we know: what each is asked for and what it must answer. HelseID as Norsk helsenett
 * documents it (PAR, DPoP and private_key_jwt are required of new clients), ID-porten as Digdir does. `plain` is any other
 * OpenID Connect provider: it says who somebody is and nothing of profession or level.
 */

export const profileIds = ['helseid', 'id-porten', 'plain'] as const;
export type ProfileId = (typeof profileIds)[number];

export interface Profile {
  /** What the button says where the settings name nothing else; null where they must. */
  readonly name: string | null;
  readonly scope: string;
  /** The authentication level that is asked for as acr_values, and must come back as acr; null where acr says nothing. */
  readonly acr: string | null;
  readonly clientAuthentication: 'private_key_jwt' | 'client_secret' | 'either';
  /** Whether the request goes from server to server (PAR), so that nothing of it stands in an address. */
  readonly pushed: boolean;
  /** Whether tokens are bound to a key of the sign-in (DPoP). */
  readonly boundTokens: boolean;
  /** Whether claims are fetched from the userinfo endpoint too. */
  readonly userInfo: boolean;
  /** Whether a national identity number must be among the claims. */
  readonly numberRequired: boolean;
}

export const profiles: Readonly<Record<ProfileId, Profile>> = {
  helseid: {
    name: 'HelseID',
    scope: [
      'openid',
      'profile',
      'helseid://scopes/identity/pid',
      'helseid://scopes/identity/security_level',
      'helseid://scopes/hpr/hpr_number',
      'helseid://scopes/hpr/hpr_details',
    ].join(' '),
    acr: null,
    clientAuthentication: 'private_key_jwt',
    pushed: true,
    boundTokens: true,
    userInfo: true,
    numberRequired: true,
  },
  'id-porten': {
    name: 'ID-porten',
    scope: 'openid profile',
    acr: 'idporten-loa-high',
    clientAuthentication: 'either',
    pushed: true,
    boundTokens: false,
    userInfo: false,
    numberRequired: true,
  },
  plain: {
    name: null,
    scope: 'openid profile',
    acr: null,
    clientAuthentication: 'either',
    pushed: false,
    boundTokens: false,
    userInfo: true,
    numberRequired: false,
  },
};
