/** A plain value in words. */
import type { FieldValue } from '../../../shared/careplan/document.ts';
import type { FieldDefinition } from '../../../shared/careplan/parts.ts';
import type { SectionId } from '../../../shared/careplan/sections.ts';
import type { PlanInfo } from '../../../shared/protocol/types.ts';
import { dateWithYear } from '../../app/dates.ts';
import { texts } from '../../i18n/texts.ts';
import { ownerName } from '../tasks/taskParts.ts';
import { choiceText, daysOf } from '../words.ts';

interface Valued {
  readonly sectionId: SectionId;
  readonly field: Pick<FieldDefinition, 'id' | 'kind'>;
  readonly value: FieldValue;
  /** Whose names are known. */
  readonly plan: Pick<PlanInfo, 'team'>;
}

/** What a value says, as people say it; '' where it says nothing. */
export function valueWords({ sectionId, field, value, plan }: Valued): string {
  if (value === '') return '';
  switch (field.kind) {
    case 'choice':
      return choiceText(sectionId, field.id, String(value));
    case 'date':
      return typeof value === 'string' ? dateWithYear(value) : '';
    case 'member':
      return ownerName({ owner: String(value) }, plan);
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
