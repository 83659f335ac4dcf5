/** A stored value in words. */
import * as Y from 'yjs';
import type { FieldDefinition } from '../../../shared/careplan/parts.ts';
import type { FieldValue, Row } from '../../../shared/careplan/document.ts';
import type { SectionContext } from '../context.ts';
import { valueWords } from './valueWords.ts';

/** A row, and as much of its surroundings as words need. */
export interface ReadableRow {
  readonly context: Pick<SectionContext, 'plan' | 'session'>;
  readonly row: Row;
}

/** What stands in a field, as people say it; '' where nothing does. */
export function valueText({ context, row }: ReadableRow, field: FieldDefinition): string {
  const stored = row.get(field.id);
  return storedText(context, field, stored instanceof Y.Text ? stored.toString() : stored);
}

/** A value of a field, as people say it; '' for none. */
export function storedText(
  { session, plan }: ReadableRow['context'],
  field: FieldDefinition,
  value: FieldValue | undefined,
): string {
  return value === undefined ? '' : valueWords({ sectionId: session.section.id, field, value, plan });
}
