/** Bokmål: what each field of running text asks for, in plain words: `you` to patient and relatives, `team` to the team. */
import type { SectionId } from '../../../shared/careplan/sections.ts';

export interface Prompt {
  readonly you: string;
  readonly team: string;
}
export type PromptTexts = Readonly<Partial<Record<SectionId, Readonly<Record<string, Prompt>>>>>;

const same = (text: string): Prompt => ({ you: text, team: text });

export const prompts: PromptTexts = {
  'what-matters': {
    matters: {
      you: 'Tenk på det som gir livet ditt mening: mennesker, steder, vaner, små og store ting.',
      team: 'Pasientens egne ord om det som gir livet mening: mennesker, steder, vaner, små og store ting.',
    },
    goals: {
      you: 'Hva vil du gjerne få til de neste ukene?',
      team: 'Hva vil pasienten gjerne få til de neste ukene?',
    },
    hope: {
      you: 'Det er lov å håpe på flere ting på én gang.',
      team: 'Pasientens egne ord. Det går an å håpe på flere ting på én gang.',
    },
    worries: {
      you: 'Det du tenker på om natten, hører hjemme her.',
      team: 'Det som holder pasienten våken, med pasientens egne ord.',
    },
    'good-day': {
      you: 'Hva gjør du, og hvem er du sammen med, på en god dag?',
      team: 'Hva gjør pasienten, og hvem er til stede, på en god dag?',
    },
    'not-wanted': {
      you: 'Skriv det du ikke vil være med på. Du kan ombestemme deg når du vil.',
      team: 'Det pasienten ikke vil være med på. Pasienten kan ombestemme seg.',
    },
  },
  relatives: {
    burden: {
      you: 'Hvordan har dere som står nærmest det? Hva er tungt, og hva går bra?',
      team: 'Hvordan har de nærmeste det? Hva er tungt, og hva går bra? Spør dem også uten at pasienten hører på.',
    },
    nights: {
      you: 'Hvordan er nettene? Er noen mye alene?',
      team: 'Hvordan er nettene? Hvem er alene med pasienten, og hvor lenge?',
    },
    respite: {
      you: 'Hva ville gi dere en pause, og hvem kan komme?',
      team: 'Hva ville gi de nærmeste en pause, og hvem kan komme?',
    },
    work: {
      you: 'Må noen være borte fra arbeidet? Er pleiepenger eller permisjon avklart?',
      team: 'Må noen være borte fra arbeidet? Er pleiepenger eller permisjon avklart?',
    },
  },
  disease: {
    'patient-knows': {
      you: 'Hva du har fått vite, og hva du har forstått.',
      team: 'Hva er sagt, av hvem, og hva har pasienten forstått? Hva vil pasienten ikke vite?',
    },
  },
  phase: {
    about: {
      you: 'Hva legene sier om veien videre.',
      team: 'Hva behandlingen kan og ikke kan gi, slik at pasient og pårørende forstår det.',
    },
  },
  wishes: {
    'place-of-care': {
      you: 'Hjemme, på sykehjem, på sykehus, hos noen? Hva skal til for at det går?',
      team: 'Hvor vil pasienten helst være, og hva skal til for at det går?',
    },
    'place-of-death': {
      you: 'Du trenger ikke å vite det nå. Skriv det du tenker i dag.',
      team: 'Det pasienten tenker i dag. Det er lov ikke å vite.',
    },
    present: {
      you: 'Hvem vil du ha hos deg, og hvem skal ringes?',
      team: 'Hvem vil pasienten ha hos seg, og hvem skal ringes?',
    },
    rituals: {
      you: 'Musikk, bønn, sang, lys, en siste tur: det som er riktig for deg.',
      team: 'Musikk, bønn, sang, lys: det som er riktig for pasienten.',
    },
    practical: {
      you: 'Testament, nøkler, dyr, passord, hvem som ordner hva.',
      team: 'Testament, nøkler, dyr, passord, hvem som ordner hva.',
    },
  },
  faith: {
    belonging: same('Tro, livssyn eller ingen av delene: det som gir deg feste.'),
    person: same('Prest, imam, humanist, venn? Skriv gjerne navn og telefonnummer.'),
    rituals: same('Mat, bønn, høytider, stell: det andre bør vite og ta hensyn til.'),
  },
  'daily-life': {
    'home-safety': {
      you: 'Har du trygghetsalarm? Hvordan kommer de som hjelper deg, inn?',
      team: 'Er det trygghetsalarm? Hvor er nøkkelen, og hvem har koden?',
    },
    transport: {
      you: 'Hvordan kommer du deg til legen, sykehuset og dit du vil?',
      team: 'Hvordan kommer pasienten seg til lege og sykehus? Er rekvisisjon eller TT-kort i orden?',
    },
    'sick-leave': {
      you: 'Er du eller noen av dine sykmeldt, og til når?',
      team: 'Hvem er sykmeldt, til når, og hvem forlenger?',
    },
    economy: {
      you: 'Er det noe du eller dere lurer på om penger, Nav eller bolig?',
      team: 'Hva trenger de hjelp til hos Nav, i banken eller med boligen?',
    },
    work: {
      you: 'Hva betyr arbeidet for deg nå?',
      team: 'Hva betyr arbeidet for pasienten nå, og hva vet arbeidsgiveren?',
    },
  },
  review: {
    'turning-points': same(
      'Hva må skje for at dere snakker sammen før neste gjennomgang? Forverring, innleggelse, behandling som slutter.',
    ),
  },
  bereavement: {
    talk: same('Hva de etterlatte trenger å snakke om, og hvordan det gikk.'),
    children: same('Hvem følger opp barna, hjemme, på skolen og hos helsesykepleier?'),
  },
  'working-notes': {
    notes: same('Forberedelser før møtet. Det som skal deles, kan flyttes til en annen del av planen.'),
  },
  medicines: {
    allergies: same('Hva tålte ikke pasienten, når, og hva skjedde?'),
  },
};
