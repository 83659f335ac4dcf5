/** The logout token of OpenID Connect Back-Channel Logout 1.0, verified as its section 2.6 says. */
import { createRemoteJWKSet, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';

export type ProviderKeys = JWTVerifyGetKey;

/** Who signed out at the provider: everything of a subject, or one session. */
export interface LogoutNotice {
  readonly jti: string;
  readonly subject: string | null;
  readonly sid: string | null;
}

const backChannelEvent = 'http://schemas.openid.net/event/backchannel-logout';
/** Signatures by a key pair; never by a secret, never by nothing. */
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];
/** A token of yesterday is a replay. */
export const longestLifeSeconds = 300;
const toleranceSeconds = 30;
/** What a logout token may call itself: its own name (section 2.4), the general one, or nothing. An access token does not pass. */
const types = [undefined, 'JWT', 'logout+jwt'];

const noticeSchema = z
  .object({
    jti: z.string().min(1).max(255),
    iat: z.number(),
    sub: z.string().max(255).optional(),
    sid: z.string().max(255).optional(),
    events: z.object({ [backChannelEvent]: z.object({}) }),
    // An ID token must not pass as a logout token, and has a nonce.
    nonce: z.undefined().optional(),
  })
  .refine(({ sub, sid }) => sub !== undefined || sid !== undefined);

/** The provider's public keys, fetched when they are needed. @throws Error where the provider names no place for them. */
export function fetchKeys(jwksUri: string | undefined): ProviderKeys {
  if (jwksUri === undefined) throw new Error('the provider has no keys');
  return createRemoteJWKSet(new URL(jwksUri));
}

/** @throws where signature, issuer, audience, times or form are wrong. */
export async function verifyLogoutToken(
  token: string,
  expected: { keys: ProviderKeys; issuer: string; clientId: string; now: Date },
): Promise<LogoutNotice> {
  const { payload, protectedHeader } = await jwtVerify(token, expected.keys, {
    issuer: expected.issuer,
    audience: expected.clientId,
    algorithms,
    maxTokenAge: longestLifeSeconds,
    clockTolerance: toleranceSeconds,
    currentDate: expected.now,
  });
  if (!types.includes(protectedHeader.typ)) throw new Error('not a logout token');
  const { jti, sub = null, sid = null } = noticeSchema.parse(payload);
  return { jti, subject: sub, sid };
}
