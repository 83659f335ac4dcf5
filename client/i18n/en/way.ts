/** English: finding one's way in the plan. */
import type { way as bokmal } from '../nb/way.ts';

export const way: typeof bokmal = {
  contents: 'Contents',
  marks: {
    empty: 'not filled in yet',
    gap: 'hours with nobody to ring',
    talk: (count: number) =>
      count === 1 ? '1 conversation waits for an answer' : `${count} conversations wait for an answer`,
  },
  search: {
    label: 'Find in the plan',
    none: 'Nothing found in what you can see.',
    results: 'Found',
    count: (count: number, more: boolean) => {
      if (more) return `More than ${count} found`;
      if (count === 0) return 'Nothing found';
      return count === 1 ? '1 found' : `${count} found`;
    },
  },
  keys: {
    open: 'Keyboard shortcuts',
    heading: 'Keyboard shortcuts in the plan',
    what: {
      search: 'Find in the plan',
      next: 'Next section',
      previous: 'Previous section',
      contacts: 'The contact plan',
      help: 'Show the shortcuts',
    },
    on: 'Use shortcuts on this device',
  },
  writesIn: (name: string, section: string) => `${name} is in ${section}`,
  copyLink: 'Copy a link to this section',
};
