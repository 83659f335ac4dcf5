/** Bokmål: taking everything along, and deletion. */
export const ownData = {
  title: 'Opplysningene – Samråd',
  heading: 'Opplysningene i planen',
  fileTitle: 'Samråd',
  readAt: (at: string) => `Hentet ${at}`,
  parts: {
    team: 'Hvem som er og har vært med',
    consents: 'Samtykker',
    threads: 'Kommentarer og spørsmål',
    meetings: 'Møter',
    versions: 'Versjoner',
  },
  take: {
    heading: 'Ta med alt',
    text: 'Her henter du alt vi har om deg i denne planen: innholdet, versjonene, hvem som er med, samtykkene, kommentarene, møtene og hvem som har sett planen. Filen er ikke låst. Ta godt vare på den.',
    readable: 'Last ned for å lese',
    machine: 'Last ned for andre systemer (JSON)',
    fetching: 'Henter opplysningene',
    saved: 'Filen er lastet ned.',
  },
  deletion: {
    heading: 'Slette planen',
    text: 'Planen kan slettes med alt som hører til. Den blir ikke borte med en gang, så dere kan angre.',
    open: 'Slett planen …',
    question: 'Slette planen?',
    meaning:
      'Alle i teamet ser at planen skal slettes, og når. Til den dagen kan du eller koordinatoren angre. Etterpå kan ingen hente den tilbake. Journalene hos lege, sykehus og kommune blir ikke berørt.',
    confirm: 'Ja, slett planen',
    no: 'Nei, behold den',
    due: (day: string) => `Planen slettes ${day}. Pasienten eller koordinatoren kan angre til da.`,
    keep: 'Angre slettingen',
    asked: 'Planen er satt til sletting.',
    kept: 'Planen blir ikke slettet.',
  },
};
