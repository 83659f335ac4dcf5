/** One change of a section as it is remembered: what it was about, never what was written. */
import { z } from 'zod';

/** `added`, `removed`: a row. `changed`: prose, a field of the record, a field of a row. */
export const changeKindSchema = z.enum(['added', 'changed', 'removed']);
export type ChangeKind = z.infer<typeof changeKindSchema>;

/** A value that is no free text: a choice, a date, a time, a flag, a score, weekdays, a member. */
export const changeValueSchema = z.union([z.string(), z.boolean(), z.number(), z.array(z.number())]);
export type ChangeValue = z.infer<typeof changeValueSchema>;

/** A row as it is named inside a plan; ids that could be anything else are not remembered. */
export const rowIdSchema = z.string().regex(/^[\w-]{1,64}$/);

/** What a change is about: a part of the section, a row of it, a field; '' where there is none. */
export const targetSchema = z.object({ part: z.string(), row: z.string(), field: z.string() });
export type ChangeTarget = z.infer<typeof targetSchema>;

/** What one edit did to one target. `value` is what stands there after it, null for free text and for rows. */
export interface SectionChange extends ChangeTarget {
  readonly kind: ChangeKind;
  readonly value: ChangeValue | null;
}
