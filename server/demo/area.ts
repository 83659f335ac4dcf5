/** Where the demonstration's patients live, and what their district has set. The phone numbers are nobody's. */
import { addDays } from '../../shared/domain/calendar/dates.ts';
import { osloDate } from '../../shared/domain/calendar/oslo.ts';
import type { Area, StoredSetting } from '../storage/ruleSettingStore.ts';

export const demoArea: Area = { municipality: 'Oslo', district: 'Bydel Østensjø' };

/** How old the district's phone list is. */
const listedDaysAgo = 75;

export function demoSettings(now: Date): StoredSetting[] {
  const on = addDays(osloDate(now), -listedDaysAgo);
  return [
    {
      ...demoArea,
      name: 'phoneList',
      value: {
        owner: 'Bydelsoverlegen i Bydel Østensjø',
        on,
        numbers: [
          { who: 'Bøler legekontor, haster', phone: '22 00 00 12' },
          { who: 'Hjemmesykepleien, ansvarsvakt', phone: '22 00 00 24' },
          { who: 'Bydelsoverlegen', phone: '22 00 00 60' },
        ],
      },
      source: 'Bydelens telefonliste (demonstrasjon)',
      on,
    },
  ];
}
