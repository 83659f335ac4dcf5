/** Nynorsk: finding one's way in the plan. */
import type { way as bokmal } from '../nb/way.ts';

export const way: typeof bokmal = {
  contents: 'Innhald',
  marks: {
    empty: 'ikkje fylt ut enno',
    gap: 'timar utan nokon å ringje',
    talk: (count: number) => (count === 1 ? '1 samtale ventar på svar' : `${count} samtalar ventar på svar`),
  },
  search: {
    label: 'Finn i planen',
    none: 'Ingen treff i det du kan sjå.',
    results: 'Treff',
    count: (count: number, more: boolean) => {
      if (more) return `Meir enn ${count} treff`;
      if (count === 0) return 'Ingen treff';
      return count === 1 ? '1 treff' : `${count} treff`;
    },
  },
  keys: {
    open: 'Snøggtastar',
    heading: 'Snøggtastar i planen',
    what: {
      search: 'Finn i planen',
      next: 'Neste del',
      previous: 'Førre del',
      contacts: 'Kontaktplanen',
      help: 'Vis snøggtastane',
    },
    on: 'Bruk snøggtastar på denne eininga',
  },
  writesIn: (name: string, section: string) => `${name} er i ${section}`,
  copyLink: 'Kopier lenkje til denne delen',
};
