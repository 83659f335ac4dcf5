/**
 * Who sits beside somebody at the same device: a nurse, a neighbour, a grandchild. They have a name and what they are to the
 * person, as the person says it, and no access of their own. Whoever is in front of a camera is told of to all.
 */
import { z } from 'zod';
import { idSchema } from '../domain/ids.ts';
import type { Role } from '../domain/roles.ts';

/** The most who sit beside one person: more do not fit before a camera. */
export const mostBeside = 2;
/** Characters of a name, and of what somebody is to the person. */
export const helperLimits = { name: 60, relation: 40 } as const;

export const helperSchema = z.object({
  name: z.string().trim().min(1).max(helperLimits.name),
  /** As the person would say it: «nabo», «barnebarn». */
  relation: z.string().trim().min(1).max(helperLimits.relation),
});
export type Helper = z.infer<typeof helperSchema>;

export const besideSchema = z.array(helperSchema).max(mostBeside);

/** What the convener knows beforehand: who is to sit beside this person. */
export const notedHelperSchema = helperSchema.extend({ personId: idSchema });
export type NotedHelper = z.infer<typeof notedHelperSchema>;

const helped: ReadonlySet<Role> = new Set(['patient', 'relative']);

/** Whether it is noted beforehand who helps a person in this role. Anybody may say in the meeting that they are not alone. */
export function mayBeHelped(role: Role): boolean {
  return helped.has(role);
}

export function isSameHelper(one: Helper, other: Helper): boolean {
  return one.name === other.name && one.relation === other.relation;
}
