/**
 * The wire of the live plan: one WebSocket at `syncPath` carries many channels, each one y-websocket conversation about
 * one document. Each frame is `varUint kind, varUint channel, rest`. A stock y-websocket client can also open
 * `syncPath/<document name>` and speak to one document without channels. See PROTOCOL.md.
 */
import { z } from 'zod';
import { sectionIdSchema, type SectionId } from '../careplan/sections.ts';
import { idSchema } from '../domain/ids.ts';

export const syncPath = '/sync';

/** Kinds of frame on the shared connection. */
export const frame = {
  /** Page → server: `varString documentName, varUint schema`. The channel's number is chosen by the page and used once. */
  open: 0,
  /** Both ways: the rest is one y-websocket message. */
  data: 1,
  /** Both ways: `varUint code, varString reason`. */
  close: 2,
  /** Server → page on channel 0, every `heartbeatMs`: the connection lives. */
  heartbeat: 3,
} as const;

/** Message types inside a channel. 0, 1 and 3 are y-websocket's own. */
export const message = {
  sync: 0,
  awareness: 1,
  queryAwareness: 3,
  /** Durable acknowledgement: `varUint8Array(varUint counter)`, echoed once everything sent before it is on disk. */
  durable: 102,
  /** Server → page in the channel of notices: `varString topic`, one of `noticeTopicSchema`. */
  notice: 103,
} as const;

/** Why a channel was closed. 44xx is final but for `tooMany`, which like 45xx may be tried again. */
export const closeCode = {
  badMessage: 4400,
  notSignedIn: 4401,
  notAllowed: 4403,
  unknown: 4404,
  outdatedPage: 4409,
  tooLarge: 4413,
  tooMany: 4429,
  tryAgain: 4500,
} as const;

export const heartbeatMs = 10_000;
/** The largest frame, bytes. A section of a long plan is well below a tenth of it. */
export const frameLimit = 4 * 1024 * 1024;
/** Channels on one connection at the same time. */
export const channelLimit = 64;
/** The largest awareness state of one page, characters of JSON. */
export const presenceLimit = 4_000;

/** What a channel is about: one section of a plan, who is where in the plan, or that something about it has changed. */
export type DocumentRef =
  | { readonly kind: 'section'; readonly planId: string; readonly sectionId: SectionId }
  | { readonly kind: 'presence'; readonly planId: string }
  | { readonly kind: 'notices'; readonly planId: string }
  /** The minutes of a meeting about the plan. */
  | { readonly kind: 'minutes'; readonly planId: string; readonly meetingId: string };

/** `<planId>/<sectionId>`, `<planId>/presence`, `<planId>/notices` or `<planId>/minutes.<meetingId>`. */
export function documentName(ref: DocumentRef): string {
  if (ref.kind === 'minutes') return `${ref.planId}/${minutesPrefix}${ref.meetingId}`;
  return `${ref.planId}/${ref.kind === 'section' ? ref.sectionId : ref.kind}`;
}

const minutesPrefix = 'minutes.';

/** The document that a name stands for, or null where it stands for none. */
export function parseDocumentName(name: string): DocumentRef | null {
  const [planPart, part, ...more] = name.split('/');
  const planId = idSchema.safeParse(planPart);
  if (!planId.success || more.length > 0) return null;
  if (part === 'presence' || part === 'notices') return { kind: part, planId: planId.data };
  if (part?.startsWith(minutesPrefix)) {
    const meetingId = idSchema.safeParse(part.slice(minutesPrefix.length));
    return meetingId.success ? { kind: 'minutes', planId: planId.data, meetingId: meetingId.data } : null;
  }
  const sectionId = sectionIdSchema.safeParse(part);
  return sectionId.success ? { kind: 'section', planId: planId.data, sectionId: sectionId.data } : null;
}

/**
 * What a notice says has changed; what it is now is asked for by REST. `access`: my rights or the team. The others are the
 * lists of the same name. A notice says nothing of the plan itself, so every member of the team may hear it.
 */
export const noticeTopicSchema = z.enum([
  'access',
  'history',
  'comments',
  'versions',
  'tasks',
  'templates',
  'medicines',
]);
export type NoticeTopic = z.infer<typeof noticeTopicSchema>;

/**
 * One page's presence in a plan, the value of its awareness state. `person` is stamped by the server, whatever was sent.
 * `at` is where the person works: a section, a field in it (for rows `<rowId>.<fieldId>`), and in running text the
 * selection as Yjs relative positions. `at` reaches only those who may read that section.
 */
export const presenceSchema = z.object({
  at: z
    .object({
      section: sectionIdSchema,
      field: z.string().max(100),
      cursor: z.object({ anchor: z.unknown(), head: z.unknown() }).nullable(),
    })
    .nullable(),
});
export type Presence = z.infer<typeof presenceSchema>;

export const presencePersonSchema = z.object({
  id: idSchema,
  name: z.string(),
  role: z.string(),
  /** 0–7: an index into the page's palette. */
  color: z.number().int().min(0).max(7),
});
export type StampedPresence = Presence & { person: z.infer<typeof presencePersonSchema> };
