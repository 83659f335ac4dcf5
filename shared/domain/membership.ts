/** What being in a patient's care team means over time: why one takes part, and what is wrong with an invitation or an end. */
import { z } from 'zod';

/** Why somebody takes part (HL7 PurposeOfUse): treatment, or coordination of care. */
export const purposeSchema = z.enum(['TREAT', 'COC']);
export type Purpose = z.infer<typeof purposeSchema>;

/** Emergency treatment (HL7 PurposeOfUse): the place in a team of one who opened the plan by emergency access. */
export const emergencyPurpose = 'ETREAT';
/** What a membership can be for. */
export type SeatPurpose = Purpose | typeof emergencyPurpose;

/** Where a membership stands now. */
export const membershipStateSchema = z.enum(['coming', 'active', 'ended']);
export type MembershipState = z.infer<typeof membershipStateSchema>;

/** What is wrong with an invitation, an end or a number, as `bad-request` tells it. */
export const membershipProblems = [
  /** Already in the team, or invited. */
  'already-there',
  'person-unknown',
  'until-past',
  'until-before-from',
  /** The patient is always part of their team. */
  'is-patient',
  /** Somebody must coordinate. */
  'last-coordinator',
  /** Not eleven digits with control digits that fit. */
  'number-wrong',
  /** The number is known as somebody else's, or another is known of this person. */
  'number-taken',
  /** Without an identity provider nobody signs in by a number. */
  'no-provider',
  /** The patient has a plan here already. */
  'has-plan',
  /** Nobody who is meant so has a plan here. */
  'patient-unknown',
] as const;
export type MembershipProblem = (typeof membershipProblems)[number];

/** Where a period stands at a time; times are ISO 8601 in UTC. */
export function membershipState(
  { from, until }: { readonly from: string; readonly until: string | null },
  at: string,
): MembershipState {
  if (until !== null && until <= at) return 'ended';
  return from > at ? 'coming' : 'active';
}

/** The weights of the two control digits of a national identity number (Skatteetaten). */
const weights: readonly (readonly number[])[] = [
  [3, 7, 6, 1, 8, 9, 4, 5, 2, 1],
  [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1],
];

/**
 * Whether this is a national identity number or D-number: eleven digits, a day and a month (40 or 80 more for synthetic people,
 * 40 more on the day for a D-number), and control digits that fit.
 */
export function isIdentityNumber(digits: string): boolean {
  if (!/^\d{11}$/.test(digits)) return false;
  const day = Number(digits.slice(0, 2)) % 40;
  const month = Number(digits.slice(2, 4)) % 40;
  if (day < 1 || day > 31 || month < 1 || month > 12) return false;
  return weights.every((row) => row.reduce((sum, weight, place) => sum + weight * Number(digits[place]), 0) % 11 === 0);
}
