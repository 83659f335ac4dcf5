/** Demonstration: what the family does when something comes, in green, yellow and red. Agreed by a made-up team; no advice to anybody. */
import type { DemoValues } from '../entry.ts';

const homeNurse = 'Hjemmesykepleien 22 00 00 22\nOm natten 22 00 00 23';
const hospital = 'Kreftavdelingen, åpen retur: 22 00 00 44';

export const zones: readonly DemoValues[] = [
  {
    problem: 'Smerter',
    level: 'green',
    signs: 'Smertene er til å leve med. Harald sover og kan sitte oppe.',
    'own-steps': 'Ta de faste medisinene som avtalt.\nSkriv ned i symptomskjemaet en gang i uken.',
    'home-care': 'Ser etter at dosetten er riktig.',
    ring: 'Spørsmål om dagen: fastlegen 22 00 00 11',
  },
  {
    problem: 'Smerter',
    level: 'yellow',
    signs: 'Mer vondt enn ellers, eller våkner av smerter.',
    'own-steps': 'Ta medisinen mot gjennombruddssmerter slik legen har skrevet.\nPrøv varme og en annen stilling.',
    'home-care': 'Kommer samme dag. Ringer det palliative teamet på dagtid.',
    ring: homeNurse,
  },
  {
    problem: 'Smerter',
    level: 'red',
    signs: 'Sterke smerter som ikke gir seg etter avtalt medisin.\nNye lammelser, eller mister følelsen i beina.',
    'own-steps': 'Ring med en gang. Bli hos Harald.',
    'home-care': 'Kommer straks og kan gi det som ligger i skrinet, slik legen har skrevet.',
    ring: `${homeNurse}\n${hospital}\nNår det står om liv: 113`,
  },
  {
    problem: 'Feber',
    level: 'green',
    signs: 'Ingen feber, og er seg selv.',
    'own-steps': 'Ingenting spesielt.',
    'home-care': '',
    ring: '',
  },
  {
    problem: 'Feber',
    level: 'yellow',
    signs: 'Føler seg varm eller frossen, og er mer slapp.',
    'own-steps': 'Mål temperaturen og skriv den ned.\nDrikk litt og ofte.',
    'home-care': 'Måler temperatur og puls ved neste besøk, tidligere om dere ber om det.',
    ring: homeNurse,
  },
  {
    problem: 'Feber',
    level: 'red',
    signs: 'Høy feber, frostrier, eller virker forvirret.',
    'own-steps': 'Ring kreftavdelingen med en gang, også om natten.',
    'home-care': 'Ringer avdelingen sammen med dere hvis de er der.',
    ring: `${hospital}\nFår dere ikke svar: legevakten 116117`,
  },
  {
    problem: 'Kvalme og lite mat',
    level: 'yellow',
    signs: 'Kaster opp, eller får ikke i seg mat eller medisiner.',
    'own-steps': 'Små slurker vann. Ta kvalmemedisinen slik den er skrevet opp.',
    'home-care': 'Vurderer sammen med det palliative teamet.',
    ring: homeNurse,
  },
];
