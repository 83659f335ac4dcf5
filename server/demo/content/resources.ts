/** Demonstration: volunteers and others who can help. */
import type { DemoContent } from '../entry.ts';

export const resources: DemoContent = {
  lists: {
    rows: [
      {
        organisation: 'Fransiskushjelpen',
        what: 'Er hos Harald to ettermiddager i uken, så Inger kommer seg ut.',
        contact: 'Bjørn Aasen',
        phone: '22 00 00 77',
      },
      {
        organisation: 'Prostatakreftforeningen, likeperson',
        what: 'En å snakke med som har vært gjennom det samme.',
        contact: 'Likepersontelefonen',
        phone: '22 00 00 88',
      },
      { organisation: 'Naboen Odd', what: 'Måker snø, går tur med Harald på gode dager.', contact: 'Odd Kristiansen' },
    ],
  },
};
