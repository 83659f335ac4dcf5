/** Nynorsk: the minutes of a meeting, and what is left of it afterwards. */
import type { MinutesTexts } from '../nb/minutes.ts';

export const minutes: MinutesTexts = {
  tabs: { label: 'Plan og referat', plan: 'Plan', minutes: 'Referat' },
  loading: 'Hentar referatet …',
  closed: 'Du kan ikkje skrive i referatet. Når det er ferdig, finn du det under møta i planen.',
  heading: 'Referat',
  about: 'Alle som er med, skriv i det same referatet. Det er ikkje journal.',
  states: { saved: 'Lagra', saving: 'Lagrar …', offline: 'Ikkje tilkopla. Det du skriv, blir sendt seinare.' },
  general: 'Elles',
  propose: 'Føreslå ut frå endringar i planen',
  proposed: (lines) =>
    lines === 0
      ? 'Alt er med frå før.'
      : lines === 1
        ? 'La til 1 linje under «Elles».'
        : `La til ${lines} linjer under «Elles».`,
  nothingToPropose: 'Ingenting er endra i planen i møtet.',
  decisions: 'Avgjerder',
  decision: (number) => `Avgjerd ${number}`,
  addDecision: 'Ny avgjerd',
  makeTask: 'Gjer til oppgåve i planen',
  isTask: 'Oppgåve i planen',
  emptyDecision: 'Skriv avgjerda først.',
  remove: 'Fjern',
  proposal: {
    somebody: 'Nokon',
    changed: 'endra',
    added: (rows) => `la til ${rows}`,
    removed: (rows) => `fjerna ${rows}`,
    line: (section, who, what) => `${section}: ${who} ${what}.`,
  },
  list: {
    heading: (meetings) => `Møte (${meetings})`,
    record: 'Sjå referatet',
  },
  page: {
    title: 'Referat – Samråd',
    loading: 'Hentar referatet …',
    toPlan: 'Til planen',
    attendance: 'Kven som var med',
    nobody: 'Ingen har vore i møtet.',
    stillHere: 'no',
    minutes: 'Referat',
    finishHint: 'Når referatet er ferdig, kan ingen endre det meir. Då kan dei som var med, godkjenne det.',
    finish: 'Referatet er ferdig',
    frozen: (who, when) => `Gjort ferdig av ${who} ${when}. Kan ikkje endrast.`,
    noDecisions: 'Ingen avgjerder.',
    next: 'Neste avtale',
    consentYes: 'Pasienten samtykkjer til at notatet blir sendt til heimetenesta.',
    consentNo: 'Pasienten samtykkjer ikkje til at notatet blir sendt til heimetenesta.',
    chat: 'Skrive til alle i møtet',
    approvals: 'Godkjent av',
    noApprovals: 'Ingen enno.',
    approve: 'Godkjenn referatet',
  },
};
