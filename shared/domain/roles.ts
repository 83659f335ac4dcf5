/** The roles of a care team, and the groups of roles that rules speak of. */
import { z } from 'zod';

export const roleSchema = z.enum([
  'gp',
  'oncologist',
  'palliative',
  'cancer-nurse',
  'coordinator',
  'home-care',
  'allied',
  'volunteer',
  'interpreter',
  'patient',
  'relative',
]);
export type Role = z.infer<typeof roleSchema>;
export const roles: readonly Role[] = roleSchema.options;

/** The professionals with responsibility for the plan: the column "pro" of the access table. */
export const coreProfessionals = [
  'gp',
  'oncologist',
  'palliative',
  'cancer-nurse',
  'coordinator',
  'home-care',
] as const satisfies readonly Role[];

/** Roles that must sign in themselves; a meeting link alone never stands for one of them. */
export const professionalRoles: readonly Role[] = [...coreProfessionals, 'allied'];

/** Whether a person in this role is known by sign-in, not by link. */
export function signsIn(role: Role): boolean {
  return professionalRoles.includes(role);
}
