/** A stored value in words. */
import * as Y from 'yjs';
import type { FieldDefinition } from '../../../shared/careplan/parts.ts';
import { dateWithYear } from '../../app/dates.ts';
import { texts } from '../../i18n/texts.ts';
import { ownerName } from '../tasks/taskParts.ts';
import { choiceText, daysOf } from '../words.ts';
import type { FieldValue, Row } from '../../../shared/careplan/document.ts';
import type { SectionContext } from '../context.ts';

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
  context: ReadableRow['context'],
  { id, kind }: FieldDefinition,
  value: FieldValue | undefined,
): string {
  if (value === undefined || value === '') return '';
  switch (kind) {
    case 'choice':
      return choiceText(context.session.section.id, id, String(value));
    case 'date':
      return typeof value === 'string' ? dateWithYear(value) : '';
    case 'member':
      return ownerName({ owner: String(value) }, context.plan);
    case 'weekdays':
      return Array.isArray(value) ? daysOf(value) : '';
    case 'flag':
      return value === true ? texts().plan.rows.yes : '';
    case 'score':
      return value === 'unable' ? texts().plan.rows.unable : String(value);
    case 'reference':
      return '';
    default:
      return String(value);
  }
}
