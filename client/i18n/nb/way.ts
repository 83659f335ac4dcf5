/** Bokmål: finding one's way in the plan. */
export const way = {
  contents: 'Innhold',
  marks: {
    empty: 'ikke fylt ut ennå',
    gap: 'timer uten noen å ringe',
    talk: (count: number) => (count === 1 ? '1 samtale venter på svar' : `${count} samtaler venter på svar`),
  },
  search: {
    label: 'Finn i planen',
    none: 'Ingen treff i det du kan se.',
    results: 'Treff',
    count: (count: number, more: boolean) => {
      if (more) return `Mer enn ${count} treff`;
      if (count === 0) return 'Ingen treff';
      return count === 1 ? '1 treff' : `${count} treff`;
    },
  },
  keys: {
    open: 'Hurtigtaster',
    heading: 'Hurtigtaster i planen',
    what: {
      search: 'Finn i planen',
      next: 'Neste del',
      previous: 'Forrige del',
      contacts: 'Kontaktplanen',
      help: 'Vis hurtigtastene',
    },
    on: 'Bruk hurtigtaster på denne enheten',
  },
  writesIn: (name: string, section: string) => `${name} er i ${section}`,
  copyLink: 'Kopier lenke til denne delen',
};
