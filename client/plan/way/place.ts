/** A place in the plan as the end of an address: `#plan-contacts`, `#plan-contacts/<row>`. It says nothing of the patient, and browsers do not send it. */
import { sectionIdSchema, type SectionId } from '../../../shared/careplan/sections.ts';

/** A section, and in it a field, or all fields of a row (`<rowId>.`). */
export interface Place {
  readonly sectionId: SectionId;
  readonly field: string | null;
}

const form = /^#plan-([a-z-]+)(?:\/([\w-]{1,60}))?$/;

/** The end of an address that leads to a place. Of a field in a row the row is named. */
export function fragmentOf({ sectionId, field }: Place): string {
  return field === null ? `#plan-${sectionId}` : `#plan-${sectionId}/${field.replace(/\..*$/, '')}`;
}

/** The place that the end of an address names, or null. `isRow` tells rows from fields of running text. */
export function placeOfFragment(hash: string): { sectionId: SectionId; name: string | null } | null {
  const [, section, name] = form.exec(hash) ?? [];
  const sectionId = sectionIdSchema.safeParse(section);
  return sectionId.success ? { sectionId: sectionId.data, name: name ?? null } : null;
}
