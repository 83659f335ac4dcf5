/** What a provider says of somebody, read and judged by the rules of its profile. */
import { z } from 'zod';
import { profiles, type ProfileId } from './profiles.ts';
import { SignInRefused } from './refusal.ts';

/** Somebody as a provider knows them. */
export interface Identified {
  readonly subject: string;
  /** Empty where the provider tells no name, as ID-porten does. */
  readonly name: string;
  /** Eleven digits. Used for matching at once and kept nowhere. */
  readonly identityNumber: string | null;
  readonly profession: { readonly id: string; readonly categories: readonly string[] } | null;
  /** The organisation number of the one on whose behalf the person signs in. */
  readonly organisation: string | null;
}

/** HelseID's level for the highest assurance. */
const requiredSecurityLevel = '4';

const common = z.object({
  sub: z.string().min(1).max(255),
  name: z.string().trim().max(200).optional().catch(undefined),
  given_name: z.string().max(100).optional().catch(undefined),
  family_name: z.string().max(100).optional().catch(undefined),
  acr: z.string().optional().catch(undefined),
  pid: z.string().optional().catch(undefined),
});

const helseIdClaims = z.object({
  'helseid://claims/identity/pid': z.string().optional().catch(undefined),
  'helseid://claims/identity/security_level': z.coerce.string().optional().catch(undefined),
  'helseid://claims/hpr/hpr_number': z.coerce.string().optional().catch(undefined),
  'helseid://claims/hpr/hpr_details': z.unknown(),
  'helseid://claims/client/claims/orgnr_parent': z.string().optional().catch(undefined),
});

const approvalSchema = z.object({ profession: z.string().regex(/^[A-Z]{2}$/) });
const detailsSchema = z.object({ approvals: z.array(z.unknown()) });

/**
 * Reads the claims of an ID token that has been verified, with those of the userinfo endpoint beside.
 * @throws SignInRefused where they fall short of what the profile asks for.
 */
export function readClaims(profileId: ProfileId, claims: Readonly<Record<string, unknown>>): Identified {
  const parsed = common.safeParse(claims);
  if (!parsed.success) throw new SignInRefused('try-again', 'claims-not-understood');
  const { sub, name, given_name, family_name, acr, pid } = parsed.data;
  const { acr: requiredAcr, numberRequired } = profiles[profileId];
  if (requiredAcr !== null && acr !== requiredAcr) throw new SignInRefused('level-too-low', 'acr');
  const said = {
    subject: sub,
    name: name ?? [given_name, family_name].filter(Boolean).join(' '),
    // Only a provider that the state answers for says which number somebody has: any other could say anybody's.
    identityNumber: profileId === 'id-porten' ? numberIn(pid) : null,
    profession: null,
    organisation: null,
  };
  const identified = profileId === 'helseid' ? { ...said, ...readHelseId(claims) } : said;
  if (numberRequired && identified.identityNumber === null) throw new SignInRefused('no-number', 'no-identity-number');
  return identified;
}

function readHelseId(
  claims: Readonly<Record<string, unknown>>,
): Pick<Identified, 'identityNumber' | 'profession' | 'organisation'> {
  const said = helseIdClaims.parse(claims);
  if (said['helseid://claims/identity/security_level'] !== requiredSecurityLevel)
    throw new SignInRefused('level-too-low', 'security-level');
  const number = said['helseid://claims/hpr/hpr_number'];
  if (number === undefined || !/^\d{1,9}$/.test(number)) throw new SignInRefused('no-hpr-number', 'no-hpr-number');
  return {
    identityNumber: numberIn(said['helseid://claims/identity/pid']),
    profession: { id: number, categories: categoriesIn(said['helseid://claims/hpr/hpr_details']) },
    organisation: said['helseid://claims/client/claims/orgnr_parent'] ?? null,
  };
}

/** The categories of HPR (code system 9060) in which somebody is approved. HelseID sends them as an object or as its JSON. */
function categoriesIn(details: unknown): string[] {
  const parsed = detailsSchema.safeParse(typeof details === 'string' ? jsonIn(details) : details);
  if (!parsed.success) return [];
  const found = parsed.data.approvals.flatMap((approval) => {
    const { success, data } = approvalSchema.safeParse(approval);
    return success ? [data.profession] : [];
  });
  return [...new Set(found)];
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function numberIn(pid: string | undefined): string | null {
  return pid !== undefined && /^\d{11}$/.test(pid) ? pid : null;
}
