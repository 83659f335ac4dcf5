/** The plan of the demonstration's case, as a good team would fill it: who wrote what, and when. */
import type { DemoEntry } from '../entry.ts';
import { contacts } from './contacts.ts';
import { tasks } from './tasks.ts';
import { whatMatters } from './whatMatters.ts';
import { workingNotes } from './workingNotes.ts';

export const firstPlan: readonly DemoEntry[] = [
  { section: 'what-matters', by: 'patient', daysAgo: 20, prose: whatMatters },
  { section: 'contacts', by: 'coordinator', daysAgo: 18, lists: { rows: contacts } },
  { section: 'tasks', by: 'coordinator', daysAgo: 4, lists: { rows: tasks } },
  { section: 'working-notes', by: 'cancer-nurse', daysAgo: 3, prose: { notes: workingNotes } },
];
