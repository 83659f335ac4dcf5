/** Nynorsk: who sits beside somebody at the same device. */
import type { BesideTexts } from '../nb/beside.ts';

export const beside: BesideTexts = {
  helper: (name, relation) => `${name} (${relation})`,
  and: (one, other) => `${one} og ${other}`,
  with: (people) => `saman med ${people}`,
  form: {
    heading: 'Er nokon saman med deg?',
    hint: 'Alle i møtet får sjå kven som sit saman med deg. Er du åleine, treng du ikkje gjere noko.',
    somebody: 'Ja, nokon sit saman med meg',
    somebodyElse: 'Ja, nokon andre sit saman med meg',
    isHere: (helper) => `Ja, ${helper}`,
    name: 'Kva heiter den som er saman med deg?',
    otherName: 'Kva heiter den andre?',
    relation: 'Kven er det?',
    relationHint: 'Til dømes nabo, barnebarn eller heimesjukepleiar.',
    add: 'Det er to saman med meg',
    remove: 'Berre éin er saman med meg',
    problem: 'Skriv både namnet og kven det er, eller ta bort krysset.',
    save: 'Lagre',
    saved: 'Lagra. Alle i møtet ser det.',
  },
  change: 'Kven er saman med deg?',
  news: (helper, person) => `${helper} er no saman med ${person}.`,
  gone: (helper, person) => `${helper} er ikkje lenger saman med ${person}.`,
  there: (helper, person) => `${helper} er saman med ${person}.`,
  understood: 'Greitt',
  scheduling: {
    label: (person) => `Hjelpar ved sida av ${person}`,
    hint: 'Er nokon saman med pasienten eller ein pårørande under møtet, kan du skrive det opp her. Hjelparen får inga eiga lenkje og ingen tilgang til planen. Vi skriv ikkje om hjelparen i e-post.',
    heading: (helpers) => (helpers === 0 ? 'Hjelpar ved sida av (valfritt)' : `Hjelpar ved sida av: ${helpers}`),
    name: 'Namn',
    relation: 'Kven er det?',
    problem: 'Skriv både namnet på hjelparen og kven det er.',
  },
};
