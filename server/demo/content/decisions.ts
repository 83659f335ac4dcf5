/** Demonstration: what doctors have decided after talking with the patient. */
import type { DemoValues } from '../entry.ts';

export const decisions: readonly DemoValues[] = [
  {
    about: 'resuscitation',
    decision: 'Det skal ikke startes hjerte-lunge-redning.',
    'decided-by': { person: 'oncologist' },
    on: { inDays: -395 },
    why: 'Langtkommen sykdom. Harald har sagt at han vil få dø i fred når tiden er inne.',
    'discussed-with': 'Harald, Inger og fastlegen',
    'summary-record': 'entered',
  },
  {
    about: 'admission',
    decision: 'Legges inn ved tilstander som kan rettes på raskt, ellers behandles han hjemme.',
    'decided-by': { person: 'palliative' },
    on: { inDays: -24 },
    why: 'Harald vil helst være hjemme. Åpen retur til kreftavdelingen gjør det trygt å bli der.',
    'discussed-with': 'Harald, Inger, Marte på telefon, fastlegen og hjemmesykepleien',
    'summary-record': 'entered',
  },
  {
    about: 'antibiotics',
    decision: 'Antibiotika kan gis hjemme når det kan gjøre ham bedre.',
    'decided-by': { person: 'gp' },
    on: { inDays: -24 },
    why: 'Han har hatt god hjelp av det før, og det krever ikke innleggelse.',
    'discussed-with': 'Harald og Inger',
    'summary-record': 'not-entered',
  },
];
