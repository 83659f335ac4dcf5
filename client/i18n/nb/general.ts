/** Bokmål: how the plan is drawn: sections that fold, empty places, cards, pictures, and moving a note. */
export const general = {
  folds: {
    empty: 'Ikke skrevet ennå',
    openAll: 'Åpne alle deler',
    foldAll: 'Lukk alle deler',
  },
  notShared: {
    count: (count: number) =>
      count === 1 ? 'Én del av planen er ikke delt med deg' : `${count} deler av planen er ikke delt med deg`,
    names: (names: string) => `Det gjelder ${names}. Pasienten bestemmer hva som deles.`,
  },
  children: {
    years: (age: string) => `${age} år`,
    nextTalk: (date: string) => `Neste samtale ${date}`,
    pastTalk: (date: string) => `Samtalen var satt til ${date}`,
    noTalk: 'Ingen ny samtale er avtalt',
    toldBy: (name: string) => `Fortalt av ${name}.`,
    toldOn: (date: string) => `Fortalt ${date}.`,
    toldByOn: (name: string, date: string) => `Fortalt av ${name} ${date}.`,
  },
  treatments: {
    picture: 'Behandlingen over tid',
    since: (from: string) => `Fra ${from}`,
    until: (to: string) => `Til ${to}`,
    between: (from: string, to: string) => (from === to ? from : `${from} til ${to}`),
  },
  phase: {
    label: 'Fasene i forløpet',
    here: 'Her er vi nå',
    noOrder: 'Fasene kommer ikke alltid i denne rekkefølgen, og noen varer lenge.',
  },
  team: {
    gaps: 'Dette mangler i teamet',
    gap: {
      gp: 'Ingen fastlege er ført opp.',
      'contact-doctor': 'Ingen kontaktlege på sykehuset er ført opp.',
      'cancer-nurse': 'Ingen kreftsykepleier er ført opp.',
      coordinator: 'Ingen koordinator er ført opp.',
      'home-care': 'Ingen kontakt i hjemmetjenesten er ført opp.',
      palliative: 'Ikke noe palliativt team er ført opp.',
    },
    former: (count: number) => `Tidligere i teamet (${count})`,
    formerList: 'Tidligere i teamet',
  },
  move: {
    begin: 'Flytt til en annen del …',
    what: 'Hva skal flyttes?',
    where: 'Hvor skal det stå?',
    shared: 'De som kan lese den delen, ser teksten der. Her blir den borte.',
    incomplete: 'Velg både hva som skal flyttes, og hvor det skal stå.',
    move: 'Flytt',
    cancel: 'Avbryt',
    /** The field and the section that it went to. */
    moved: (field: string, section: string) => `Flyttet til «${field}» under «${section}».`,
    undo: 'Flytt tilbake',
  },
};
export type GeneralTexts = typeof general;
