/** A row of a list as cards are drawn from it. */
import type { ListPart } from '../../../../shared/careplan/parts.ts';
import { texts } from '../../../i18n/texts.ts';
import type { OpenRow } from '../../rows/rowField.ts';
import { valueText } from '../../rows/valueText.ts';

export interface ListedRow {
  readonly open: OpenRow;
  readonly list: ListPart;
}

/** A field in words, without space around it; '' where nothing stands or the list has no such field. */
export function said({ open, list }: ListedRow, fieldId: string): string {
  const field = list.fields.find(({ id }) => id === fieldId);
  return field ? valueText(open, field).trim() : '';
}

/** A single value as it is stored: a choice's value, an ISO date; '' where none. */
export function stored({ open }: ListedRow, fieldId: string): string {
  const value = open.row.get(fieldId);
  return typeof value === 'string' ? value : '';
}

/** What a row is called on its card, on buttons and in messages. */
export function rowName(row: ListedRow): string {
  const sectionId = row.open.context.session.section.id;
  const unnamed = texts().shared.sections[sectionId].lists?.[row.list.id]?.unnamed;
  return said(row, row.list.title) || (unnamed ?? '');
}
