/** Bokmål: how the plan is drawn: sections that fold, empty places, cards, pictures, and moving a note. */
export const general = {
  folds: {
    empty: 'Ikke skrevet ennå',
    openAll: 'Åpne alle deler',
    foldAll: 'Lukk alle deler',
  },
  notShared: {
    count: (count: number) =>
      count === 1 ? 'Én del av planen er ikke delt med deg' : `${count} deler av planen er ikke delt med deg`,
    names: (names: string) => `Det gjelder ${names}. Pasienten bestemmer hva som deles.`,
  },
};
export type GeneralTexts = typeof general;
