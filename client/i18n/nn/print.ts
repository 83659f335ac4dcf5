/** Nynorsk: the plan on paper. */
import type { Texts } from '../nb/index.ts';

export const print: Texts['print'] = {
  title: 'Utskrift – Samråd',
  link: 'Skriv ut',
  heading: 'Skriv ut planen',
  back: 'Til planen',
  loading: 'Hentar planen …',
  choose: 'Kva skal med?',
  chooseHint: 'Kontaktplanen står alltid først. Delar der ingenting er skrive, er ikkje med.',
  all: 'Vel alle',
  none: 'Vel ingen',
  large: 'Stor skrift',
  print: 'Skriv ut',
  paper: 'Utskrifta',
  planFor: 'Felles plan for',
  printed: (when) => `Skrive ut ${when}`,
  page: 'Side',
  of: 'av',
  banner: 'Dette er ikkje pasientjournalen. Planen kan vere endra etter at han blei skriven ut.',
  emergency: 'Fare for liv: ring 113. Legevakt: ring 116 117.',
  noContacts: 'Kontaktplanen er ikkje delt med deg.',
  emptyContacts: 'Ingen kontaktar er lagde inn enno.',
  nothing: 'Ingenting av det som er delt med deg, er skrive enno.',
  columns: { who: 'Kven', phone: 'Telefon', when: 'Når', about: 'Om kva' },
  gaps: 'Då er det ingen å ringje til:',
  holidayGaps: 'På heilagdagar er det ingen å ringje til:',
};
