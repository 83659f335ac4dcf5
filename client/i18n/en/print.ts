/** English: the plan on paper. */
import type { Texts } from '../nb/index.ts';

export const print: Texts['print'] = {
  title: 'Print – Samråd',
  link: 'Print',
  heading: 'Print the plan',
  back: 'To the plan',
  loading: 'Fetching the plan …',
  choose: 'What should be in it?',
  chooseHint: 'The contact plan always comes first. Parts in which nothing is written are left out.',
  all: 'Choose all',
  none: 'Choose none',
  large: 'Large type',
  print: 'Print',
  paper: 'The printout',
  planFor: 'Shared plan for',
  printed: (when) => `Printed ${when}`,
  page: 'Page',
  of: 'of',
  banner: 'This is not the medical record. The plan may have changed since it was printed.',
  emergency: 'Danger to life: call 113. Out-of-hours doctor: call 116 117.',
  noContacts: 'The contact plan is not shared with you.',
  emptyContacts: 'No contacts have been entered yet.',
  nothing: 'Nothing has been written yet in what is shared with you.',
  columns: { who: 'Who', phone: 'Phone', when: 'When', about: 'About' },
  gaps: 'Then there is nobody to call:',
  holidayGaps: 'On public holidays there is nobody to call:',
};
