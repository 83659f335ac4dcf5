/** A value of a rule, in words. */
import type { SettingName, Settings } from '../../shared/domain/rules/settings.ts';
import { dateWithYear } from '../app/dates.ts';
import { texts } from '../i18n/texts.ts';

export function settingText(name: SettingName, settings: Settings): string {
  const { values } = texts().rules;
  switch (name) {
    case 'answerDays':
    case 'adviceDays':
      return values.days(String(settings[name]));
    case 'reminderDay':
    case 'redDay':
      return values.onDay(String(settings[name]));
    case 'appointmentMonths':
    case 'reconcileMonths':
    case 'resuscitationMonths':
      return values.months(String(settings[name]));
    case 'appointmentsWanted':
      return values.times(String(settings[name]));
    case 'answerDayKind':
      return values.dayKinds[settings[name]];
    case 'homeVisitFrom':
    case 'homeVisitTo':
      return values.clock(settings[name]);
    case 'appointmentBooker':
      return texts().shared.roles[settings[name]];
    case 'phoneList': {
      const list = settings[name];
      return list === null ? values.noPhoneList : values.phoneList(list.owner, dateWithYear(list.on));
    }
  }
}
