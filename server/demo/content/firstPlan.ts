/** The plan of the demonstration's case, as a good team would fill it: who wrote what, and when. */
import type { DemoEntry } from '../entry.ts';
import { bereavement } from './bereavement.ts';
import { children } from './children.ts';
import { contacts } from './contacts.ts';
import { dailyLife } from './dailyLife.ts';
import { decisions } from './decisions.ts';
import { disease } from './disease.ts';
import { faith } from './faith.ts';
import { medicines } from './medicines.ts';
import { phase } from './phase.ts';
import { relatives } from './relatives.ts';
import { resources } from './resources.ts';
import { review } from './review.ts';
import { standbyMedicines } from './standbyMedicines.ts';
import { symptoms } from './symptoms.ts';
import { tasks } from './tasks.ts';
import { team } from './team.ts';
import { whatMatters } from './whatMatters.ts';
import { wishes } from './wishes.ts';
import { workingNotes } from './workingNotes.ts';
import { zones } from './zones.ts';

export const firstPlan: readonly DemoEntry[] = [
  { section: 'what-matters', by: 'patient', daysAgo: 20, prose: whatMatters },
  { section: 'relatives', by: 'cancer-nurse', daysAgo: 15, ...relatives },
  { section: 'children', by: 'cancer-nurse', daysAgo: 15, ...children },
  { section: 'disease', by: 'oncologist', daysAgo: 12, ...disease },
  { section: 'phase', by: 'oncologist', daysAgo: 12, ...phase },
  ...symptoms,
  { section: 'zones', by: 'palliative', daysAgo: 19, lists: { rows: zones } },
  ...medicines,
  { section: 'standby-medicines', by: 'palliative', daysAgo: 21, lists: { rows: standbyMedicines } },
  { section: 'decisions', by: 'palliative', daysAgo: 24, lists: { rows: decisions } },
  { section: 'wishes', by: 'patient', daysAgo: 17, ...wishes },
  { section: 'faith', by: 'patient', daysAgo: 17, ...faith },
  { section: 'daily-life', by: 'home-care', daysAgo: 10, ...dailyLife },
  { section: 'contacts', by: 'coordinator', daysAgo: 18, lists: { rows: contacts } },
  { section: 'team', by: 'coordinator', daysAgo: 18, ...team },
  { section: 'tasks', by: 'coordinator', daysAgo: 4, lists: { rows: tasks } },
  { section: 'resources', by: 'coordinator', daysAgo: 11, ...resources },
  { section: 'review', by: 'coordinator', daysAgo: 11, ...review },
  { section: 'bereavement', by: 'cancer-nurse', daysAgo: 2, ...bereavement },
  { section: 'working-notes', by: 'cancer-nurse', daysAgo: 3, prose: { notes: workingNotes } },
];
