/** Demonstration: what makes the days at home go round. */
import type { DemoContent } from '../entry.ts';

export const dailyLife: DemoContent = {
  lists: {
    aids: [
      { what: 'Seng som kan heves', state: 'in-place', where: 'Hjelpemiddelsentralen' },
      { what: 'Rullator', state: 'in-place', where: 'Hjelpemiddelsentralen' },
      { what: 'Dusjstol og håndtak på badet', state: 'ordered', where: 'Ergoterapeuten i bydelen' },
      { what: 'Trykkavlastende madrass', state: 'wanted' },
    ],
  },
  prose: {
    'home-safety': ['Trygghetsalarmen er på plass og prøvd. Hjemmesykepleien har nøkkel.'],
    transport: ['Pasientreiser med ledsager er ordnet. Inger bestiller, Marte hjelper på telefon.'],
    economy: ['Grunn- og hjelpestønad er søkt om. Sosionomen følger opp.'],
  },
};
