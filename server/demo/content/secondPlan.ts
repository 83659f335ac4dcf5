/** The second plan: one that has just been begun. */
import type { DemoEntry } from '../entry.ts';

export const secondPlan: readonly DemoEntry[] = [
  {
    section: 'what-matters',
    by: 'second-patient',
    daysAgo: 6,
    prose: {
      matters: ['Å kunne bo i leiligheten min og gå til kirken på søndager.'],
      goals: ['Komme i gang med trening etter operasjonen.'],
    },
  },
  {
    section: 'contacts',
    by: 'coordinator',
    daysAgo: 5,
    lists: {
      rows: [
        {
          who: 'Fastlege Anne Lindqvist',
          kind: 'gp',
          phone: '22 00 00 11',
          about: 'Alt som ikke haster',
          weekdays: [1, 2, 3, 4, 5],
          from: '08:00',
          to: '15:30',
          holidays: false,
        },
      ],
    },
  },
  {
    section: 'tasks',
    by: 'coordinator',
    daysAgo: 5,
    lists: {
      rows: [
        { what: 'Kartleggingssamtale etter diagnosen', owner: { person: 'coordinator' }, deadline: { inDays: 10 } },
      ],
    },
  },
];
