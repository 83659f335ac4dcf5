/** Bokmål: who sits beside somebody at the same device. */
export const beside = {
  /** «Nora (hjemmesykepleier)». */
  helper: (name: string, relation: string) => `${name} (${relation})`,
  and: (one: string, other: string) => `${one} og ${other}`,
  with: (people: string) => `sammen med ${people}`,
  form: {
    heading: 'Er noen sammen med deg?',
    hint: 'Alle i møtet får se hvem som sitter sammen med deg. Er du alene, trenger du ikke å gjøre noe.',
    somebody: 'Ja, noen sitter sammen med meg',
    somebodyElse: 'Ja, noen andre sitter sammen med meg',
    isHere: (helper: string) => `Ja, ${helper}`,
    name: 'Hva heter den som er sammen med deg?',
    otherName: 'Hva heter den andre?',
    relation: 'Hvem er det?',
    relationHint: 'For eksempel nabo, barnebarn eller hjemmesykepleier.',
    add: 'Det er to sammen med meg',
    remove: 'Bare én er sammen med meg',
    problem: 'Skriv både navnet og hvem det er, eller fjern krysset.',
    save: 'Lagre',
    saved: 'Lagret. Alle i møtet ser det.',
  },
  change: 'Hvem er sammen med deg?',
  news: (helper: string, person: string) => `${helper} er nå sammen med ${person}.`,
  gone: (helper: string, person: string) => `${helper} er ikke lenger sammen med ${person}.`,
  there: (helper: string, person: string) => `${helper} er sammen med ${person}.`,
  understood: 'Greit',
  scheduling: {
    label: (person: string) => `Hjelper ved siden av ${person}`,
    hint: 'Er noen sammen med pasienten eller en pårørende under møtet, kan du skrive det opp her. Hjelperen får ingen egen lenke og ingen tilgang til planen. Vi skriver ikke om hjelperen i e-post.',
    heading: (helpers: number) =>
      helpers === 0 ? 'Hjelper ved siden av (valgfritt)' : `Hjelper ved siden av: ${helpers}`,
    name: 'Navn',
    relation: 'Hvem er det?',
    problem: 'Skriv både navnet på hjelperen og hvem det er.',
  },
};
export type BesideTexts = typeof beside;
