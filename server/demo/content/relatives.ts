/** Demonstration: the family and how they are. */
import type { DemoContent } from '../entry.ts';

export const relatives: DemoContent = {
  lists: {
    rows: [
      {
        name: 'Inger Solbakken',
        relation: 'spouse',
        phone: '22 00 01 01',
        authority: 'next-of-kin',
        'may-know': 'Alt. Harald vil at hun får vite det samme som ham, og samtidig.',
      },
      {
        name: 'Marte Solbakken',
        relation: 'child',
        phone: '22 00 01 02',
        authority: '',
        'may-know': 'Hvordan det går og hva som er planen. Harald forteller selv om prøvesvar.',
      },
      { name: 'Odd Kristiansen', relation: 'neighbour', phone: '22 00 01 03', 'may-know': 'Ingenting om sykdommen.' },
    ],
  },
  prose: {
    burden: [
      'Inger står i det meste av det praktiske. Hun sier at hun klarer det, men hun har gått ned i vekt og sover lite.',
      'Marte ringer hver kveld. Hun kjenner på dårlig samvittighet for at hun bor i Bergen.',
    ],
    nights: ['Harald er oppe to til tre ganger hver natt. Inger våkner hver gang og er redd for at han skal falle.'],
    respite: ['Fransiskushjelpen kan komme to ettermiddager i uken. Inger vil prøve fra neste uke.'],
    work: ['Marte har spurt om pleiepenger. Sosionomen hjelper henne med søknaden.'],
  },
};
