/** The plan of the demonstration's case, as a good team would fill it: who wrote what, and when. */
import type { DemoEntry } from '../entry.ts';
import { contacts } from './contacts.ts';
import { decisions } from './decisions.ts';
import { medicines } from './medicines.ts';
import { standbyMedicines } from './standbyMedicines.ts';
import { symptoms } from './symptoms.ts';
import { tasks } from './tasks.ts';
import { whatMatters } from './whatMatters.ts';
import { workingNotes } from './workingNotes.ts';
import { zones } from './zones.ts';

export const firstPlan: readonly DemoEntry[] = [
  { section: 'what-matters', by: 'patient', daysAgo: 20, prose: whatMatters },
  ...symptoms,
  { section: 'zones', by: 'palliative', daysAgo: 19, lists: { rows: zones } },
  ...medicines,
  { section: 'standby-medicines', by: 'palliative', daysAgo: 21, lists: { rows: standbyMedicines } },
  { section: 'decisions', by: 'palliative', daysAgo: 24, lists: { rows: decisions } },
  { section: 'contacts', by: 'coordinator', daysAgo: 18, lists: { rows: contacts } },
  { section: 'tasks', by: 'coordinator', daysAgo: 4, lists: { rows: tasks } },
  { section: 'working-notes', by: 'cancer-nurse', daysAgo: 3, prose: { notes: workingNotes } },
];
