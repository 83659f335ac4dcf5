/** Demonstration: the contact plan. Phone numbers from ranges that are nobody's. */
import type { DemoValues } from '../entry.ts';

const workdays = [1, 2, 3, 4, 5];
const everyDay = [...workdays, 6, 7];

export const contacts: readonly DemoValues[] = [
  {
    who: 'Fastlege Anne Lindqvist',
    kind: 'gp',
    phone: '22 00 00 11',
    about: 'Resepter, sykmelding, spørsmål om behandlingen hjemme',
    weekdays: workdays,
    from: '08:00',
    to: '15:30',
    holidays: false,
  },
  {
    who: 'Bøler legekontor, legen som har vakt',
    kind: 'gp-away',
    phone: '22 00 00 12',
    about: 'Når Anne Lindqvist er borte: si at det gjelder kontaktplanen',
    weekdays: workdays,
    from: '08:00',
    to: '15:30',
    holidays: false,
  },
  {
    who: 'Kontaktlege Jonas Haugland, kreftavdelingen',
    kind: 'contact-doctor',
    phone: '22 00 00 45',
    about: 'Spørsmål om sykdommen og behandlingen på sykehuset',
    weekdays: workdays,
    from: '08:30',
    to: '15:00',
    holidays: false,
  },
  {
    who: 'Hjemmesykepleien, dag og kveld',
    kind: 'home-care',
    phone: '22 00 00 22',
    about: 'Smerter, kvalme, stell og utstyr',
    weekdays: everyDay,
    from: '07:30',
    to: '22:30',
    holidays: true,
  },
  {
    who: 'Hjemmesykepleien, natt',
    kind: 'home-care',
    phone: '22 00 00 23',
    about: 'Når noe haster om natten',
    weekdays: everyDay,
    from: '22:30',
    to: '07:30',
    holidays: true,
  },
  {
    who: 'Ambulant palliativt team, Erik Dahl',
    phone: '22 00 00 33',
    about: 'Når plagene ikke lar seg lindre hjemme',
    weekdays: workdays,
    from: '08:00',
    to: '16:00',
    holidays: false,
  },
  {
    who: 'Kreftavdelingen, åpen retur',
    kind: 'open-return',
    phone: '22 00 00 44',
    about: 'Innleggelse uten ny henvisning, etter avtale med kontaktlegen',
    weekdays: everyDay,
    from: '00:00',
    to: '24:00',
    holidays: true,
  },
];
