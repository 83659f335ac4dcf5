/** Bokmål: without a network, what merged on return, signing out of a device, installing, and new versions. */
export const offline = {
  plan: {
    /** «kl. 14:05» or «tirsdag 3. mars kl. 14:05»: put in by the caller. */
    asOf: (time: string) => `Uten nett – slik planen var ${time}`,
    writable:
      'Du kan lese og skrive som før. Det du skriver, blir lagret på denne enheten og sendt når nettet er tilbake.',
    readable: 'Du kan lese som før.',
  },
  time: {
    today: (clock: string) => `kl. ${clock}`,
    other: (day: string, clock: string) => `${day} kl. ${clock}`,
  },
  back: {
    heading: 'Du er på nett igjen',
    lead: 'Dette skjedde mens du var uten nett:',
    mine: (count: number) => (count === 1 ? '1 endring fra deg er lagret.' : `${count} endringer fra deg er lagret.`),
    others: 'Andre skrev også her.',
    othersOnly: 'Andre skrev her.',
    /** «Fatima Yilmaz og Kari Nymoen» */
    names: (names: string) => `${names} skrev også her.`,
    namesOnly: (names: string) => `${names} skrev her.`,
    dismiss: 'Lukk',
  },
  home: {
    heading: 'Du er uten nett',
    lead: 'Disse planene ligger på denne enheten. Du kan lese og skrive i dem, og det du skriver, blir sendt når nettet er tilbake.',
    none: 'Ingen planer ligger på denne enheten. En plan må åpnes én gang med nett før den kan brukes uten.',
    asOf: (time: string) => `Slik den var ${time}`,
    retry: 'Prøv igjen',
  },
  signOut: {
    heading: 'Før du logger ut',
    own: (sections: number) =>
      sections === 1
        ? 'Du har skrevet noe i 1 del av en plan som ikke er sendt ennå. Logger du ut nå, blir det slettet fra denne enheten.'
        : `Du har skrevet noe i ${sections} deler av planer som ikke er sendt ennå. Logger du ut nå, blir det slettet fra denne enheten.`,
    others: (name: string, sections: number) =>
      sections === 1
        ? `${name} har skrevet noe i 1 del av en plan på denne enheten som ikke er sendt ennå.`
        : `${name} har skrevet noe i ${sections} deler av planer på denne enheten som ikke er sendt ennå.`,
    unnamed: 'En annen person',
    othersStay: 'Det ligger kryptert her til personen logger inn igjen.',
    forgetOthers: (name: string) => `Slett det ${name} har skrevet`,
    forgetUnnamed: 'Slett det den andre har skrevet',
    stay: 'Bli innlogget',
    signOut: 'Logg ut',
    signOutAndDelete: 'Logg ut og slett',
  },
  install: {
    label: 'Samråd på hjemskjermen',
    text: 'Legg Samråd på hjemskjermen, så åpner planen seg med ett trykk, også uten nett.',
    install: 'Legg til',
    dismiss: 'Ikke nå',
  },
  update: {
    ready: 'Ny versjon er klar',
    text: 'Siden lastes på nytt. Det du har skrevet, er tatt vare på.',
    take: 'Ta den i bruk',
  },
};
export type OfflineTexts = typeof offline;
