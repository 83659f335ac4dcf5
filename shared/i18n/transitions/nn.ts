/** Nynorsk: the points of the checklist of a transition, and what each is called as a task. */
import type { transitions as bokmaal } from './nb.ts';

const discharged: (typeof bokmaal)['discharged'] = {
  letter: { point: 'Epikrisa er motteken', task: 'Etterlyse epikrisa frå sjukehuset' },
  'contact-doctor': {
    point: 'Kontaktlege og telefonnummer er kjende',
    task: 'Finne ut kven som er kontaktlege på sjukehuset, og føre telefonnummeret i kontaktplanen',
  },
  'follow-up': { point: 'Det er avtalt kven som følgjer opp kva', task: 'Avtale kven som følgjer opp kva' },
  medicines: {
    point: 'Endringar i legemiddel er grunngjevne',
    task: 'Gå gjennom endringane i legemiddel og grunnane til dei',
  },
  'gp-appointment': { point: 'Time hos fastlegen er avtalt', task: 'Tinge time hos fastlegen' },
  transport: { point: 'Transport er ordna', task: 'Ordne transport' },
  'sick-leave': { point: 'Sjukmelding er ordna', task: 'Ordne sjukmelding' },
  'blood-tests': { point: 'Blodprøver er avtalte', task: 'Avtale blodprøver' },
};

export const transitions: typeof bokmaal = {
  discharged,
  admitted: {
    ...discharged,
    letter: {
      point: 'Sjukehuset har fått innleggingsskriv og opplysningar om pasienten',
      task: 'Sende innleggingsskriv og opplysningar til sjukehuset',
    },
  },
};
