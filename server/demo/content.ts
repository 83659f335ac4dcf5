/** What the demonstration's plans say, in bokmål as a good team would write it. Text for show, no advice: phone numbers from ranges that are nobody's. */
import type { FieldValue } from '../../shared/careplan/document.ts';

/** Days from the day when the demonstration is filled. */
export interface DemoTask {
  readonly what: string;
  readonly ownerKey: string;
  readonly inDays: number;
  readonly status: string;
}

export interface DemoContent {
  readonly whatMatters: Readonly<Record<string, readonly string[]>>;
  readonly contacts: readonly Readonly<Record<string, FieldValue>>[];
  readonly tasks: readonly DemoTask[];
  readonly workingNotes: readonly string[];
}

const workdays = [1, 2, 3, 4, 5];
const weekend = [6, 7];
const everyDay = [...workdays, ...weekend];

export const firstContent: DemoContent = {
  whatMatters: {
    matters: [
      'Å være hjemme så lenge det går, med hagen utenfor stuevinduet.',
      'At Inger får sove om natten og ikke er alene med alt ansvaret.',
    ],
    goals: ['Være med på hytta i påsken.', 'Ha det så bra med smertene at jeg kan lese for barnebarnet.'],
    hope: ['At de dagene som er gode, blir flest mulig.'],
    worries: ['At det skal bli kaos hvis jeg blir dårlig i helgen og ingen vet hvem vi skal ringe.'],
    'good-day': ['Kaffe med naboen, en tur ut med stokken, og middag med Inger uten å bli kvalm.'],
    'not-wanted': ['Jeg vil ikke tilbake til sykehuset for ting som kan ordnes hjemme.'],
  },
  contacts: [
    {
      who: 'Fastlege Anne Lindqvist',
      phone: '22 00 00 11',
      about: 'Resepter, sykmelding, spørsmål om behandlingen hjemme',
      weekdays: workdays,
      from: '08:00',
      to: '15:30',
      holidays: false,
    },
    {
      who: 'Hjemmesykepleien, dag og kveld',
      phone: '22 00 00 22',
      about: 'Smerter, kvalme, stell og utstyr',
      weekdays: everyDay,
      from: '07:30',
      to: '22:30',
      holidays: true,
    },
    {
      who: 'Hjemmesykepleien, natt',
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
      phone: '22 00 00 44',
      about: 'Innleggelse uten ny henvisning, etter avtale med kontaktlegen',
      weekdays: everyDay,
      from: '00:00',
      to: '24:00',
      holidays: true,
    },
  ],
  tasks: [
    { what: 'Sende oppdatert legemiddelliste til hjemmesykepleien', ownerKey: 'gp', inDays: 2, status: 'doing' },
    { what: 'Avklare hvem som svarer når fastlegen har ferie', ownerKey: 'coordinator', inDays: 5, status: 'open' },
    { what: 'Hjemmebesøk sammen med hjemmesykepleien', ownerKey: 'palliative', inDays: 8, status: 'open' },
    { what: 'Ta med spørsmålene fra barnebarnet til neste møte', ownerKey: 'wife', inDays: 12, status: 'open' },
    {
      what: 'Avlastning to ettermiddager i uken: høre med Fransiskushjelpen',
      ownerKey: 'volunteer',
      inDays: 3,
      status: 'open',
    },
    { what: 'Bestille time hos fastlegen', ownerKey: 'home-care', inDays: -4, status: 'done' },
  ],
  workingNotes: [
    'Før møtet: avklare hva pasienten selv vil at datteren skal få vite nå.',
    'Kreftsykepleier har snakket med ektefellen på telefon. Hun er sliten, men vil ikke si det når han hører på.',
  ],
};

export const secondContent: DemoContent = {
  whatMatters: {
    matters: ['Å kunne bo i leiligheten min og gå til kirken på søndager.'],
    goals: ['Komme i gang med trening etter operasjonen.'],
    hope: [],
    worries: [],
    'good-day': [],
    'not-wanted': [],
  },
  contacts: [
    {
      who: 'Fastlege Anne Lindqvist',
      phone: '22 00 00 11',
      about: 'Alt som ikke haster',
      weekdays: workdays,
      from: '08:00',
      to: '15:30',
      holidays: false,
    },
  ],
  tasks: [{ what: 'Kartleggingssamtale etter diagnosen', ownerKey: 'coordinator', inDays: 10, status: 'open' }],
  workingNotes: [],
};
