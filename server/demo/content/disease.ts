/** Demonstration: the illness and the treatment so far. */
import type { DemoContent } from '../entry.ts';

export const disease: DemoContent = {
  record: {
    diagnosis: 'Prostatakreft',
    'diagnosed-on': '2021-10-12',
    stage: 'Lokalavansert da den ble funnet, tegn til spredning. Nå spredning til skjelettet.',
    ecog: '2',
    'ecog-on': { inDays: -12 },
  },
  lists: {
    treatments: [
      { what: 'Operasjon', state: 'ended', from: '2021-12-06', to: '2021-12-06' },
      { what: 'Strålebehandling', state: 'ended', from: '2022-03-07', to: '2022-04-29' },
      { what: 'Zoladex', state: 'ongoing', from: '2022-01-10' },
      { what: 'Xtandi', state: 'ended', from: '2023-05-15', to: { inDays: -40 } },
      { what: 'Strålebehandling mot smerter i hoften', state: 'planned', from: { inDays: 9 } },
    ],
  },
  prose: {
    'patient-knows': [
      'Harald vet at kreften ikke lenger lar seg holde nede. Han sa det selv på siste kontroll: «Da får vi gjøre det beste ut av tiden.»',
      'Han vil vite hva som kommer, men ikke alt på én gang.',
    ],
  },
};
