/** Bokmål: the points of the checklist of a transition, and what each is called as a task. */
import type { CheckPoint, Transition } from '../../careplan/transition.ts';

type PointTexts = Readonly<Record<CheckPoint, { readonly point: string; readonly task: string }>>;

const discharged: PointTexts = {
  letter: { point: 'Epikrisen er mottatt', task: 'Etterlyse epikrisen fra sykehuset' },
  'contact-doctor': {
    point: 'Kontaktlege og telefonnummer er kjent',
    task: 'Finne ut hvem som er kontaktlege på sykehuset, og føre telefonnummeret i kontaktplanen',
  },
  'follow-up': { point: 'Det er avtalt hvem som følger opp hva', task: 'Avtale hvem som følger opp hva' },
  medicines: {
    point: 'Endringer i legemidler er begrunnet',
    task: 'Gå gjennom endringene i legemidler og grunnene til dem',
  },
  'gp-appointment': { point: 'Time hos fastlegen er avtalt', task: 'Bestille time hos fastlegen' },
  transport: { point: 'Transport er ordnet', task: 'Ordne transport' },
  'sick-leave': { point: 'Sykmelding er ordnet', task: 'Ordne sykmelding' },
  'blood-tests': { point: 'Blodprøver er avtalt', task: 'Avtale blodprøver' },
};

const admitted: PointTexts = {
  ...discharged,
  letter: {
    point: 'Sykehuset har fått innleggelsesskriv og opplysninger om pasienten',
    task: 'Sende innleggelsesskriv og opplysninger til sykehuset',
  },
};

export const transitions: Readonly<Record<Transition['kind'], PointTexts>> = { admitted, discharged };
