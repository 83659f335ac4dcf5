/**
 * The reconciled list of medicines as plain data: which lines are unresolved, where the sources differ, and how the list
 * stands to the one that a doctor signed. It says what was written, never what to take. Pure, for server and page alike.
 */
import { z } from 'zod';
import { medicineSources } from './sections.ts';
import type { RowView, SectionView, Values } from './view.ts';

export type MedicineSource = (typeof medicineSources)[number];

/** A list that the reconciliation rests on: whose, its ISO date or `''`, and who gave it. */
const sourceSchema = z.object({ id: z.string(), source: z.enum(medicineSources), on: z.string(), by: z.string() });

/** One medicine: what each source says of it as free text, what is to hold, and why. */
const lineSchema = z.object({
  id: z.string(),
  name: z.string(),
  said: z.record(z.enum(medicineSources), z.string()),
  change: z.string(),
  reason: z.string(),
});

/** The whole list, in an order that does not depend on how it is shown. */
export const medicineListSchema = z.object({
  sources: z.array(sourceSchema),
  lines: z.array(lineSchema),
  allergies: z.string(),
});
export type MedicineList = z.infer<typeof medicineListSchema>;
export type MedicineLine = z.infer<typeof lineSchema>;
export type ListSource = z.infer<typeof sourceSchema>;

/** The list of a plan, from the view of its section `medicines`. */
export function medicineList({ lists, prose }: Pick<SectionView, 'lists' | 'prose'>): MedicineList {
  return {
    sources: (lists['sources'] ?? []).flatMap(sourceOf).sort(byId),
    lines: (lists['drugs'] ?? []).map(medicineLine).sort(byId),
    allergies: (prose['allergies'] ?? '').trim(),
  };
}

function sourceOf({ id, values }: RowView): ListSource[] {
  const source = medicineSources.find((known) => known === values['source']);
  return source ? [{ id, source, on: said(values, 'on'), by: said(values, 'by') }] : [];
}

/** One row of the list. */
export function medicineLine({ id, values }: RowView): MedicineLine {
  return {
    id,
    name: said(values, 'name'),
    said: {
      'gp-list': said(values, 'gp-list'),
      discharge: said(values, 'discharge'),
      'home-care': said(values, 'home-care'),
      patient: said(values, 'patient'),
    },
    change: said(values, 'change'),
    reason: said(values, 'reason'),
  };
}

function said(values: Values, fieldId: string): string {
  const value = values[fieldId];
  return typeof value === 'string' ? value.trim() : '';
}

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : 1;
}

/** Why a line is not resolved yet, or null: nobody chose what is to hold, or a change has no reason. */
export function lackOf({ change, reason }: Pick<MedicineLine, 'change' | 'reason'>): 'change' | 'reason' | null {
  if (change === '') return 'change';
  return change !== 'unchanged' && reason === '' ? 'reason' : null;
}

/** The lines that are not resolved. */
export function unresolvedLines({ lines }: Pick<MedicineList, 'lines'>): MedicineLine[] {
  return lines.filter((line) => lackOf(line) !== null);
}

/** The sources that the list rests on, in the order of the table: those named, and those that say something in any line. */
export function sourcesInUse({ sources, lines }: Pick<MedicineList, 'sources' | 'lines'>): MedicineSource[] {
  return medicineSources.filter(
    (source) => sources.some((named) => named.source === source) || lines.some((line) => line.said[source] !== ''),
  );
}

/** How the sources agree on a medicine. `missing`: those who speak of it say the same, and others do not name it. */
export type Agreement = 'same' | 'missing' | 'different';

/** Compares what these sources say, letter by letter but for case and spaces: what means the same is for people to judge. */
export function agreementOf({ said: words }: Pick<MedicineLine, 'said'>, inUse: readonly MedicineSource[]): Agreement {
  const spoken = inUse
    .map((source) => words[source].toLowerCase().replaceAll(/\s+/g, ' '))
    .filter((text) => text !== '');
  if (new Set(spoken).size > 1) return 'different';
  return spoken.length < inUse.length ? 'missing' : 'same';
}

/** The list as text that is equal for equal lists alone: what is hashed when a doctor signs. */
export function canonicalList(list: MedicineList): string {
  return JSON.stringify(medicineListSchema.parse(list));
}
