/** Nynorsk: how the plan is drawn. */
import type { GeneralTexts } from '../nb/general.ts';

export const general: GeneralTexts = {
  folds: {
    empty: 'Ikkje skrive enno',
    openAll: 'Opne alle delar',
    foldAll: 'Lukk alle delar',
  },
  notShared: {
    count: (count) =>
      count === 1 ? 'Éin del av planen er ikkje delt med deg' : `${count} delar av planen er ikkje delte med deg`,
    names: (names) => `Det gjeld ${names}. Pasienten bestemmer kva som blir delt.`,
  },
};
