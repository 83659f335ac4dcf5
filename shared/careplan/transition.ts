/**
 * A transition: the patient is admitted to hospital or sent home. Rules R10 (the checklist) and R8 (the clocks of one who
 * is seriously ill and sent home) of the care team's domain description.
 */
import { z } from 'zod';
import { idSchema } from '../domain/ids.ts';
import { roleSchema, type Role } from '../domain/roles.ts';
import { endOfDay, osloDate } from '../domain/calendar/oslo.ts';
import type { SectionId, taskKinds } from './sections.ts';

export const transitionKinds = ['admitted', 'discharged'] as const;

/** The points of the checklist, in the order of rule R10. */
export const checkPointSchema = z.enum([
  'letter',
  'contact-doctor',
  'follow-up',
  'medicines',
  'gp-appointment',
  'transport',
  'sick-leave',
  'blood-tests',
]);
export type CheckPoint = z.infer<typeof checkPointSchema>;
export const checkPoints: readonly CheckPoint[] = checkPointSchema.options;

const instantSchema = z.iso.datetime();

/** Who did something, and when. */
const deedSchema = z.object({ name: z.string(), role: roleSchema, at: instantSchema });

export const transitionSchema = z.object({
  id: idSchema,
  kind: z.enum(transitionKinds),
  /** When the patient came or went. */
  at: instantSchema,
  /** Which hospital or ward. */
  place: z.string(),
  seriouslyIll: z.boolean(),
  recorded: deedSchema,
  /** Every point once, in order. `ticked` is null until somebody has; `task`: the point has been made a task. */
  points: z.array(z.object({ id: checkPointSchema, ticked: deedSchema.nullable(), task: z.boolean() })),
  /** The contact doctor's call to the GP: who rang, when, and who wrote it down. */
  call: z.object({ who: z.string(), at: instantSchema, recorded: deedSchema }).nullable(),
});
export type Transition = z.infer<typeof transitionSchema>;

/** What a point becomes as a task, and in which section the matter itself stands. */
interface PointDefinition {
  readonly section: SectionId;
  readonly owner: Role;
  readonly kind: (typeof taskKinds)[number];
}

/** Default owners are ours, apart from the GP appointment, which home care helps to book (rule R6). */
export const pointDefinitions: Readonly<Record<CheckPoint, PointDefinition>> = {
  letter: { section: 'medicines', owner: 'gp', kind: 'message' },
  'contact-doctor': { section: 'contacts', owner: 'oncologist', kind: 'task' },
  'follow-up': { section: 'team', owner: 'coordinator', kind: 'task' },
  medicines: { section: 'medicines', owner: 'gp', kind: 'task' },
  'gp-appointment': { section: 'tasks', owner: 'home-care', kind: 'gp-appointment' },
  transport: { section: 'daily-life', owner: 'coordinator', kind: 'task' },
  'sick-leave': { section: 'daily-life', owner: 'gp', kind: 'task' },
  'blood-tests': { section: 'tasks', owner: 'gp', kind: 'task' },
};

/** The two things that must happen on the day when one who is seriously ill is sent home. */
export type ClockId = 'letter' | 'call';

/** `doneAt` is when it happened. Late is what has not happened when the day is over. */
export type Clock = { readonly id: ClockId; readonly due: string } & (
  { readonly state: 'running' } | { readonly state: 'late' } | { readonly state: 'done'; readonly doneAt: string }
);

/**
 * The clocks of rule R8; none where it does not apply. The source asks for the letter on the same day, and for the call
 * "preferably in addition"; the same day is taken to hold for both. `due` is an ISO date in Norway.
 */
export function clocksOf(transition: Transition, now: Date): Clock[] {
  if (transition.kind !== 'discharged' || !transition.seriouslyIll) return [];
  const due = osloDate(new Date(transition.at));
  const letter = transition.points.find(({ id }) => id === 'letter')?.ticked?.at ?? null;
  return [clock('letter', due, letter, now), clock('call', due, transition.call?.at ?? null, now)];
}

function clock(id: ClockId, due: string, doneAt: string | null, now: Date): Clock {
  if (doneAt !== null) return { id, due, state: 'done', doneAt };
  return { id, due, state: now > endOfDay(due) ? 'late' : 'running' };
}
