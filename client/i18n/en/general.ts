/** English: how the plan is drawn. */
import type { GeneralTexts } from '../nb/general.ts';

export const general: GeneralTexts = {
  folds: {
    empty: 'Not written yet',
    openAll: 'Open all parts',
    foldAll: 'Fold all parts',
  },
  notShared: {
    count: (count) =>
      count === 1
        ? 'One part of the plan is not shared with you'
        : `${count} parts of the plan are not shared with you`,
    names: (names) => `It concerns ${names}. The patient decides what is shared.`,
  },
};
