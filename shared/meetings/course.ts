/** How a meeting is agreed to go, and how it goes: what is written down of it, so that a restart finds it where it was. */
import { z } from 'zod';
import type { Role } from '../domain/roles.ts';
import { agendaSchema, closingSchema, pointIdSchema } from './agenda.ts';
import { notedHelperSchema } from './helpers.ts';

/** `professionals`: patient, relatives and volunteers wait until the professional part is over. */
export const phaseSchema = z.enum(['professionals', 'everyone']);
export type Phase = z.infer<typeof phaseSchema>;

/** Where video may be held instead: the services that the care team's domain description names, "Meetings". */
const videoHosts = ['join.nhn.no', 'whereby.com'];

/** An address of one of these services, by HTTPS. */
export const externalVideoSchema = z
  .string()
  .max(500)
  .refine((address) => {
    const url = URL.parse(address);
    const known = videoHosts.some((host) => url?.hostname === host || url?.hostname.endsWith(`.${host}`));
    return url?.protocol === 'https:' && known && url.username === '' && url.password === '';
  });

/** What is agreed before the meeting. */
export const termsSchema = z.object({
  /** With the patient, or about the patient without them. */
  withPatient: z.boolean(),
  professionalsFirst: z.boolean(),
  agenda: agendaSchema,
  /** Whether what is written in the chat is kept with the meeting; otherwise it is gone when the meeting ends. */
  keepChat: z.boolean(),
  /** Whether who comes by a link also writes a code, sent to the mail address that is known of them. */
  linkCode: z.boolean().default(false),
  /**
   * Whether sound and picture are encrypted from end to end. Decided when the meeting is made, and not changed later: a page
   * that has the meeting's secret encrypts whatever it is told.
   */
  endToEnd: z.boolean().default(false),
  /** Where sound and picture are, where they are not here. Agenda, plan and minutes are. */
  externalVideo: externalVideoSchema.nullable().default(null),
  /** Who is to sit beside whom, one for each at the most. What is true is said by the person when they come. */
  helpers: z.array(notedHelperSchema).max(20).default([]),
});
export type Terms = z.infer<typeof termsSchema>;

/** Where the meeting is. */
export const courseSchema = z.object({
  phase: phaseSchema,
  /** Nobody new comes in; those who were in come back. */
  locked: z.boolean(),
  /** The point that is talked about now, and since when. */
  point: pointIdSchema.nullable(),
  pointSince: z.iso.datetime().nullable(),
  ticked: z.array(pointIdSchema),
  closing: closingSchema.nullable(),
});
export type Course = z.infer<typeof courseSchema>;

/** How a meeting begins. */
export function firstCourse({ professionalsFirst }: Pick<Terms, 'professionalsFirst'>): Course {
  const phase = professionalsFirst ? 'professionals' : 'everyone';
  return { phase, locked: false, point: null, pointSince: null, ticked: [], closing: null };
}

const waitsForProfessionals: ReadonlySet<Role> = new Set(['patient', 'relative', 'volunteer']);

/** Whether a person in this role waits in this phase. */
export function isHeldBack(role: Role, phase: Phase): boolean {
  return phase === 'professionals' && waitsForProfessionals.has(role);
}
