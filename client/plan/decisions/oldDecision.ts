/** Which decisions should be talked of again, by the plan's rule on old facts. Pure: now is passed in. */
import { textOf, type RowView } from '../../../shared/careplan/view.ts';
import { addMonths, type IsoDate } from '../../../shared/domain/calendar/dates.ts';
import { defaultSettings } from '../../../shared/domain/rules/settings.ts';

/** Of the decisions only those about resuscitation grow old by a rule; one without a date says so itself. */
export function isOldDecision({ values }: Pick<RowView, 'values'>, today: IsoDate): boolean {
  const on = textOf(values, 'on');
  if (textOf(values, 'about') !== 'resuscitation' || on === '') return false;
  return addMonths(on, defaultSettings.resuscitationMonths) < today;
}
