/** Demonstration: tasks and appointments. */
import type { DemoValues } from '../entry.ts';

export const tasks: readonly DemoValues[] = [
  {
    what: 'Sende oppdatert legemiddelliste til hjemmesykepleien',
    kind: 'message',
    owner: { person: 'gp' },
    deadline: { inDays: 2 },
    status: 'doing',
    message: 'draft',
  },
  {
    what: 'Avklare hvem som svarer når fastlegen har ferie',
    owner: { person: 'coordinator' },
    deadline: { inDays: 5 },
  },
  {
    what: 'Hjemmebesøk sammen med hjemmesykepleien',
    kind: 'home-visit',
    owner: { person: 'gp' },
    deadline: { inDays: 8 },
    time: '13:30',
  },
  {
    what: 'Kan strålebehandling mot smertene i hoften gjentas?',
    kind: 'specialist-question',
    owner: { person: 'oncologist' },
    deadline: { inDays: 1 },
    message: 'sent',
    'sent-on': { inDays: -2 },
    status: 'doing',
  },
  { what: 'Ta med spørsmålene fra barnebarnet til neste møte', owner: { person: 'wife' }, deadline: { inDays: 12 } },
  {
    what: 'Avlastning to ettermiddager i uken: høre med Fransiskushjelpen',
    owner: { person: 'volunteer' },
    deadline: { inDays: 3 },
  },
  {
    what: 'Time hos fastlegen: blodtrykk og blodprøver',
    kind: 'gp-appointment',
    owner: 'home-care',
    deadline: { inDays: -4 },
    status: 'done',
  },
];
