/** The minutes of a meeting: a Y.Doc per meeting, with a text for each point, one for the rest, and the decisions. */
import * as Y from 'yjs';
import { z } from 'zod';
import { canonicalJson, sha256 } from '../careplan/canonical.ts';
import { newId } from '../domain/ids.ts';
import type { Role } from '../domain/roles.ts';
import { pointIdSchema, type AgendaPoint } from './agenda.ts';

/** The schema of the document that a page must know. */
export const minutesSchema = 1;
/** The most characters of a text that is frozen; longer is cut off nowhere, but refused. */
const longestText = 20_000;

const textSchema = z.string().max(longestText);

export const minutesContentSchema = z.object({
  notes: z.array(z.object({ pointId: pointIdSchema, title: z.string().nullable(), text: textSchema })),
  general: textSchema,
  decisions: z.array(z.object({ id: pointIdSchema, text: textSchema, taskId: z.string().max(40) })).max(200),
});
export type MinutesContent = z.infer<typeof minutesContentSchema>;

/** What was said at a point. */
export function noteOf(doc: Y.Doc, pointId: string): Y.Text {
  return doc.getText(`note ${pointId}`);
}

/** What belongs to no point. */
export function generalNote(doc: Y.Doc): Y.Text {
  return doc.getText('general');
}

type DecisionRow = Y.Map<Y.Text | string | number>;

function decisionRows(doc: Y.Doc): Y.Map<DecisionRow> {
  return doc.getMap<DecisionRow>('decisions');
}

function inOrder(doc: Y.Doc): [string, DecisionRow][] {
  const place = (row: DecisionRow): number => Number(row.get('order') ?? 0);
  return [...decisionRows(doc).entries()]
    .filter(([, row]) => row instanceof Y.Map)
    .sort(([a, one], [b, other]) => place(one) - place(other) || (a < b ? -1 : 1));
}

/** The decisions in the order in which they were made, each with its shared text. */
export function decisionsOf(doc: Y.Doc): { id: string; text: Y.Text; taskId: string }[] {
  return inOrder(doc).flatMap(([id, row]) => {
    const text = row.get('text');
    return text instanceof Y.Text ? [{ id, text, taskId: String(row.get('taskId') ?? '') }] : [];
  });
}

/** A new decision at the end; answers its id. */
export function addDecision(doc: Y.Doc, origin: unknown): string {
  const id = newId();
  doc.transact(() => {
    const row: DecisionRow = new Y.Map();
    row.set('order', Number(inOrder(doc).at(-1)?.[1].get('order') ?? 0) + 1);
    row.set('text', new Y.Text());
    row.set('taskId', '');
    decisionRows(doc).set(id, row);
  }, origin);
  return id;
}

/** The decision has become this task of the plan. */
export function setTask(doc: Y.Doc, id: string, taskId: string, origin: unknown): void {
  doc.transact(() => decisionRows(doc).get(id)?.set('taskId', taskId), origin);
}

export function removeDecision(doc: Y.Doc, id: string, origin: unknown): void {
  doc.transact(() => decisionRows(doc).delete(id), origin);
}

/** The minutes as plain data; what is empty is left out. */
export function minutesContent(doc: Y.Doc, agenda: readonly AgendaPoint[]): MinutesContent {
  const notes = agenda.map(({ id, title }) => ({ pointId: id, title, text: noteOf(doc, id).toString().trim() }));
  const decisions = decisionsOf(doc).map(({ id, text, taskId }) => ({ id, text: text.toString().trim(), taskId }));
  return {
    notes: notes.filter(({ text }) => text !== ''),
    general: generalNote(doc).toString().trim(),
    decisions: decisions.filter(({ text }) => text !== ''),
  };
}

/** SHA-256 over the canonical JSON of the meeting and its minutes, hexadecimal: what those who were there approve. */
export function minutesHash(meetingId: string, content: MinutesContent): Promise<string> {
  return sha256(canonicalJson({ meetingId, ...content }));
}

/** Whether a role takes part in the minutes: everyone but those who are there for something else. */
export function takesPartInMinutes(role: Role): boolean {
  return role !== 'interpreter' && role !== 'volunteer';
}
