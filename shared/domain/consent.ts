/** A consent: the patient opens one section of the plan for one person, from one time until another. */
import { z } from 'zod';
import { sections, sectionIds, type SectionId } from '../careplan/sections.ts';
import type { Role } from './roles.ts';

/** How the patient gave it. `self`: by pressing the button; the others are recorded by the coordinator. */
export const consentManners = ['oral', 'written', 'digital'] as const;
export const consentMannerSchema = z.enum(['self', ...consentManners]);

/** `withdrawn`: taken back. `replaced`: a newer consent for the same section and person stands in its place. */
export const consentEndSchema = z.enum(['withdrawn', 'replaced']);

/**
 * What may be wrong with a consent that is asked for; `section-not-by-consent` and `overlaps` are followed by `:` and the
 * section's id. `from-past`: nothing can be opened for a time that has gone. `overlaps`: the section is open for the person
 * already when this one would begin; one that begins at once takes its place instead.
 */
export const consentProblems = [
  'person-unknown',
  'section-not-by-consent',
  'from-past',
  'until-past',
  'until-before-from',
  'overlaps',
  'manner-missing',
] as const;
export type ConsentProblem = (typeof consentProblems)[number];

/** The sections that a person in this role may read only by consent: those that can be opened for them. */
export function sectionsByConsent(role: Role): readonly SectionId[] {
  return sectionIds.filter((id) => sections[id].access[role] === 'consent');
}

/** Whether a period has begun and not ended. Times are ISO 8601 in UTC. */
export function isStanding(consent: { from: string; until: string | null; ended: object | null }, at: string): boolean {
  return consent.ended === null && consent.from <= at && (consent.until === null || consent.until > at);
}
