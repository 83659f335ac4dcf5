/** Bokmål: a background that nobody can read. */
export const blur = {
  choice: 'Gjør det som er bak meg, uklart for de andre.',
  fixed: 'Det er slått på i innstillingene på maskinen din.',
  notHere: 'Denne nettleseren kan ikke gjøre bakgrunnen din uklar.',
  failures: {
    slow: 'Maskinen klarer ikke å gjøre bakgrunnen uklar uten at bildet hakker.',
    broken: 'Vi får ikke gjort bakgrunnen uklar på denne maskinen.',
  },
  hidden: 'Derfor er kameraet slått av, så ingen ser rommet du sitter i. Lyden går som før.',
  showAnyway: 'Vis bildet uten uklar bakgrunn',
};
export type BlurTexts = typeof blur;
