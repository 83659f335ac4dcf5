/** Nynorsk: a background that nobody can read. */
import type { BlurTexts } from '../nb/blur.ts';

export const blur: BlurTexts = {
  choice: 'Gjer det som er bak meg, uklart for dei andre.',
  fixed: 'Det er slått på i innstillingane på maskina di.',
  notHere: 'Denne nettlesaren kan ikkje gjere bakgrunnen din uklar.',
  failures: {
    slow: 'Maskina klarer ikkje å gjere bakgrunnen uklar utan at biletet hakkar.',
    broken: 'Vi får ikkje gjort bakgrunnen uklar på denne maskina.',
  },
  hidden: 'Difor er kameraet slått av, så ingen ser rommet du sit i. Lyden går som før.',
  showAnyway: 'Vis biletet utan uklar bakgrunn',
};
