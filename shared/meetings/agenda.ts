/**
 * The agenda of a meeting: what each kind of meeting goes through, as data, and what its points must hold before they are
 * ticked. Source of kinds and points: the care team's domain description, "Meetings".
 */
import { z } from 'zod';
import { sectionIdSchema, type SectionId } from '../careplan/sections.ts';
import { agendaOf, templateIds, templates, type AgendaPoint as StandingPoint } from '../careplan/templates.ts';
import type { Member } from '../domain/policy.ts';
import type { Role } from '../domain/roles.ts';
import { idSchema, newId } from '../domain/ids.ts';
import type { MeetingKind } from '../protocol/types.ts';

/** A point's id: that of a heading, which names its words, or a random one where the convener wrote the words. */
export const pointIdSchema = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/);

export const agendaPointSchema = z.object({
  id: pointIdSchema,
  /** As the convener wrote it; null where it has the words of the kind's own point. */
  title: z.string().trim().min(1).max(120).nullable(),
  minutes: z.number().int().min(1).max(180),
  /** Who leads the point; null for whoever leads the meeting. */
  ownerId: idSchema.nullable(),
  /** The section that everyone's plan goes to; null where the point is about none. */
  section: sectionIdSchema.nullable(),
  /** The owner comes for this point only, and is rung when it begins. */
  callIn: z.boolean(),
});
export type AgendaPoint = z.infer<typeof agendaPointSchema>;

/** The most points of one agenda. */
export const agendaLimit = 30;
export const agendaSchema = z
  .array(agendaPointSchema)
  .max(agendaLimit)
  .refine((points) => new Set(points.map(({ id }) => id)).size === points.length);

const point = (id: string, minutes: number, owner: Role, ...sections: SectionId[]): StandingPoint => ({
  id,
  minutes,
  owner,
  sections,
});

/** The kinds that no template of the plan describes. */
const ownPoints: Partial<Record<MeetingKind, readonly StandingPoint[]>> = {
  interdisciplinary: [
    point('question', 5, 'coordinator', 'what-matters'),
    point('status', 10, 'oncologist', 'disease', 'symptoms'),
    point('goal', 10, 'oncologist', 'phase'),
    point('decisions', 10, 'oncologist', 'decisions'),
    point('who-does-what', 10, 'coordinator', 'tasks'),
  ],
  discharge: [
    point('stay', 10, 'oncologist', 'disease'),
    point('medicines', 10, 'gp', 'medicines'),
    point('at-home', 10, 'home-care', 'daily-life'),
    point('relief', 10, 'palliative', 'zones'),
    point('contacts', 5, 'coordinator', 'contacts'),
    point('who-does-what', 5, 'coordinator', 'tasks'),
  ],
};

/** The points that a kind of meeting has when nobody has changed them. */
export function standingAgenda(kind: MeetingKind): readonly StandingPoint[] {
  const own = ownPoints[kind];
  if (own) return own;
  const template = templateIds.map((id) => templates[id]).find(({ meeting }) => meeting === kind);
  return template ? agendaOf(template) : [];
}

/** Whether the points of this kind are given: *Hva er viktig for deg?* has exactly its six. */
export function hasFixedAgenda(kind: MeetingKind): boolean {
  return kind === 'what-matters';
}

/** The roles that a kind of meeting expects: whoever owns one of its points. */
export function expectedRoles(kind: MeetingKind): readonly Role[] {
  return [...new Set(standingAgenda(kind).map(({ owner }) => owner))];
}

/** The standing agenda with owners from a team: the first who has the role. */
export function agendaFor(kind: MeetingKind, team: readonly Pick<Member, 'personId' | 'role'>[]): AgendaPoint[] {
  return standingAgenda(kind).map(({ id, minutes, owner, sections: [section] }) => ({
    id,
    title: null,
    minutes,
    ownerId: team.find(({ role }) => role === owner)?.personId ?? null,
    section: section ?? null,
    callIn: false,
  }));
}

/** Whether an agenda keeps to its kind: a fixed one has its points and no others, and a point without words is one of the kind's. */
export function fitsKind(kind: MeetingKind, agenda: readonly AgendaPoint[]): boolean {
  const known = standingAgenda(kind).map(({ id }) => id);
  if (agenda.some(({ id, title }) => title === null && !known.includes(id))) return false;
  return !hasFixedAgenda(kind) || agenda.map(({ id }) => id).join() === known.join();
}

/** A point that the convener writes. */
export function newPoint(title: string): AgendaPoint {
  return { id: newId(), title, minutes: 5, ownerId: null, section: null, callIn: false };
}

/** When a point should begin and end, ms since 1970, where the meeting begins at `startsAt` and keeps its time. */
export function timeOfPoint(
  agenda: readonly AgendaPoint[],
  pointId: string,
  startsAt: number,
): { from: number; to: number } | null {
  const at = agenda.findIndex(({ id }) => id === pointId);
  const found = agenda[at];
  if (!found) return null;
  const from = startsAt + agenda.slice(0, at).reduce((sum, { minutes }) => sum + minutes, 0) * 60_000;
  return { from, to: from + found.minutes * 60_000 };
}

/** The point for which somebody is rung in, or null for one who is in the whole meeting. */
export function callInOf(agenda: readonly AgendaPoint[], personId: string): AgendaPoint | null {
  return agenda.find(({ callIn, ownerId }) => callIn && ownerId === personId) ?? null;
}

/** What the last point of *Hva er viktig for deg?* must hold: the next appointment, and whether the note may be sent to home care. */
export const closingSchema = z.object({
  nextAppointment: z.string().trim().min(1).max(200),
  consentToSend: z.boolean(),
});
export type Closing = z.infer<typeof closingSchema>;

/** Whether a point is ticked only with what `closingSchema` asks for. */
export function needsClosing(kind: MeetingKind, pointId: string): boolean {
  return kind === 'what-matters' && pointId === standingAgenda(kind).at(-1)?.id;
}
