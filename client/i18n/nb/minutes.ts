/** Bokmål: the minutes of a meeting, and what is left of it afterwards. */
export const minutes = {
  tabs: { label: 'Plan og referat', plan: 'Plan', minutes: 'Referat' },
  loading: 'Henter referatet …',
  closed: 'Du kan ikke skrive i referatet. Når det er ferdig, finner du det under møtene i planen.',
  heading: 'Referat',
  about: 'Alle som er med, skriver i det samme referatet. Det er ikke journal.',
  states: { saved: 'Lagret', saving: 'Lagrer …', offline: 'Ikke tilkoblet. Det du skriver, blir sendt senere.' },
  general: 'Ellers',
  propose: 'Foreslå ut fra endringer i planen',
  proposed: (lines: number) =>
    lines === 0
      ? 'Alt er med fra før.'
      : lines === 1
        ? 'La til 1 linje under «Ellers».'
        : `La til ${lines} linjer under «Ellers».`,
  nothingToPropose: 'Ingenting er endret i planen i møtet.',
  decisions: 'Beslutninger',
  decision: (number: number) => `Beslutning ${number}`,
  addDecision: 'Ny beslutning',
  makeTask: 'Gjør til oppgave i planen',
  isTask: 'Oppgave i planen',
  emptyDecision: 'Skriv beslutningen først.',
  remove: 'Fjern',
  proposal: {
    somebody: 'Noen',
    changed: 'endret',
    added: (rows: number) => `la til ${rows}`,
    removed: (rows: number) => `fjernet ${rows}`,
    line: (section: string, who: string, what: string) => `${section}: ${who} ${what}.`,
  },
  list: {
    heading: (meetings: number) => `Møter (${meetings})`,
    record: 'Se referatet',
  },
  page: {
    title: 'Referat – Samråd',
    loading: 'Henter referatet …',
    toPlan: 'Til planen',
    attendance: 'Hvem som var med',
    nobody: 'Ingen har vært i møtet.',
    stillHere: 'nå',
    minutes: 'Referat',
    finishHint: 'Når referatet er ferdig, kan ingen endre det mer. Da kan de som var med, godkjenne det.',
    finish: 'Referatet er ferdig',
    frozen: (who: string, when: string) => `Gjort ferdig av ${who} ${when}. Kan ikke endres.`,
    noDecisions: 'Ingen beslutninger.',
    next: 'Neste avtale',
    consentYes: 'Pasienten samtykker til at notatet sendes til hjemmetjenesten.',
    consentNo: 'Pasienten samtykker ikke til at notatet sendes til hjemmetjenesten.',
    chat: 'Skrevet til alle i møtet',
    approvals: 'Godkjent av',
    noApprovals: 'Ingen ennå.',
    approve: 'Godkjenn referatet',
  },
};
export type MinutesTexts = typeof minutes;
