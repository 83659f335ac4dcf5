/** Demonstration: the grandchild, what he knows and who talks with him. */
import type { DemoContent } from '../entry.ts';

export const children: DemoContent = {
  lists: {
    rows: [
      {
        name: 'Jakob',
        age: '9 år',
        knows: 'At morfar har kreft som ikke går bort, og at medisinen ikke virker like godt lenger.',
        'told-by': 'Marte',
        'told-on': { inDays: -34 },
        school: 'Kontaktlæreren vet om det. Jakob har en avtale om å kunne gå til helsesykepleieren når han vil.',
        'hospital-contact': 'Sofie Amundsen',
        'next-talk': { inDays: 16 },
      },
    ],
  },
};
