/** Nynorsk: taking everything along, and deletion. */
import type { ownData as bokmal } from '../nb/ownData.ts';

export const ownData: typeof bokmal = {
  title: 'Opplysningane – Samråd',
  heading: 'Opplysningane i planen',
  fileTitle: 'Samråd',
  readAt: (at: string) => `Henta ${at}`,
  parts: {
    team: 'Kven som er og har vore med',
    consents: 'Samtykke',
    threads: 'Kommentarar og spørsmål',
    meetings: 'Møte',
    versions: 'Versjonar',
  },
  take: {
    heading: 'Ta med alt',
    text: 'Her hentar du alt vi har om deg i denne planen: innhaldet, versjonane, kven som er med, samtykka, kommentarane, møta og kven som har sett planen. Fila er ikkje låst. Ta godt vare på henne.',
    readable: 'Last ned for å lese',
    machine: 'Last ned for andre system (JSON)',
    fetching: 'Hentar opplysningane',
    saved: 'Fila er lasta ned.',
  },
  deletion: {
    heading: 'Slette planen',
    text: 'Planen kan slettast med alt som høyrer til. Han blir ikkje borte med ein gong, så de kan angre.',
    open: 'Slett planen …',
    question: 'Slette planen?',
    meaning:
      'Alle i teamet ser at planen skal slettast, og når. Til den dagen kan du eller koordinatoren angre. Etterpå kan ingen hente han tilbake. Journalane hos lege, sjukehus og kommune blir ikkje rørte.',
    confirm: 'Ja, slett planen',
    no: 'Nei, behald han',
    due: (day: string) => `Planen blir sletta ${day}. Pasienten eller koordinatoren kan angre til då.`,
    keep: 'Angre slettinga',
    asked: 'Planen er sett til sletting.',
    kept: 'Planen blir ikkje sletta.',
  },
};
