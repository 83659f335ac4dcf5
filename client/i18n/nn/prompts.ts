/** Nynorsk: what each field of running text asks for. */
import type { Prompt, PromptTexts } from '../nb/prompts.ts';

const same = (text: string): Prompt => ({ you: text, team: text });

export const prompts: PromptTexts = {
  'what-matters': {
    matters: {
      you: 'Tenk på det som gir livet ditt meining: menneske, stader, vanar, små og store ting.',
      team: 'Pasienten sine eigne ord om det som gir livet meining: menneske, stader, vanar, små og store ting.',
    },
    goals: {
      you: 'Kva vil du gjerne få til dei neste vekene?',
      team: 'Kva vil pasienten gjerne få til dei neste vekene?',
    },
    hope: {
      you: 'Det er lov å håpe på fleire ting på éin gong.',
      team: 'Pasienten sine eigne ord. Det går an å håpe på fleire ting på éin gong.',
    },
    worries: {
      you: 'Det du tenkjer på om natta, høyrer heime her.',
      team: 'Det som held pasienten vaken, med pasienten sine eigne ord.',
    },
    'good-day': {
      you: 'Kva gjer du, og kven er du saman med, på ein god dag?',
      team: 'Kva gjer pasienten, og kven er til stades, på ein god dag?',
    },
    'not-wanted': {
      you: 'Skriv det du ikkje vil vere med på. Du kan ombestemme deg når du vil.',
      team: 'Det pasienten ikkje vil vere med på. Pasienten kan ombestemme seg.',
    },
  },
  relatives: {
    burden: {
      you: 'Korleis har de som står næraste det? Kva er tungt, og kva går bra?',
      team: 'Korleis har dei næraste det? Kva er tungt, og kva går bra? Spør dei òg utan at pasienten høyrer på.',
    },
    nights: {
      you: 'Korleis er nettene? Er nokon mykje åleine?',
      team: 'Korleis er nettene? Kven er åleine med pasienten, og kor lenge?',
    },
    respite: {
      you: 'Kva ville gi dykk ein pause, og kven kan kome?',
      team: 'Kva ville gi dei næraste ein pause, og kven kan kome?',
    },
    work: {
      you: 'Må nokon vere borte frå arbeidet? Er pleiepengar eller permisjon avklart?',
      team: 'Må nokon vere borte frå arbeidet? Er pleiepengar eller permisjon avklart?',
    },
  },
  disease: {
    'patient-knows': {
      you: 'Kva du har fått vite, og kva du har forstått.',
      team: 'Kva er sagt, av kven, og kva har pasienten forstått? Kva vil pasienten ikkje vite?',
    },
  },
  phase: {
    about: {
      you: 'Kva legane seier om vegen vidare.',
      team: 'Kva behandlinga kan og ikkje kan gi, slik at pasient og pårørande forstår det.',
    },
  },
  wishes: {
    'place-of-care': {
      you: 'Heime, på sjukeheim, på sjukehus, hos nokon? Kva skal til for at det går?',
      team: 'Kvar vil pasienten helst vere, og kva skal til for at det går?',
    },
    'place-of-death': {
      you: 'Du treng ikkje å vite det no. Skriv det du tenkjer i dag.',
      team: 'Det pasienten tenkjer i dag. Det er lov ikkje å vite.',
    },
    present: {
      you: 'Kven vil du ha hos deg, og kven skal ringjast?',
      team: 'Kven vil pasienten ha hos seg, og kven skal ringjast?',
    },
    rituals: {
      you: 'Musikk, bøn, song, lys, ein siste tur: det som er rett for deg.',
      team: 'Musikk, bøn, song, lys: det som er rett for pasienten.',
    },
    practical: {
      you: 'Testament, nøklar, dyr, passord, kven som ordnar kva.',
      team: 'Testament, nøklar, dyr, passord, kven som ordnar kva.',
    },
  },
  faith: {
    belonging: same('Tru, livssyn eller ingen av delane: det som gir deg feste.'),
    person: same('Prest, imam, humanist, ven? Skriv gjerne namn og telefonnummer.'),
    rituals: same('Mat, bøn, høgtider, stell: det andre bør vite og ta omsyn til.'),
  },
  'daily-life': {
    'home-safety': {
      you: 'Har du tryggleiksalarm? Korleis kjem dei som hjelper deg, inn?',
      team: 'Er det tryggleiksalarm? Kvar er nøkkelen, og kven har koden?',
    },
    transport: {
      you: 'Korleis kjem du deg til legen, sjukehuset og dit du vil?',
      team: 'Korleis kjem pasienten seg til lege og sjukehus? Er rekvisisjon eller TT-kort i orden?',
    },
    'sick-leave': {
      you: 'Er du eller nokon av dine sjukmelde, og til når?',
      team: 'Kven er sjukmeld, til når, og kven forlengjer?',
    },
    economy: {
      you: 'Er det noko du eller de lurer på om pengar, Nav eller bustad?',
      team: 'Kva treng dei hjelp til hos Nav, i banken eller med bustaden?',
    },
    work: {
      you: 'Kva betyr arbeidet for deg no?',
      team: 'Kva betyr arbeidet for pasienten no, og kva veit arbeidsgivaren?',
    },
  },
  review: {
    'turning-points': same(
      'Kva må skje for at de snakkar saman før neste gjennomgang? Forverring, innlegging, behandling som sluttar.',
    ),
  },
  bereavement: {
    talk: same('Kva dei etterlatne treng å snakke om, og korleis det gjekk.'),
    children: same('Kven følgjer opp barna, heime, på skulen og hos helsesjukepleiar?'),
  },
  'working-notes': {
    notes: same('Førebuingar før møtet. Det som skal delast, kan flyttast til ein annan del av planen.'),
  },
  medicines: {
    allergies: same('Kva tolte ikkje pasienten, når, og kva skjedde?'),
  },
};
